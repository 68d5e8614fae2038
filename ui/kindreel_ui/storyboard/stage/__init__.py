"""The stage: one frame of the board, with the layers on it to touch."""
