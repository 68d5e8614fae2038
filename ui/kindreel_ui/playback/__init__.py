"""Playing a board: frames made off the GUI thread, and sound as the clock."""
