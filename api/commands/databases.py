"""`parley db`: brings the tables to this version, says where they stand, and keeps and puts back the dataset."""

from pathlib import Path
from typing import Annotated

import typer

from api.commands.speaking import data, note

app = typer.Typer(no_args_is_help=True, help="Look after the database.")


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


@app.command()
def backup(file: Annotated[Path, typer.Argument(help="Where to write it: a file that is not there yet.")]) -> None:
    """Write the dataset as it is at this moment to a file, while a server reads it and a reload may run."""
    from api import settings
    from api.database import backups, opened

    chosen = settings.read()
    with opened(chosen.database_url, chosen) as engine:
        size = backups.backup(engine, file)
    note(f"{size:,} bytes: {file}")


@app.command()
def restore(file: Annotated[Path, typer.Argument(help="A file that `parley db backup` wrote.")]) -> None:
    """Put the dataset of a backup in the place of the present one, while a server reads it; readers see one of both."""
    from api import settings
    from api.database import backups, migrating, opened
    from api.database.owning import owned
    from seeds.loading.locking import locked

    chosen = settings.read()
    with opened(chosen.database_url, chosen, writes=True) as engine:
        if owned(engine):
            with locked(engine):
                pass  # only to be refused while a reload runs; the copy takes the lock by itself
            backups.restore(engine, file, None)
        else:
            with locked(engine) as connection:
                backups.restore(engine, file, connection)
        note(f"{file} is the dataset now")
        if (version := migrating.current(engine)) != migrating.newest():
            note(f"its tables are at {version}; run `parley db upgrade`")
