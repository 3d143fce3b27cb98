"""The mouths of the read river: HTTP enters, JSON, feeds and pages leave. Nothing here knows SQL."""
