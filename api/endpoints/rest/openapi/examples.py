"""True answers of the bundled corpus, as examples: which questions they answer, and the answers as they were kept.

A test asks the questions again and holds the answers to what is kept; PARLEY_TEST_REWRITE=1 keeps them anew.
"""

from pathlib import Path
from typing import Any

import orjson

FILE = Path(__file__).with_name("examples.json")

QUESTIONS: dict[str, str] = {
    "/dataset": "/dataset",
    "/sources": "/sources?fields=key,kind,title,publisher,language,published&limit=2",
    "/sources/{key}": "/sources/caspianpost-invitation",
    "/sources/{key}/threads": "/sources/nkpeace/threads?order=-length&limit=1",
    "/sources/{key}/posts": "/sources/nkpeace/posts?fields=key,marker,text&limit=2",
    "/threads": "/threads?hashtag=NKpeace&fields=key,rank,coverage&include=totalCount&limit=2",
    "/threads/buckets": "/threads/buckets?by=YEAR",
    "/threads/coverage": "/threads/coverage",
    "/threads/{key}": "/threads/nkpeace/7",
    "/threads/{key}/posts": "/threads/nkpeace/7/posts?fields=key,position,marker,text&limit=2",
    "/threads/{key}/related": "/threads/nkpeace/7/related?limit=1",
    "/posts": "/posts?hashtag=NKpeace&hashtag.match=FOLDED&fields=key,text,published&include=hashtags&limit=1",
    "/posts/facets": "/posts/facets?field=HASHTAG&field=PLACE&size=2",
    "/posts/buckets": "/posts/buckets?by=MONTH",
    "/posts/coverage": "/posts/coverage?source=nkpeace",
    "/posts/{key}": "/posts/nkpeace/7/2?include=hashtags,places",
    "/posts/{key}/related": "/posts/nkpeace/7/2/related?limit=1",
    "/hashtags": "/hashtags?order=-postCount&limit=2",
    "/hashtags/{name}": "/hashtags/NKpeace?include=variants",
    "/hashtags/{name}/posts": "/hashtags/NKpeace/posts?fields=key,text&limit=1",
    "/hashtags/{name}/threads": "/hashtags/NKpeace/threads?fields=key,title&limit=1",
    "/hashtags/{name}/related": "/hashtags/NKpeace/related?limit=2",
    "/hashtags/{name}/buckets": "/hashtags/NKpeace/buckets?by=YEAR",
    "/places": "/places?near=39.8,46.75,100&order=distance&fields=key,name,kind,latitude,longitude&limit=2",
    "/places/{key}": "/places/stepanakert?include=names,parents",
    "/places/{key}/posts": "/places/stepanakert/posts?fields=key,excerpt&excerpt.length=80&limit=1",
    "/places/{key}/mentions": "/places/stepanakert/mentions?limit=1",
    "/places/{key}/name-usage": "/places/stepanakert/name-usage?by=SOURCE",
    "/places/{key}/near": "/places/stepanakert/near?kilometres=30&limit=2",
    "/accounts": "/accounts?order=-mentionCount&limit=2",
    "/accounts/{handle}": "/accounts/CrisisGroup",
    "/accounts/{handle}/mentioned-in": "/accounts/CrisisGroup/mentioned-in?fields=key,text&limit=1",
    "/revisions": "/revisions?limit=1",
    "/revisions/{number}": "/revisions/1",
    "/revisions/{number}/changes": "/revisions/1/changes?limit=1",
    "/changes": "/changes?since=0&limit=1",
    "/search": "/search?q=ceasefire&limit=1",
    "/posts.ndjson": "/posts.ndjson?thread=nkpeace/7&fields=key,text&limit=2",
    "/posts.csv": "/posts.csv?thread=nkpeace/7&fields=key,published,text&limit=2",
    "/posts.geojson": "/posts.geojson?key=nkpeace/7/2",
    "/posts.atom": "/posts.atom?thread=nkpeace/7&limit=1",
    "/posts.feed.json": "/posts.feed.json?thread=nkpeace/7&limit=1",
    "/places.geojson": "/places.geojson?fields=key,name,kind&limit=1",
    "/queries/name-usage": "/queries/name-usage?place=Stepanakert",
    "/queries/tags-together": "/queries/tags-together?tag=crimea",
    "/queries/timeline": "/queries/timeline?tags=NKpeace&by=YEAR",
}
"""One question for each path worth an example."""


def kept() -> dict[str, Any]:  # Any: answers, as JSON has them
    """Read the answers that were kept; none while there is no file yet."""
    found: dict[str, Any] = orjson.loads(FILE.read_bytes()) if FILE.exists() else {}
    return found
