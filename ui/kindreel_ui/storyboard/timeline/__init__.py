"""The timeline: the whole board over time, to see, cut and move."""
