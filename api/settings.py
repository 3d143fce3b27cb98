"""Everything that can be set from outside: `PARLEY_*` environment variables in, one checked `Settings` out.

The descriptions are the user's documentation; a test holds the README to them.
"""

import os
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Annotated

from pydantic import DirectoryPath, Field, ValidationError, ValidationInfo, field_validator
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, SettingsConfigDict

from api.errors import SettingsInvalid

PREFIX = "PARLEY_"
LIKENESS = 0.85
"""How alike a name must be to one of ours to be a slip. PARLEY_SERVICE_HOST, set by an orchestrator, is not one."""

Count = Annotated[int, Field(ge=1)]


class Settings(BaseSettings):
    """What a process was told. Every field is the environment variable `PARLEY_<FIELD IN CAPITALS>`."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_ignore_empty=True, frozen=True, validate_default=True)

    database_url: str = Field(
        "sqlite:///parley.db",
        repr=False,  # it may hold a password
        description="The database: `sqlite:///parley.db` (three slashes: relative, four: absolute) or `postgresql://…`.",
    )
    read_database_url: str | None = Field(
        None,
        repr=False,
        description="Where reads go instead, when they have a place of their own: replicas, several hosts allowed.",
    )
    host: str = Field("127.0.0.1", description="The address the server listens on.")
    port: int = Field(8000, ge=0, le=65535, description="The port it listens on; 0 picks a free one.")
    workers: Count = Field(1, description="How many server processes share the port.")
    pool_size: int = Field(4, ge=1, le=100, description="Database connections a worker keeps for reading.")
    statement_timeout: float = Field(
        1.0, ge=0.001, le=3600, description="Seconds an operation's SQL may take before it is stopped."
    )
    page_limit: Count = Field(100, description="The most that any page or plain list returns.")
    default_page: Count = Field(20, description="The size of a page when none is asked for.")
    nested_page: Count = Field(10, description="The same for a page inside another.")
    list_depth: int = Field(5, ge=1, le=5, description="How many lists may nest, the outermost included.")
    selection_depth: Count = Field(16, description="How deep a selection may nest.")
    introspection_depth: Count = Field(20, description="How deep a selection of the schema's own description may nest.")
    introspection_limit: Count = Field(
        20_000, description="The most fields that an answer about the schema itself holds."
    )
    filter_depth: int = Field(5, ge=1, le=5, description="How deep a `where` may nest.")
    value_limit: int = Field(
        300,
        ge=1,
        le=500,
        description="The most values in the filters, orders and lists of an operation; a list of scalars is one.",
    )
    cost_limit: Count = Field(10_000, description="The highest cost of one operation.")
    token_limit: Count = Field(2000, description="The most tokens in a GraphQL document.")
    alias_limit: Count = Field(100, description="The most aliases in an operation.")
    root_field_limit: Count = Field(20, description="The most fields at the root of an operation.")
    directive_limit: Count = Field(50, description="The most directives in an operation.")
    response_key_repeats: Count = Field(20, description="How often one place of an operation may select the same key.")
    selected_field_limit: Count = Field(1000, description="The most fields an operation selects, fragments expanded.")
    body_limit: Count = Field(262_144, description="The longest request body, in bytes.")
    allowed_origins: str = Field(
        "*",
        description="Sites whose pages may ask, by blanks: `https://maps.example`; `*`: every; `none`: no other.",
    )
    cache_bytes: int = Field(
        33_554_432, ge=0, description="Memory in bytes a worker spends on remembered responses; 0 remembers none."
    )
    plan_cache: Count = Field(1024, description="How many compiled operations a worker remembers.")
    plan_cache_bytes: int = Field(
        33_554_432, ge=0, description="Memory in bytes a worker spends on them and their documents; 0 remembers none."
    )
    trusted_documents: DirectoryPath | None = Field(
        None, description="A folder of `.graphql` files that clients may run by the hash of their text."
    )
    trusted_only: bool = Field(False, description="Refuse every document that is not in that folder.")

    @field_validator("default_page", "nested_page")
    @classmethod
    def fits_a_page(cls, size: int, given: ValidationInfo) -> int:
        """A default above the limit would refuse every question that does not say `first`."""
        if size > (limit := given.data.get("page_limit", size)):
            raise ValueError(f"is more than {PREFIX}PAGE_LIMIT, which is {limit}")
        return size

    @field_validator("trusted_only")
    @classmethod
    def has_documents(cls, only: bool, given: ValidationInfo) -> bool:
        """Without a folder nothing could be asked at all."""
        if only and given.data.get("trusted_documents", "refused already") is None:
            raise ValueError(f"needs {PREFIX}TRUSTED_DOCUMENTS, the folder of documents to trust")
        return only

    @property
    def reading_url(self) -> str:
        """Where to read: the read database when there is one, else the database."""
        return self.read_database_url or self.database_url


def variable(field: str) -> str:
    """Name the environment variable of a field."""
    return PREFIX + field.upper()


def read() -> Settings:
    """Read the environment; `SettingsInvalid` names every variable that cannot be used, likely slips included."""
    faults = misspelt(os.environ)
    try:
        settings = Settings()
    except ValidationError as invalid:
        faults += [complaint(error) for error in invalid.errors(include_url=False)]
    if faults:
        raise SettingsInvalid("\n".join(faults))
    return settings


def misspelt(names: Iterable[str]) -> list[str]:
    """Find names that look like a setting's but are none: they would be passed over in silence."""
    known = [variable(field) for field in Settings.model_fields]
    strangers = sorted(name for name in names if name.startswith(PREFIX) and name not in known)
    guesses = ((name, get_close_matches(name, known, n=1, cutoff=LIKENESS)) for name in strangers)
    return [f"{name}: is not a setting; did you mean {guess[0]}?" for name, guess in guesses if guess]


def complaint(error: ErrorDetails) -> str:
    """Say which variable is wrong, what it holds and what would do. The value of a URL is not repeated."""
    name = variable(str(error["loc"][0]))
    reason = error["msg"].removeprefix("Value error, ")
    return f"{name}={error['input']}: {reason[:1].lower()}{reason[1:]}"
