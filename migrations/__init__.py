"""Alembic's migrations: linear, reversible, the same steps on SQLite and PostgreSQL."""
