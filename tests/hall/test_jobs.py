"""Jobs tell how far they are and stop when asked."""

from __future__ import annotations

import threading

import pytest

from kindreel.jobs import Cancelled, Job, Lanes, Report


def test_a_cancelled_job_stops_at_its_next_progress_call() -> None:
    job = Job()
    job(1, 10)
    job.cancel()
    with pytest.raises(Cancelled):
        job(2, 10)


def test_no_except_exception_swallows_a_cancel() -> None:
    assert not issubclass(Cancelled, Exception)


def test_reports_reach_the_listener() -> None:
    seen: list[Report] = []
    Job(seen.append)(3, 10, "Rendering")
    assert (seen[0].done, seen[0].total, seen[0].doing) == (3, 10, "Rendering")


def test_the_document_lane_keeps_order_while_the_free_lane_goes_on() -> None:
    lanes = Lanes()
    gate = threading.Event()
    order: list[int] = []
    first = lanes.document(lambda: (gate.wait(5), order.append(1)))
    second = lanes.document(lambda: order.append(2))
    assert lanes.free(lambda: "free").result(5) == "free"
    gate.set()
    first.result(5)
    second.result(5)
    lanes.close()
    assert order == [1, 2]
