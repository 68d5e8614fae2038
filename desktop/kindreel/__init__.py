"""Kindreel's engine: values, documents, frames, exports and comments, without windows."""

__version__ = "0.1.0"
