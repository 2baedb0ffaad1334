"""Rules about letters: direction, and later spelling."""
