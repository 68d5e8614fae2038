"""Hand-over: what was decided here, in lists and reports that others can take.

`lists` writes batches, `evidence` a report; only the report paints, so only it loads Qt.
"""
