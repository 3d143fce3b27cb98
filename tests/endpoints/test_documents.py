"""Documents asked for by name or by hash: trusted ones always, others once a client has sent them."""

from pathlib import Path

import pytest

from api.endpoints import documents
from api.endpoints.documents import Documents, digest
from api.endpoints.questions import Question
from api.errors import InvalidArgument, PersistedQueryNotFound, SettingsInvalid

TEXT = "{ dataset { name } }"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "places").mkdir()
    (tmp_path / "places" / "near.graphql").write_text(TEXT)
    (tmp_path / "notes.txt").write_text("no document")
    return tmp_path


def hashed(text: str | None, of: str) -> Question:
    return Question(text, extensions={"persistedQuery": {"version": 1, "sha256Hash": of}})


@pytest.mark.parametrize("name", ["places/near", digest(TEXT), f"sha256:{digest(TEXT)}"])
def test_a_trusted_document_has_a_name_and_a_hash(folder: Path, name: str) -> None:
    assert Documents(folder).filled(Question(None, document_id=name)).query == TEXT


def test_a_name_of_nothing_is_not_found(folder: Path) -> None:
    with pytest.raises(PersistedQueryNotFound, match="`places/far`"):
        Documents(folder).filled(Question(None, document_id="places/far"))


def test_a_hash_is_known_once_its_text_came_with_it() -> None:
    known = Documents(None)
    with pytest.raises(PersistedQueryNotFound):
        known.filled(hashed(None, digest(TEXT)))
    known.filled(hashed(TEXT, digest(TEXT).upper()))
    assert known.filled(hashed(None, digest(TEXT))).query == TEXT


def test_a_hash_of_another_text_is_refused() -> None:
    with pytest.raises(InvalidArgument, match="not the SHA-256"):
        Documents(None).filled(hashed(TEXT, digest("other")))


@pytest.mark.parametrize("persisted", [7, [], {}, {"version": 2, "sha256Hash": "a"}, {"version": 1, "sha256Hash": 7}])
def test_what_is_no_persisted_query_is_refused(persisted: object) -> None:
    with pytest.raises(InvalidArgument, match="sha256Hash"):
        Documents(None).filled(Question(TEXT, extensions={"persistedQuery": persisted}))


def test_other_extensions_do_not_matter() -> None:
    asked = Question(TEXT, extensions={"tracing": True})
    assert Documents(None).filled(asked) == asked


def test_only_trusted_documents_when_so_set(folder: Path) -> None:
    only = Documents(folder, only=True)
    assert only.filled(Question(TEXT)).query == TEXT
    with pytest.raises(InvalidArgument, match="only trusted"):
        only.filled(Question("{ __typename }"))
    with pytest.raises(InvalidArgument, match="only trusted"):
        only.filled(hashed("{ __typename }", digest("{ __typename }")))


def test_the_memory_for_texts_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "REMEMBERED_BYTES", 20)
    known = Documents(None)
    for text in ("a" * 10, "b" * 10, "a" * 10, "c" * 10):
        known.filled(hashed(text, digest(text)))
    assert known.filled(hashed(None, digest("a" * 10))).query == "a" * 10
    with pytest.raises(PersistedQueryNotFound):
        known.filled(hashed(None, digest("b" * 10)))


def test_a_document_that_cannot_be_read_is_told_at_the_start(tmp_path: Path) -> None:
    (tmp_path / "broken.graphql").write_bytes(b"\xff")
    with pytest.raises(SettingsInvalid, match="cannot be read"):
        Documents(tmp_path)
