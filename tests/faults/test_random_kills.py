"""Twenty of the kills that `python tests/faults kill` tries, ten on each database."""

import signal
from pathlib import Path

import pytest

from faults.killing import Slaughterhouse
from faults.material import write_edition
from faults.states import faults_in
from faults.warming import Starter

KILLS = 10
POSTS = 24


def test_a_killed_reload_leaves_the_old_dataset_or_the_new_one(
    database_url: str, tmp_path: Path, starter: Starter
) -> None:
    def damage() -> list[str]:
        return faults_in(tmp_path / "parley.db") if database_url.startswith("sqlite") else []

    editions = (write_edition(tmp_path / "A", "A", POSTS), write_edition(tmp_path / "B", "B", POSTS))
    house = Slaughterhouse(tmp_path, database_url, editions, starter, damage)
    kills = list(house.kills(KILLS, seed=4))
    assert len(kills) == KILLS
    assert any(kill.code < 0 for kill in kills)


@pytest.mark.parametrize("weapon", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_reload_ends_with_0_exactly_when_the_new_dataset_is_there(
    sqlite_url: str, tmp_path: Path, starter: Starter, weapon: signal.Signals
) -> None:
    editions = (write_edition(tmp_path / "A", "A", POSTS), write_edition(tmp_path / "B", "B", POSTS))
    house = Slaughterhouse(tmp_path, sqlite_url, editions, starter, list, weapon)
    assert len(list(house.kills(4, seed=4))) == 4
