"""The filmstrip: the board's scenes as cards, the reveal pinned last."""
