"""Hand-over: each file here writes decisions the way one platform takes them."""
