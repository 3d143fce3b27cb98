"""The limits in force, as a client can read them."""

import pytest
from starlette.routing import Router
from starlette.testclient import TestClient

from api.endpoints.bounds import LIMITS, limits, routes
from api.settings import Settings


def test_each_limit_is_told_with_its_value_its_meaning_and_its_setting() -> None:
    told = TestClient(Router(routes(Settings(cost_limit=77)))).get("/limits").json()
    assert told["cost_limit"] == {
        "value": 77,
        "description": "The highest cost of one operation.",
        "setting": "PARLEY_COST_LIMIT",
    }
    assert list(told) == list(LIMITS)


@pytest.mark.parametrize("name", [name for name in Settings.model_fields if name.endswith(("_limit", "_depth"))])
def test_no_limit_is_forgotten(name: str) -> None:
    assert name in limits(Settings())
