"""Exports: all of a list, read page by page from one state of the dataset, leaves as NDJSON, CSV or GeoJSON."""
