"""The questions that people come with, one query each, answered rightly on the bundled corpus."""

from bundles import bundled, bundled_reader
from mills import Ask

__all__ = ["bundled", "bundled_reader"]  # fixtures, by importing them

TOTALS = [5, 11, 10, 24, 9, 11, 14, 7, 11, 3, 42, 3, 8, 3, 3, 4, 4, 11, 14, 10, 3, 12, 20, 8]


def test_one_query_rebuilds_the_thread_reader_page(bundled: Ask) -> None:
    answer = bundled(
        """{
          threads(where: {hashtags: {any: ["nkpeace"]}}, orderBy: [{by: RANK}], first: 24) {
            totalCount
            nodes { rank language coverage { visible total } posts(first: 3) { nodes { marker text } } }
          }
          shown: threads(where: {hashtags: {any: ["nkpeace"], basis: [IN_TEXT]}}) { totalCount }
          hashtag(name: "NKpeace") { related(first: 10) { hashtag { display } count } }
        }"""
    )
    threads = answer["threads"]["nodes"]
    assert answer["threads"]["totalCount"] == 24
    assert [thread["rank"] for thread in threads] == list(range(1, 25))
    assert [thread["coverage"]["total"] for thread in threads] == TOTALS
    assert [len(thread["posts"]["nodes"]) for thread in threads] == [3] * 11 + [2] + [3] * 12
    assert [thread["rank"] for thread in threads if thread["language"] == "fr"] == [11]
    assert answer["shown"]["totalCount"] == 10
    assert len(answer["hashtag"]["related"]) == 10


def test_fourteen_threads_carry_the_tag_only_because_the_listing_says_so(bundled: Ask) -> None:
    answer = bundled(
        """{ threads(first: 24) { nodes { hashtags { basis hashtag { name } } } } }""",
    )
    uses = [use for thread in answer["threads"]["nodes"] for use in thread["hashtags"]]
    bases = [use["basis"] for use in uses if use["hashtag"]["name"] == "nkpeace"]
    assert (bases.count("IN_TEXT"), bases.count("ASSERTED")) == (10, 14)


def test_who_writes_khankendi_and_who_stepanakert(bundled: Ask) -> None:
    place = bundled('{ place(name: "Xankəndi") { key nameUsage(by: SOURCE) { toponym key count } } }')["place"]
    assert place["key"] == "stepanakert"
    assert {usage["toponym"]: usage["key"] for usage in place["nameUsage"]} == {
        "Khankendi": "caspianpost-invitation",
        "Stepanakert": "caspianpost-invitation",
    }


def test_which_tags_go_with_karabakh_and_how_strongly(bundled: Ask) -> None:
    pairs = "related(first: 3) { count jaccard hashtag { display postCount } }"
    tag = bundled(f'{{ hashtag(name: "#KARABAKH") {{ postCount {pairs} }} }}')["hashtag"]
    assert [pair["hashtag"]["display"] for pair in tag["related"]] == ["NKpeace", "Armenia", "Azerbaijan"]
    for pair in tag["related"]:
        union = tag["postCount"] + pair["hashtag"]["postCount"] - pair["count"]
        assert pair["jaccard"] == round(pair["count"] / union, 6)


def test_what_share_of_the_announced_posts_is_here(bundled: Ask) -> None:
    coverage = bundled('{ source(key: "nkpeace") { coverage { visible total ratio isComplete mismatch } } }')
    assert coverage["source"]["coverage"] == {
        "visible": 71,
        "total": 250,
        "ratio": 0.284,
        "isComplete": False,
        "mismatch": True,
    }


def test_posts_within_fifty_kilometres_of_a_place(bundled: Ask) -> None:
    answer = bundled(
        """{
          place(key: "barda") { latitude longitude near(kilometres: 50, first: 20) { kilometres place { key } } }
          posts(where: {places: {near: {latitude: 40.37576, longitude: 47.12619, kilometres: 50}}}, first: 100) {
            totalCount nodes { places { role place { key } } }
          }
        }"""
    )
    around = {"barda"} | {each["place"]["key"] for each in answer["place"]["near"]}
    assert answer["posts"]["totalCount"] == len(answer["posts"]["nodes"]) > 0
    for post in answer["posts"]["nodes"]:
        assert around & {mention["place"]["key"] for mention in post["places"] if mention["role"] != "DEMONYM"}


def test_posts_naming_a_place_inside_a_box_as_a_location_only(bundled: Ask) -> None:
    box = "{west: 46, south: 39, east: 48, north: 41}"
    answer = bundled(
        f"""{{
          places(where: {{bbox: {box}}}, first: 100) {{ nodes {{ key }} }}
          posts(where: {{places: {{bbox: {box}, role: [LOCATION]}}}}, first: 100) {{
            totalCount nodes {{ places(role: [LOCATION]) {{ place {{ key }} }} }}
          }}
          all: posts(first: 100) {{ nodes {{ places(role: [LOCATION]) {{ place {{ key }} }} }} }}
        }}"""
    )
    inside = {place["key"] for place in answer["places"]["nodes"]}
    fitting = [
        post for post in answer["all"]["nodes"] if inside & {mention["place"]["key"] for mention in post["places"]}
    ]
    assert answer["posts"]["totalCount"] == len(fitting) > 0


def test_what_changed_since_the_empty_dataset(bundled: Ask) -> None:
    answer = bundled(
        "{ dataset { counts { type count } } changes(since: 0) { totalCount nodes { action node { id } } } }"
    )
    assert answer["changes"]["totalCount"] >= sum(each["count"] for each in answer["dataset"]["counts"])
    assert all(change["action"] == "ADDED" and change["node"] for change in answer["changes"]["nodes"])


def test_the_months_with_the_undated(bundled: Ask) -> None:
    posts = bundled("{ posts { totalCount buckets(by: MONTH) { start end count } } }")["posts"]
    assert posts["buckets"] == [
        {"start": "2023-03-01", "end": "2023-03-31", "count": 1},
        {"start": None, "end": None, "count": 72},
    ]
    assert posts["totalCount"] == 73


def test_a_demonym_is_never_counted_as_a_place(bundled: Ask) -> None:
    query = """query($role: [MentionRole!]) {
      posts(where: {places: {any: ["armenia"], role: $role}}) { totalCount }
      place(key: "armenia") { postCount posts { totalCount } }
    }"""
    plain, demonyms = bundled(query, {}), bundled(query, {"role": ["DEMONYM"]})
    assert plain["posts"]["totalCount"] == plain["place"]["postCount"] == plain["place"]["posts"]["totalCount"]
    assert demonyms["posts"]["totalCount"] > 0
