"""Importers: each file here reads one kind of comment export."""
