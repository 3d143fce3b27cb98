"""Posts that share an address, whichever files they stand in."""

from pathlib import Path

from sqlalchemy import Engine

from drawn_seeds import write
from seeds.loading.reloading import reload
from seeds.loading.repeated import Repeated
from small_seeds import dataset

STATUS = "https://lake.example/@ann/1"


def test_addresses_of_several_posts_are_told_until_only_one_has_them(engine: Engine, tmp_path: Path) -> None:
    files = dataset()
    assert reload(engine, write(files, tmp_path / "seeds")).repeated == ()
    files["first.ndjson"][3]["url"] = files["second.ndjson"][1]["url"] = STATUS
    told = (Repeated(STATUS, (files["first.ndjson"][3]["key"], "a/2/1")),)
    assert reload(engine, write(files, tmp_path / "seeds")).repeated == told
    files["second.ndjson"][1]["text"] = "another"  # the file of the other one is not read again
    assert reload(engine, write(files, tmp_path / "seeds")).repeated == told
    files["third.ndjson"] = [{"type": "suppress", "posts": ["a/2/1"]}]
    assert reload(engine, write(files, tmp_path / "seeds")).repeated == ()


def test_the_bundled_corpus_holds_each_address_once(engine: Engine) -> None:
    assert reload(engine, None).repeated == ()
