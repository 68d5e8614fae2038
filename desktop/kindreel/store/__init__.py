"""Documents and the inbox on disk; SQLAlchemy lives here and nowhere else."""
