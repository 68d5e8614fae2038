"""Opens the window."""
