"""HTML of statuses to plain text. The sentences are our own."""

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeds.captures.markup import plain_text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>A mill.</p><p>A lake.</p>", "A mill.\n\nA lake."),
        ("<p>A mill.<br>A lake.<br/>A boat.</p>", "A mill.\nA lake.\nA boat."),
        ("<p>Mill &amp; lake &lt;3 &#39;boat&#39; &nbsp;!</p>", "Mill & lake <3 'boat' \u00a0!"),
        ("<p>A\n  mill <b>by</b> the <em>lake</em></p>", "A mill by the lake"),
        ("A mill without a paragraph", "A mill without a paragraph"),
        ("<ul><li>mill</li><li>lake</li></ul><p>end</p>", "- mill\n- lake\n\nend"),
        ("<ul><li><p>mill</p></li><li>lake<ol><li>deep</li></ol></li></ul>", "- mill\n- lake\n1. deep"),
        ("<ol><li>mill</li><li>lake</li></ol>", "1. mill\n2. lake"),
        ("<pre><code>a  b\n  c</code></pre>", "a  b\n  c"),
        ("<blockquote><p>A mill.</p></blockquote><p>A lake.</p>", "A mill.\n\nA lake."),
        ("<p>A mill.<script>alert(1)</script></p>", "A mill."),
        ('<p><img src="x" alt=":blobcat:"> A mill.</p>', ":blobcat: A mill."),
        ("<p>A mill.<p>A lake.", "A mill.\n\nA lake."),
        ("</p></ul></a>A mill.", "A mill."),
        ("", ""),
    ],
)
def test_paragraphs_breaks_lists_and_entities_become_text(markup: str, text: str) -> None:
    assert plain_text(markup) == (text, [])


def test_an_address_with_hidden_ends_comes_back_whole() -> None:
    markup = (
        '<p>See <a href="https://lake.example/a/long/way" rel="nofollow"><span class="invisible">https://</span>'
        '<span class="ellipsis">lake.example/a/lo</span><span class="invisible">ng/way</span></a>.</p>'
    )
    assert plain_text(markup) == ("See https://lake.example/a/long/way.", [])


def test_mentions_and_tags_are_their_words() -> None:
    markup = (
        '<p><span class="h-card"><a href="https://hill.example/@bob" class="mention">@<span>bob</span></a></span> '
        '<a href="https://lake.example/tags/Mill" class="mention hashtag" rel="tag">#<span>Mill</span></a></p>'
    )
    assert plain_text(markup) == ("@bob #Mill", [])


def test_a_link_behind_other_words_keeps_its_address() -> None:
    assert plain_text('<p>See <a href="https://lake.example/mill">the mill</a>.</p>') == (
        "See the mill.",
        [{"displayed": "the mill", "url": "https://lake.example/mill"}],
    )


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029")))
def test_escaped_words_come_back_as_they_were_but_for_blanks(words: str) -> None:
    expected = " ".join(part for part in words.split(" ") if part)
    assert plain_text(f"<p>{html.escape(words)}</p>") == (expected, [])


@given(st.text(alphabet="<>/abpulioré \n&;\"'=-!?#", max_size=60))
def test_broken_markup_never_fails(markup: str) -> None:
    text, _ = plain_text(markup)
    assert text == text.strip(" \t\r\n")
