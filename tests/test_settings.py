"""Settings: what the environment may say, and what a slip in it is answered."""

import pytest

from api.errors import SettingsInvalid
from api.settings import Settings, read


def refused(monkeypatch: pytest.MonkeyPatch, **environment: str) -> list[str]:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(SettingsInvalid) as caught:
        read()
    return caught.value.message.splitlines()


def test_without_any_variable_parley_owns_a_file_beside_you() -> None:
    settings = read()
    assert settings.database_url == "sqlite:///parley.db"
    assert settings.reading_url == settings.database_url
    assert (settings.host, settings.port) == ("127.0.0.1", 8000)


def test_every_setting_is_read_from_its_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARLEY_DATABASE_URL", "postgresql://db.example/parley")
    monkeypatch.setenv("PARLEY_READ_DATABASE_URL", "postgresql://replica.example/parley")
    monkeypatch.setenv("PARLEY_STATEMENT_TIMEOUT", "0.25")
    monkeypatch.setenv("PARLEY_TRUSTED_ONLY", "no")
    settings = read()
    assert settings.database_url == "postgresql://db.example/parley"
    assert settings.reading_url == "postgresql://replica.example/parley"
    assert settings.statement_timeout == 0.25
    assert settings.trusted_only is False


def test_an_empty_variable_is_no_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARLEY_READ_DATABASE_URL", "")
    assert read() == Settings()


def test_every_setting_says_what_it_is_for() -> None:
    undescribed = [name for name, field in Settings.model_fields.items() if not field.description]
    assert undescribed == []


def test_a_password_in_a_url_stays_out_of_the_printed_settings() -> None:
    assert "secret" not in repr(Settings(database_url="postgresql://parley:secret@db.example/parley"))


def test_all_bad_values_are_named_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = refused(monkeypatch, PARLEY_PORT="eighty", PARLEY_WORKERS="0", PARLEY_TRUSTED_DOCUMENTS="/no/such/folder")
    assert [line.partition(": ")[0] for line in lines] == [
        "PARLEY_PORT=eighty",
        "PARLEY_WORKERS=0",
        "PARLEY_TRUSTED_DOCUMENTS=/no/such/folder",
    ]
    assert "valid integer" in lines[0]
    assert "greater than or equal to 1" in lines[1]


def test_a_default_page_fits_within_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    assert refused(monkeypatch, PARLEY_PAGE_LIMIT="10") == [
        "PARLEY_DEFAULT_PAGE=20: is more than PARLEY_PAGE_LIMIT, which is 10"
    ]


def test_trusting_only_documents_needs_documents(monkeypatch: pytest.MonkeyPatch) -> None:
    (line,) = refused(monkeypatch, PARLEY_TRUSTED_ONLY="yes")
    assert "PARLEY_TRUSTED_DOCUMENTS" in line


def test_a_misspelt_setting_is_not_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    assert refused(monkeypatch, PARLEY_DATABSE_URL="sqlite:///other.db") == [
        "PARLEY_DATABSE_URL: is not a setting; did you mean PARLEY_DATABASE_URL?"
    ]


@pytest.mark.parametrize("name", ["PARLEY_SERVICE_HOST", "PARLEY_PORT_8000_TCP", "PARLEY_REQUIRE_ALL"])
def test_a_stranger_with_our_prefix_is_left_alone(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(name, "anything")
    assert read() == Settings()
