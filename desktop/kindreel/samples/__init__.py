"""Sample material: the finished project “One kind comment” and the templates to start from."""

from __future__ import annotations

from kindreel.samples.materials import Media
from kindreel.samples.one_kind_comment import one_kind_comment

__all__ = ["Media", "one_kind_comment"]
