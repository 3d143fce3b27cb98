"""The README is held to the truth: settings, commands, packages and its first answer."""

import json
import re
from pathlib import Path

import pytest
import typer

from api.cli import app
from api.settings import Settings, variable
from bundles import bundled, bundled_reader
from mills import Ask

__all__ = ["bundled", "bundled_reader"]  # fixtures, by importing them

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def settings_table() -> str:
    """Write the README's table of settings from the settings themselves."""
    rows = []
    for name, field in Settings.model_fields.items():
        default = "" if field.default is None else f"`{field.default}`"
        rows.append(f"| `{variable(name)}` | {default} | {field.description} |")
    return "\n".join(rows)


def commands(group: typer.Typer, prefix: str = "parley") -> list[str]:
    """List every command of the command line, in full."""
    found = []
    for command in group.registered_commands:
        name = command.name or getattr(command.callback, "__name__", "").rstrip("_").replace("_", "-")
        found.append(f"{prefix} {name}")
    for inner in group.registered_groups:
        if inner.typer_instance is not None:
            name = inner.name if isinstance(inner.name, str) else inner.typer_instance.info.name
            found += commands(inner.typer_instance, f"{prefix} {name}")
    return found


def test_every_setting_is_in_the_readme_as_it_is_described() -> None:
    assert settings_table() in README


@pytest.mark.parametrize("command", commands(app))
def test_every_command_is_in_the_readme(command: str) -> None:
    assert command in README


def test_every_package_of_the_house_is_on_its_map() -> None:
    for package in [*(ROOT / "api").iterdir(), ROOT / "migrations", ROOT / "seeds"]:
        if package.is_dir() and not package.name.startswith("_"):
            assert f"{package.name}/" in README


def test_the_first_query_has_the_answer_that_the_readme_shows(bundled: Ask) -> None:
    query = re.search(r"```graphql\n(.*?)```", README, re.DOTALL)
    answer = re.search(r"```json\n(.*?)```", README, re.DOTALL)
    assert query is not None
    assert answer is not None
    assert bundled(query[1]) == json.loads(answer[1])["data"]


def test_the_questions_of_the_readme_are_answered(bundled: Ask) -> None:
    questions = re.findall(r"^\| [^|`]+ \| `(.+)` \|$", README, re.MULTILINE)
    assert len(questions) >= 6
    for question in questions:
        assert all(answer is not None for answer in bundled(f"{{ {question} }}").values())
