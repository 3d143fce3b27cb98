"""Uncertain dates as columns: a range of days or an instant enters, the stored columns and sort keys leave."""

from datetime import UTC, datetime, timedelta
from functools import lru_cache

from api.models import UNDATED
from seeds.loading.tables import Value
from seeds.records import UncertainDate

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)

_NAMES = ("earliest", "latest", "instant", "precision", "basis")
_UNDATED: dict[str, Value] = {
    **{f"published_{name}": None for name in _NAMES},
    "oldest_first": UNDATED,
    "newest_first": UNDATED,
}


@lru_cache(maxsize=4096)
def microseconds(moment: str) -> int:
    """Return microseconds since 1970 of an ISO 8601 instant, or of a day's first moment in UTC."""
    read = datetime.fromisoformat(moment)
    return (read.replace(tzinfo=read.tzinfo or UTC) - _EPOCH) // _MICROSECOND


def published(date: UncertainDate | None) -> dict[str, Value]:
    """Return the columns of `Published`: the range, and both sort keys (UNDATED without a date)."""
    if date is None:
        return dict(_UNDATED)
    oldest_first = microseconds(date.instant or date.earliest)
    return {
        "published_earliest": date.earliest,
        "published_latest": date.latest,
        "published_instant": date.instant,
        "published_precision": date.precision,
        "published_basis": date.basis,
        "oldest_first": oldest_first,
        "newest_first": -oldest_first,
    }
