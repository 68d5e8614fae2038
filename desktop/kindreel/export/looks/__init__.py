"""Checks that need pictures, sound or the classifier."""
