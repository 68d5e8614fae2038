"""Frames: from project and frame number to pixels."""
