"""Hosts: where an address begins and ends, and how long the search takes."""

import pytest

from growing import IN_PROPORTION, growth
from seeds.extraction.hosts import find_addresses


def addresses(text: str) -> list[str]:
    return [text[found.start : found.end] for found in find_addresses(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("example.org and example.org/a, www.example.co.uk", ["example.org", "example.org/a", "www.example.co.uk"]),
        ("(https://example.org/a_(b))", ["https://example.org/a_(b)"]),
        ("HTTP://EXAMPLE.ORG:8080/a/?b#c!", ["HTTP://EXAMPLE.ORG:8080/a/?b#c"]),
        ("http://example.org/a.b,c;d... x", ["http://example.org/a.b,c;d"]),
        ("見てexample.orgとhttps://例え.jp/道です。", ["example.org", "https://例え.jp/"]),
        ("例example.orgと例.みんな 例example.zzz例.みんな", ["example.org"]),
        ("例" + "a" * 64 + ".org", []),
        ("http://example.orghttp://example.com", []),
        ("https://t.co/AbC12's and https://t.co/AbC12?s=20", ["https://t.co/AbC12", "https://t.co/AbC12?s=20"]),
        ("https://t.co/" + "a" * 41, []),
        (
            "http://sub_domain.example.org http://under_score.org http://-a.org http://a-.org",
            ["http://sub_domain.example.org"],
        ),
        ("name@example.org #example.org @example.org $example.org", []),
        ("archive.tar.bz2 example.orgx http://nowhere http://a..org", []),
        ("http://" + "a" * 64 + ".org", []),
        ("http://xn--はじめ.com", []),
        ("http://example.org/" + "a" * 4096, []),
    ],
)
def test_addresses_begin_and_end_where_twitter_text_says(text: str, expected: list[str]) -> None:
    assert addresses(text) == expected


@pytest.mark.parametrize(
    "unit",
    [
        "a.",
        "com.",
        "x.com",
        "日本語。",
        "a-",
        "a_",
        "http://",
        "é.",
        "x.com/(a!)",
        "x.com/@a/",
        "x.com?a!",
        "(a(b)",
        "...",
        "#a@b.",
    ],
)
def test_the_search_takes_a_time_in_proportion_to_the_text(unit: str) -> None:
    assert growth(lambda text: list(find_addresses(f"{text}.com")), unit) < IN_PROPORTION
