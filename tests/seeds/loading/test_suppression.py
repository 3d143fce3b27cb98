"""What is never loaded."""

from seeds.loading.suppression import united
from seeds.records import Source, Suppress, Thread

URL = "https://example.org/thread"
LISTS = united([Suppress(handles=("Ann",), posts=("a/1/1",)), Suppress(urls=(URL,))])


def test_lists_of_all_files_are_one_whatever_their_order() -> None:
    again = united([Suppress(urls=(URL,), posts=("a/1/1",)), Suppress(handles=("ANN",))])
    assert again == LISTS
    assert again.digest == LISTS.digest != united([]).digest


def test_accounts_are_suppressed_in_any_letter_case() -> None:
    assert LISTS.account("aNN")
    assert not LISTS.account("Anna")
    assert not LISTS.account(None)


def test_an_address_suppresses_a_source_a_thread_and_a_post() -> None:
    assert LISTS.source(Source(key="a", kind="FEED", title="A", url=URL))
    assert LISTS.thread(Thread(key="a/1", source="a", rank=1, url=URL))
    assert LISTS.post("a/1/2", URL, None)
    assert not LISTS.post("a/1/2", None, None)


def test_an_account_suppresses_what_it_wrote_and_a_key_its_post() -> None:
    assert LISTS.thread(Thread(key="a/1", source="a", rank=1, author="ann"))
    assert LISTS.post("a/1/2", None, "ANN")
    assert LISTS.post("a/1/1", None, None)
