"""Finished files: videos, pictures, captions and interchange formats."""
