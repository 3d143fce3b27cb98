"""The whole reload, on both databases."""

from sqlalchemy import Engine

from seeds.loading.reloading import reload


def test_the_bundled_seeds_load_into_an_empty_database(engine: Engine) -> None:
    outcome = reload(engine, None)
    assert outcome.wrote
    assert outcome.revision == 1
    assert outcome.counts["Source"] == 3


def test_the_same_seeds_again_write_nothing(engine: Engine) -> None:
    first = reload(engine, None)
    again = reload(engine, None)
    assert not again.wrote
    assert (again.revision, again.digest) == (1, first.digest)
