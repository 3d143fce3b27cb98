"""A small invented dataset for every test that reads: `fill(engine)` puts it into a migrated database.

Facts are written by hand; what the tables keep counted is counted here by brute force, apart from the loader.
"""

from corpus.filling import fill, tables

__all__ = ["fill", "tables"]
