"""Some of the reloads under readers that `python tests/faults read` makes, on each database."""

from pathlib import Path

from faults.material import write_edition
from faults.witnessing import reloaded_under_readers

RELOADS, READERS, PAUSE = 6, 2, 0.02
POSTS = 24


def test_readers_see_the_dataset_before_a_reload_or_after_it_and_never_a_mixture(
    database_url: str, tmp_path: Path
) -> None:
    editions = (write_edition(tmp_path / "A", "A", POSTS), write_edition(tmp_path / "B", "B", POSTS))
    witness = reloaded_under_readers(database_url, editions, RELOADS, READERS, PAUSE)
    assert witness.revisions > 1
