"""Search: what is found, under which words, and the files the browser reads."""
