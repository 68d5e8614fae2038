"""What became of every row of an import, in sentences and as a list to save."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kindreel import i18n
from kindreel.model.triage import Act, ImportAccount
from kindreel_ui.kit import NoticeBar

if TYPE_CHECKING:
    from kindreel.comments.arriving import Arrival


def show(notice: NoticeBar, arrivals: Sequence[Arrival]) -> None:
    """Tell what came in, what could not be read, and what rules did at once."""
    found = tuple(arrival.account for arrival in arrivals)
    done = decided([act for arrival in arrivals for act in arrival.acts])
    wrong, news = problem(found), sentence(found)
    notice.show_notice(
        wrong or news,
        " ".join(part for part in (news if wrong else "", done) if part),
        rows_list(found),
        tone="warn" if wrong else "success",
        icon="warning-circle-fill" if wrong else "check-circle-fill",
    )


def sentence(accounts: Sequence[ImportAccount]) -> str:
    """The good news: “1,155 new comments. 46 were already here.”."""
    new = sum(a.new for a in accounts)
    here = sum(a.already_here for a in accounts)
    edited = sum(a.edited for a in accounts)
    own = sum(a.new + a.already_here + a.edited for a in accounts if a.own_only)
    parts = [f"{i18n.count(new, 'new comment', 'new comments')}."]
    if here:
        parts.append(f"{here:,} {'was' if here == 1 else 'were'} already here.")
    if edited:
        parts.append(f"{edited:,} {'has' if edited == 1 else 'have'} been edited since.")
    if own:
        parts.append(f"{own:,} are your own; platforms do not export what you received.")
    vanished = sum(a.vanished for a in accounts)
    if vanished:
        gone = i18n.count(vanished, "earlier one is", "earlier ones are")
        parts.append(f"{gone} no longer on the platform; they stay here.")
    return " ".join(parts)


def decided(acts: Sequence[Act]) -> str:
    """What rules and policy did at once: “3 comments: hide. Your rule “links” did this.”."""
    return " ".join(
        f"{i18n.count(act.changed, 'comment', 'comments')}: {act.action.value}. {act.why}"
        for act in acts
    )


def problem(accounts: Sequence[ImportAccount]) -> str:
    """“3 of 1,204 rows couldn't be read. The others are in.”; empty when all were."""
    unreadable = sum(a.unreadable for a in accounts)
    rows = sum(a.rows for a in accounts)
    if not unreadable:
        return ""
    return (
        f"{unreadable:,} of {rows:,} rows couldn’t be read. The other {rows - unreadable:,} are in."
    )


def rows_list(accounts: Sequence[ImportAccount]) -> str:
    """Each unreadable row with its file, number, field and reason, one to a line."""
    return "\n".join(
        f"{account.file}, row {bad.row:,}: {bad.field + ': ' if bad.field else ''}{bad.reason}"
        for account in accounts
        for bad in account.unreadable_rows
    )
