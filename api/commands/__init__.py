"""The commands, one module a noun. Each imports what it needs when it runs, so that all of them start quickly."""
