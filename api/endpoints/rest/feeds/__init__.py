"""Feeds: posts as feed readers want them, newest first, in Atom and JSON Feed."""
