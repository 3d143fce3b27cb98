"""Stored queries: named GraphQL documents, each at a URL, their variables its parameters."""
