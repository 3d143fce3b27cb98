"""The door to the database: an address and settings in, an engine out. No table, no query is known here.

`migrating` brings the tables up to date; it is imported where it is needed, since Alembic takes its time.
"""

from api.database.engines import create, opened

__all__ = ["create", "opened"]
