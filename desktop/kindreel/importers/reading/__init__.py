"""What all importers share: encodings, tables, streamed JSON, counts, dates, aliases."""
