"""What the home page says of the dataset: asked of the mill like any question, by one query."""

import orjson

from api.endpoints.milling import Milling
from api.endpoints.pages import Describe, Introduction
from api.endpoints.questions import Question
from api.errors import APIError

QUERY = "{ dataset { name citation revision { number } counts { type count } } }"


def introducing(milling: Milling) -> Describe:
    """Return the function that introduces the dataset; None while there is nothing, or no database, to speak of."""

    async def describe() -> Introduction | None:
        try:
            dataset = orjson.loads(await milling.data(Question(QUERY)))["dataset"]
        except APIError:
            return None
        if dataset["revision"]["number"] == 0:
            return None
        counts = {f"{each['type'].lower()}s": each["count"] for each in dataset["counts"]}
        return Introduction(dataset["name"], dataset["citation"], dataset["revision"]["number"], counts)

    return describe
