"""`parley db`: brings the tables to this version, and says where they stand."""

import typer

from api.commands.speaking import data, note

app = typer.Typer(no_args_is_help=True, help="Look after the database's tables.")


@app.command()
def upgrade() -> None:
    """Bring the tables to this version, in one transaction; an SQLite file that is not there is made."""
    from api import settings
    from api.database import migrating, opened

    chosen = settings.read()
    with opened(chosen.database_url, chosen, writes=True) as engine:
        before, after = migrating.upgrade(engine)
    note(f"the tables were at {after} already" if before == after else f"the tables are at {after} now")


@app.command()
def check() -> None:
    """Print the tables' version when it is this Parley's; else say what to do, and exit with 1."""
    from api import settings
    from api.database import migrating, opened

    chosen = settings.read()
    with opened(chosen.database_url, chosen) as engine:
        data(f"{migrating.check(engine)}\n")
