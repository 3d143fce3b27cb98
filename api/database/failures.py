"""What a driver raises in, an error of our tree out: past its time, not reachable, without tables. All else stays.

The driver's own words stay the cause: they may name hosts and files, so they are for the terminal and the log.
"""

from sqlalchemy import ExceptionContext

from api.errors import DatabaseOutdated, DatabaseUnavailable, DeadlineExceeded, ParleyError, SelectionTooLarge

INTERRUPTED = {"SQLITE_INTERRUPT", "57014"}  # 57014: query_canceled, by statement_timeout
ABSENT = {"SQLITE_CANTOPEN", "3D000"}
UNREACHABLE = {"SQLITE_NOTADB", "SQLITE_READONLY_DBMOVED"}
FULL = {"SQLITE_FULL", "53100"}
BROKEN = ("SQLITE_IOERR", "58030")  # SQLite's come in thirty kinds: SQLITE_IOERR_FSYNC and the like
BUSY = {"SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_BUSY_SNAPSHOT", "55P03", "53300"}
WITHOUT_TABLES = {"42P01"}


def translate(context: ExceptionContext) -> ParleyError | None:
    """Say in our words what went wrong, for SQLAlchemy's `handle_error`; None leaves the error as it is."""
    unconnected = context.connection is None and context.sqlalchemy_exception is not None
    return meaning(context.original_exception, unreachable=context.is_disconnect or unconnected)


def meaning(original: BaseException, *, unreachable: bool) -> ParleyError | None:
    """Say in our words what a driver's own exception means; None where it is of no kind that we know."""
    code = getattr(original, "sqlite_errorname", None) or getattr(original, "sqlstate", None) or ""
    if code in INTERRUPTED:
        return DeadlineExceeded("this took longer than an operation may; ask for less at once, or filter more")
    if str(original) == "parser stack overflow":
        return SelectionTooLarge("this nests deeper than the database can read: ask for the inner part by itself")
    if code in BUSY:
        return DatabaseUnavailable("the database is busy; try again in a moment")
    if code in WITHOUT_TABLES or str(original).startswith("no such table:"):
        return DatabaseOutdated("the database lacks tables of this version; run `parley db upgrade`")
    if code in ABSENT:
        return DatabaseUnavailable("there is no such database; `parley db upgrade` makes an SQLite file")
    if code in FULL:
        return DatabaseUnavailable("the disk is full")
    if code.startswith(BROKEN):
        return DatabaseUnavailable("the disk cannot be read or written")
    if code in UNREACHABLE or unreachable:
        return DatabaseUnavailable("the database cannot be reached")
    return None
