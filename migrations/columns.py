"""The column types migrations are written in; frozen here so that an old step never changes with the models."""

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

Text = sa.Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")
Number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
