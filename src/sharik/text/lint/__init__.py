"""The checker of Persian, Arabic and English texts: pure functions over passages, rules as data."""
