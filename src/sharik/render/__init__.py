"""What content looks like: pure functions from the catalog to text."""
