"""What content may look like: frozen pydantic models, and how their errors become problems."""
