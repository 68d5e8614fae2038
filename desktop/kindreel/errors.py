"""Known problems, told as one sentence, what is safe, and what to do."""

from __future__ import annotations


class KindreelError(Exception):
    """A problem a creator can understand and act on.

    sentence: what happened, one plain sentence with its full stop.
    advice: what is safe and what to do next; may be empty.
    details: for a report only (a tool's output, a path); never comment texts.
    """

    def __init__(self, sentence: str, advice: str = "", details: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.advice = advice
        self.details = details

    def __str__(self) -> str:
        return f"{self.sentence} {self.advice}".strip()


class InvalidValueError(KindreelError, ValueError):
    """A value outside what its type allows."""


class NotFoundError(KindreelError, LookupError):
    """Something that was asked for by name is not there."""


class DocumentError(KindreelError):
    """A project folder cannot be opened, saved or trusted."""


class NewerDocumentError(DocumentError):
    """The file was made by a newer Kindreel; it was not touched."""


class DocumentInUseError(DocumentError):
    """Another Kindreel has the project open; it can still be opened to look at."""


class MediaError(KindreelError):
    """An image, clip or sound cannot be read."""


class ExportError(KindreelError):
    """A video or file could not be written."""


class ImportFileError(KindreelError):
    """A file of comments cannot be read."""


class ModelFileError(KindreelError):
    """The classifier's weights are missing or not the shipped ones."""


class Problems(KindreelError):  # noqa: N818 - the house's word for several errors at once
    """Several known problems, shown together."""

    def __init__(self, sentence: str, problems: tuple[KindreelError, ...]) -> None:
        super().__init__(sentence, " ".join(str(p) for p in problems))
        self.problems = problems
