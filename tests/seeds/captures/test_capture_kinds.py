"""Telling captures apart by their own marks."""

import pytest

from api.errors import CaptureError
from seeds.captures import Kind, import_capture
from seeds.captures.kinds import parse_kind, recognise


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Discover and read the best of Twitter Threads about #Mill\n", Kind.HASHTAG_PAGE),
        ("\ufeffMost recents (24)\n\nA mill.\n", Kind.HASHTAG_PAGE),
        ("A mill.\r\nRead 5 tweets\r\n", Kind.HASHTAG_PAGE),
        ("Ann Profile picture\nSep 17, 2021 4 tweets 2 min read\nA mill.\n", Kind.USER_PAGE),
        ("Ann Profile picture\nJun 13 • 7 tweets • 1 min read\nA mill.\n", Kind.USER_PAGE),
        ("Ann Profile picture\nJan 16, 2020 85 tweets 155 min read Read on X\nA mill.\n", Kind.THREAD_PAGE),
        (", 8 tweets, 4 min read Read on Twitter\nA mill.\n", Kind.THREAD_PAGE),
        ("A mill.\n• • •\n", Kind.THREAD_PAGE),
        ("A mill.\nYou can follow @ann.\n", Kind.THREAD_PAGE),
        ("Scrolly\n\nA mill.\n", Kind.SCROLLY_PAGE),
        ("• Home\n  • The Mill\n\nA mill.\n", Kind.ARTICLE),
        ("The Mill\n\nA mill.\n\n[1] A note.", Kind.ARTICLE),
        ("The Mill\n\nA mill.\n\nRead the full story here.", Kind.ARTICLE),
        ("The Mill\n\nBy Ann Example\n\nA mill.", Kind.ARTICLE),
        ("The Mill\n\n2023-06-27 | 12:46\n\nA mill.", Kind.ARTICLE),
        ("The Mill\n\nPhoto via @ann/Twitter\n\nA mill.", Kind.ARTICLE),
        ('[{"id": "1"}]', Kind.STATUSES),
        ('\n{"ancestors": [], "descendants": []}', Kind.STATUSES),
        ('[{"id": broken', Kind.STATUSES),
    ],
)
def test_the_texts_own_marks_tell_its_kind(text: str, kind: Kind) -> None:
    assert recognise(text, "page.txt") is kind


def test_text_without_marks_is_refused_with_the_kinds_that_can_be_forced() -> None:
    with pytest.raises(CaptureError, match=r"page\.txt:1: .*hashtag-page.*--as"):
        recognise("A mill, and a lake.\n", "page.txt")


@pytest.mark.parametrize("text", ["", " \r\n\t\n", "\ufeff"])
def test_an_empty_capture_is_refused(text: str) -> None:
    with pytest.raises(CaptureError, match="empty"):
        recognise(text, "page.txt")


def test_a_kind_can_be_forced() -> None:
    forced = import_capture("A mill.\n\nA lake.\n", name="page.txt", kind="thread-page")
    assert "Thread" not in str(forced.seed["sources"])[:20]
    assert "A lake." in str(forced.seed)


def test_a_kind_that_does_not_exist_is_refused_with_those_that_do() -> None:
    with pytest.raises(CaptureError, match=r"«blog» is not a kind.*article"):
        parse_kind("blog")
