"""A gradebook as a whole, whatever database it is in: copied into a file, or emptied."""

from __future__ import annotations

from pathlib import Path

import nbgrader.api
from sqlalchemy import MetaData, Table, create_engine, func, inspect, select, text
from sqlalchemy.engine import Connection
from sqlalchemy.exc import SQLAlchemyError

from hippograd.errors import unusable
from hippograd.files import SQLITE
from hippograd.nbgrader_env import Gradebook
from hippograd.records.entries import has_gradebook


def copy_whole(db_url: str, target: Path) -> None:
    """Copy nbgrader's tables, and ours beside them, into a new SQLite file.

    Raises
    ------
    GradebookUnusable
        When the database refuses.
    """
    source = create_engine(db_url)
    try:
        Gradebook(f"{SQLITE}{target.resolve()}").close()
        copy = create_engine(f"{SQLITE}{target.resolve()}")
        with source.connect() as there, copy.begin() as here:
            for table in _tables(there):
                table.create(here, checkfirst=True)
                here.execute(table.delete())
                rows = [dict(row) for row in there.execute(select(table)).mappings()]
                if rows:
                    here.execute(table.insert(), rows)
        copy.dispose()
    except (SQLAlchemyError, OSError) as error:
        raise unusable(db_url, error) from None
    finally:
        source.dispose()


def empty_whole(db_url: str) -> list[str]:
    """Delete every row of every student, assignment and mark; a line for each table that had some.

    Raises
    ------
    GradebookUnusable
        When the database refuses; nothing is deleted then.
    """
    if not has_gradebook(db_url):
        return []
    engine = create_engine(db_url)
    try:
        with engine.begin() as connection:
            counts = {}
            for table in reversed(_tables(connection)):
                counts[table.name] = connection.scalar(select(func.count()).select_from(table))
                connection.execute(table.delete())
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM"))  # what is deleted would stay in the file
        return [f"{count} rows of {name} in the gradebook" for name, count in counts.items() if count]
    except (SQLAlchemyError, OSError) as error:
        raise unusable(db_url, error) from None
    finally:
        engine.dispose()


def _tables(connection: Connection) -> list[Table]:
    """Those of nbgrader's that are there, what others refer to first, and ours, but for the version of the schema."""
    there = set(inspect(connection).get_table_names())
    theirs = [table for table in nbgrader.api.Base.metadata.sorted_tables if table.name in there]
    ours = MetaData()
    names = [name for name in there if name.startswith("hippograd_") and name != "hippograd_version"]
    ours.reflect(connection, only=names)
    for column in (column for table in ours.sorted_tables for column in table.columns):
        column.server_default = None  # such as a sequence of PostgreSQL's, which no other database has
    return [*theirs, *ours.sorted_tables]
