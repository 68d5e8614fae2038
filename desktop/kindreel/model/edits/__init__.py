"""Edits: pure functions from value to value; what an edit does not name is shared."""
