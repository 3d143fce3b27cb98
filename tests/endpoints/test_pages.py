"""The pages for people: what they say, where they point, and under which headers."""

import hashlib
import re
from functools import partial
from pathlib import Path

import pytest
from graphql import build_schema, parse, validate
from starlette.applications import Starlette
from starlette.routing import Mount, Route
from starlette.testclient import TestClient

from api.endpoints import csp, pages

ROUTES = [*pages.routes(), Route("/graphql", pages.graphiql)]
CLIENT = TestClient(Starlette(routes=ROUTES))
BEHIND_A_PREFIX = TestClient(Starlette(routes=[Mount("/talk", routes=ROUTES)]))
EXAMPLES = sorted((pages.STATIC / "graphiql" / "src" / "examples").glob("*.graphql"))
PROMISE = Path(__file__).parents[1] / "schema" / "schema.graphql"
INTRODUCTION = pages.Introduction("Talk & <em>more</em>", 'Cite as "Talk"', 7, {"sources": 1, "posts": 1073})


async def describe(introduction: pages.Introduction) -> pages.Introduction:
    return introduction


def home(introduction: pages.Introduction) -> str:
    return str(TestClient(Starlette(routes=pages.routes(partial(describe, introduction)))).get("/").text)


@pytest.mark.parametrize(("path", "policy"), [("/", csp.HOME), ("/docs", csp.SWAGGER), ("/graphql", csp.GRAPHIQL)])
def test_a_page_is_asked_for_again_each_time_and_says_what_it_may_do(path: str, policy: str) -> None:
    response = CLIENT.get(path)
    assert response.status_code == 200
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert response.headers["cache-control"] == "no-cache"
    assert response.headers["content-security-policy"] == policy
    assert response.headers["x-content-type-options"] == "nosniff"
    assert response.headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize("path", ["/", "/docs", "/graphql"])
def test_a_page_holds_no_script_style_or_address_of_another_host_inline(path: str) -> None:
    html = CLIENT.get(path).text
    assert not re.search(r"<style| style=| on\w+=|https?://", html)
    assert all("src=" in tag for tag in re.findall(r"<script[^>]*>", html))


@pytest.mark.parametrize("path", ["/", "/docs", "/graphql"])
def test_every_file_a_page_names_is_there_also_behind_a_prefix(path: str) -> None:
    html = BEHIND_A_PREFIX.get(f"/talk{path}").text
    files = re.findall(r'(?:href|src)="(/[^"]*/static/[^"]+)"', html)
    assert files
    assert [file for file in files if BEHIND_A_PREFIX.get(file).status_code != 200] == []
    assert re.findall(r'(?:href|src|content|data-url)="/(?!talk/)[^"]*"', html) == []


def test_the_query_page_asks_at_its_own_path() -> None:
    html = BEHIND_A_PREFIX.get("/talk/graphql").text
    assert '<meta name="graphql-endpoint" content="/talk/graphql">' in html
    assert '<meta name="graphql-subscriptions" content="/talk/graphql">' in html


def test_a_prefix_cannot_write_into_a_page() -> None:
    client = TestClient(Starlette(routes=ROUTES), root_path='/"><script>')
    assert '"><script>' not in client.get("/graphql").text


def test_the_description_is_looked_for_beside_the_page() -> None:
    assert 'data-url="/openapi.json"' in CLIENT.get("/docs").text


def test_the_home_page_names_the_dataset_with_its_words_escaped() -> None:
    html = home(INTRODUCTION)
    assert "Talk &amp; &lt;em&gt;more&lt;/em&gt;" in html
    assert "Revision 7: 1 source, 1,073 posts." in html
    assert "Cite as &quot;Talk&quot;" in html


def test_an_empty_dataset_has_a_revision_and_nothing_to_count() -> None:
    assert "<p>Revision 0.</p>" in home(pages.Introduction("Nothing yet", "", 0, {}))


def test_the_home_page_tells_how_to_load_a_dataset() -> None:
    assert "parley seed reload" in CLIENT.get("/").text


def test_the_old_name_of_the_icon_still_finds_it() -> None:
    response = CLIENT.get("/favicon.ico")
    assert response.headers["content-type"] == "image/svg+xml"
    assert response.text.startswith("<svg")


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_every_example_fits_the_promised_schema(file: Path) -> None:
    schema = build_schema(PROMISE.read_text(encoding="utf-8"))
    assert validate(schema, parse(file.read_text(encoding="utf-8"))) == []


def test_the_built_page_holds_the_examples_as_they_stand_in_its_sources() -> None:
    assets = (pages.STATIC / "graphiql" / "assets").glob("index-*.js")
    built = "".join(file.read_text(encoding="utf-8") for file in assets)
    assert [file.name for file in EXAMPLES if file.read_text(encoding="utf-8").splitlines()[0] not in built] == []


def test_swagger_ui_is_the_one_whose_sums_are_written_beside_it() -> None:
    folder = pages.STATIC / "swagger"
    sums = re.findall(r"^([0-9a-f]{64})  (\S+)$", (folder / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert len(sums) == 5
    assert [name for total, name in sums if hashlib.sha256((folder / name).read_bytes()).hexdigest() != total] == []
