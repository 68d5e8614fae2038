"""The headless door: every command of `kindreel`, over the same functions as the window."""

from __future__ import annotations

import importlib
import json
import os
import sys
from collections.abc import Sequence

from kindreel import libraries, log
from kindreel.cli.parser import parse
from kindreel.errors import KindreelError
from kindreel.jobs import Cancelled

OK = 0
FINDINGS = 1
PROBLEM = 2
INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 done, 1 findings, 2 a known problem told in one sentence, 130 stopped.

    A command's module is loaded only when it is called, so that `kindreel score` starts without Qt
    and `kindreel info` without the classifier.
    """
    options = parse(sys.argv[1:] if arguments is None else arguments)
    log.start()
    module, function = options.run.split(":")
    try:
        command = importlib.import_module(f"kindreel.cli.{module}")
        return int(getattr(command, function)(options) or OK)
    except KindreelError as error:
        return _tell(error, as_json=options.json)
    except ImportError as error:
        told = libraries.explained(error)
        if told is None:
            raise
        return _tell(told, as_json=options.json)
    except (Cancelled, KeyboardInterrupt):
        print("Stopped. Nothing half-finished was kept.", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:  # the reader, `head` perhaps, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK


def _tell(error: KindreelError, *, as_json: bool) -> int:
    if as_json:
        told = {"error": error.sentence, "advice": error.advice}
        print(json.dumps(told, ensure_ascii=False), file=sys.stderr)
    else:
        print(f"kindreel: {error}", file=sys.stderr)
    return PROBLEM
