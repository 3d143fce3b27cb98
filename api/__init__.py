"""The read river: HTTP -> Selection -> one SQL statement -> JSON text -> response."""
