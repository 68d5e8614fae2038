"""The steps of each file format; each is frozen and imports nothing of ours."""
