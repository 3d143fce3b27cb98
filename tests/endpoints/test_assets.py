"""The files that pages ask for: what is served, as what, for how long, and what stays out of reach."""

import re
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.testclient import TestClient

from api.endpoints import csp, pages
from api.endpoints.assets import FOREVER, MEDIA_TYPES, REVALIDATE, Assets

CLIENT = TestClient(Starlette(routes=pages.routes()))
BUILT = sorted(path.name for path in (pages.STATIC / "graphiql" / "assets").iterdir())
HASHED = [name for name in BUILT if name != "LICENSES.txt"]


@pytest.fixture
def client(tmp_path: Path) -> TestClient:
    (tmp_path / "public").mkdir()
    (tmp_path / "public" / "page.html").write_text("$root")
    (tmp_path / "public" / "style.css").write_text("body {}")
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "public" / "link.txt").symlink_to(tmp_path / "secret.txt")
    return TestClient(Starlette(routes=[Mount("/files", Assets(tmp_path / "public", csp.HOME))]))


@pytest.mark.parametrize("name", HASHED)
def test_a_hashed_file_is_kept_forever_under_the_policy_of_its_page(name: str) -> None:
    response = CLIENT.get(f"/static/graphiql/assets/{name}")
    assert response.status_code == 200
    assert response.headers["cache-control"] == FOREVER
    assert response.headers["content-type"] == MEDIA_TYPES[Path(name).suffix]
    assert response.headers["content-security-policy"] == csp.GRAPHIQL


@pytest.mark.parametrize(
    "path", ["graphiql/assets/LICENSES.txt", "swagger/swagger-ui.css", "swagger/LICENSE.txt", "pages/home.css"]
)
def test_any_other_file_is_asked_for_again(path: str) -> None:
    response = CLIENT.get(f"/static/{path}")
    assert response.status_code == 200
    assert response.headers["cache-control"] == REVALIDATE
    assert response.headers["x-content-type-options"] == "nosniff"


def test_an_unchanged_file_is_not_sent_twice(client: TestClient) -> None:
    etag = client.get("/files/style.css").headers["etag"]
    again = client.get("/files/style.css", headers={"If-None-Match": etag})
    assert again.status_code == 304
    assert again.headers["cache-control"] == REVALIDATE
    assert "content-type" not in again.headers


@pytest.mark.parametrize(
    "path",
    [
        "page.html",
        "missing.css",
        "",
        "../secret.txt",
        "..%2Fsecret.txt",
        "%2e%2e/secret.txt",
        "style.css/../../secret.txt",
        "..%5Csecret.txt",
        "%2Fetc%2Fhosts.txt",
        "link.txt",
        "style.css%00.txt",
    ],
)
def test_a_template_and_everything_outside_the_folder_are_out_of_reach(client: TestClient, path: str) -> None:
    response = client.get(f"/files/{path}")
    assert response.status_code == 404
    assert "secret" not in response.text


@pytest.mark.parametrize(
    "path", ["graphiql/src/main.js", "graphiql/index.html", "swagger/index.html", "pages/home.html"]
)
def test_sources_and_templates_are_not_served(path: str) -> None:
    assert CLIENT.get(f"/static/{path}").status_code == 404


def test_a_file_cannot_be_posted_to(client: TestClient) -> None:
    response = client.post("/files/style.css")
    assert response.status_code == 405
    assert response.headers["allow"] == "GET, HEAD"


def test_the_built_page_carries_no_source_maps_and_every_file_it_names() -> None:
    assert not [name for name in BUILT if name.endswith(".map")]
    texts = [(pages.STATIC / "graphiql" / "assets" / name).read_text(errors="ignore") for name in BUILT]
    assert not [text for text in texts if "sourceMappingURL=" in text]
    index = (pages.STATIC / "graphiql" / "index.html").read_text()
    assert set(re.findall(r"assets/([^\"]+)", index)) <= set(HASHED)
