"""Kindreel's windows, on top of the engine package."""
