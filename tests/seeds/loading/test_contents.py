"""What a node says: digests and differences, apart from where and when it was read."""

from dataclasses import replace

from api.text.fold import fold
from seeds.extraction.gazetteer import Gazetteer
from seeds.loading.contents import differences, digest_of
from seeds.loading.origins import Origin
from seeds.loading.posts import Context, Reader, post_rows
from seeds.loading.sources import source_rows
from seeds.loading.suppression import Suppression
from seeds.loading.tables import Bundle
from seeds.records import Media, Post, RelatedItem, Source

ORIGIN = Origin("first.yaml", 3, 5, "0" * 64)
READER = Reader(Gazetteer(()), Suppression(), 1)
POST = Post(key="a/1/1", thread="a/1", position=1, text="Words for #Peace by @Ann")
CONTEXT = Context("a", ("Lakes",), "en", "Bo", 4)


def rows(post: Post = POST, context: Context = CONTEXT, origin: Origin = ORIGIN, revision: int = 1) -> Bundle:
    return post_rows(post, context, origin, replace(READER, revision=revision))


def test_where_and_when_a_node_was_read_is_no_content() -> None:
    elsewhere = rows(origin=Origin("second.yaml", 9, 1, "1" * 64), revision=7)
    assert digest_of("Post", elsewhere) == digest_of("Post", rows())
    assert differences("Post", rows(), elsewhere) == []


def test_the_rank_of_its_thread_is_no_content_of_a_post() -> None:
    assert digest_of("Post", rows(context=CONTEXT._replace(rank=9))) == digest_of("Post", rows())


def test_each_change_is_named_by_the_field_in_which_it_is_seen() -> None:
    def changed(**fields: object) -> list[str]:
        return differences("Post", rows(), rows(POST.model_copy(update=fields)))

    assert changed(text="Words for #Peace by @Ann!") == ["text"]
    assert changed(text="words for #Peace and #War by @Ann") == ["text", "hashtags", "mentions"]
    assert changed(author="Cem") == ["author"]
    assert changed(language="en") == []
    assert changed(media=(Media(alt="A lake"),)) == ["media"]
    assert differences("Post", rows(), rows(context=CONTEXT._replace(tags=()))) == ["hashtags"]


def test_what_belongs_to_a_source_is_its_content() -> None:
    source = Source(key="a", kind="FEED", title="Één")
    other = source.model_copy(update={"related_items": (RelatedItem(title="Read on"),), "title": "Two"})
    before, after = source_rows(source, ORIGIN, 1), source_rows(other, ORIGIN, 2)
    assert differences("Source", before, after) == ["title", "relatedItems"]
    assert fold("Één") in before["sources"][0]
