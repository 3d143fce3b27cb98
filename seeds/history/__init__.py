"""What the reloads left behind, read back: revisions with their changes, and where each node comes from."""
