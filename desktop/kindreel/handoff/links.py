"""Where a comment and its author are on the platform."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from kindreel.model.comment import Comment, Platform

_HOSTS = (
    "youtube.com", "youtu.be", "tiktok.com", "instagram.com",
)  # fmt: skip


def trusted(url: str) -> bool:
    """Whether a link from a file leads to one of the platforms by https."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    host = parts.hostname or ""
    return parts.scheme == "https" and any(host == h or host.endswith("." + h) for h in _HOSTS)


def comment_link(comment: Comment) -> str:
    """A link to the comment, else to its video; "" when the file told neither."""
    if trusted(comment.url):
        return comment.url
    if not comment.video:
        return ""
    video = quote(comment.video, safe="-_")
    if comment.platform is Platform.YOUTUBE:
        link = f"https://www.youtube.com/watch?v={video}"
        made = comment.id.startswith("made-")
        return link if made else f"{link}&lc={quote(comment.id, safe='-_.')}"
    if comment.platform is Platform.INSTAGRAM and not comment.video.isdigit():
        return f"https://www.instagram.com/p/{video}/"
    return ""


def author_link(comment: Comment) -> str:
    """A link to the person's page; "" when the file told none."""
    author = comment.author
    if trusted(author.url):
        return author.url
    handle = quote(author.handle, safe="-_.")
    if comment.platform is Platform.YOUTUBE:
        if author.id.startswith("UC"):
            return f"https://www.youtube.com/channel/{quote(author.id, safe='-_')}"
        return f"https://www.youtube.com/@{handle}" if handle else ""
    if comment.platform is Platform.TIKTOK and handle:
        return f"https://www.tiktok.com/@{handle}"
    if comment.platform is Platform.INSTAGRAM and handle:
        return f"https://www.instagram.com/{handle}/"
    return ""
