"""What a file holds, written and read back."""

from array import array

from hypothesis import given
from hypothesis import strategies as st

from api.models import identify
from seeds.loading.holdings import Holding, read, written
from seeds.records import Account, Post, Source, Thread

ids = st.lists(st.integers(1, 2**63 - 1), unique=True).map(lambda numbers: array("q", sorted(numbers)))
names = st.dictionaries(st.text(max_size=3), st.text(max_size=3), max_size=3)


@given(
    st.builds(
        Holding,
        defined=st.fixed_dictionaries(dict.fromkeys(("Source", "Thread", "Post", "Place"), ids)),
        needed=ids,
        untitled=ids,
        sources=st.dictionaries(st.text(max_size=3), st.tuples(st.none(), st.just(("Tag",))), max_size=2),
        authors=names,
        described=names,
        is_shared=st.booleans(),
    )
)
def test_a_holding_comes_back_as_it_was_written(holding: Holding) -> None:
    assert read(written(holding)) == holding


def test_a_holding_knows_what_its_records_define_and_need_elsewhere() -> None:
    holding = Holding()
    holding.take(Source(key="a", kind="FEED", title="A", hashtags=("Peace",)))
    holding.take(Thread(key="a/1", source="a", rank=1, author="Bo"))
    holding.take(Thread(key="b/1", source="b", rank=1, title="Titled", author="BO"))
    holding.take(Post(key="c/1/1", thread="c/1", position=1, text="Words"))
    holding.close()
    assert sorted(holding.needed) == sorted((identify("Source", "b"), identify("Thread", "c/1")))
    assert list(holding.untitled) == [identify("Thread", "a/1")]
    assert holding.authors == {"bo": "BO"}
    assert not holding.is_shared
    holding.take(Account(handle="Ann"))
    assert (holding.is_shared, holding.described) == (True, {"ann": "Ann"})
