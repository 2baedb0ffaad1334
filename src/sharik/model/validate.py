"""Turns a document into a model, and pydantic's errors into our problems."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from sharik.model.strict import ID_PATTERN
from sharik.problems import Report
from sharik.source import Document

M = TypeVar("M", bound=BaseModel)
T = TypeVar("T")

# What we expected, by pydantic's name of the error.
EXPECTED = {
    "string_type": "a text; put it in quotes",
    "string_too_short": "a text that is not empty, of at least {min_length} characters",
    "string_too_long": "a text of at most {max_length} characters",
    "int_type": "a whole number",
    "greater_than_equal": "a number of at least {ge}",
    "less_than_equal": "a number of at most {le}",
    "literal_error": "one of {expected}",
    "list_type": "a list: lines that start with a hyphen",
    "tuple_type": "a list: lines that start with a hyphen",
    "too_short": "at least {min_length} entries",
    "too_long": "at most {max_length} entries",
    "dict_type": "keys with values below them",
    "model_type": "keys with values below them",
    "model_attributes_type": "keys with values below them",
    "date_type": "a date such as 2026-11-21",
    "date_from_datetime_inexact": "a date without a time, such as 2026-11-21",
}


def validate(model: type[M], document: Document, report: Report) -> M | None:
    """The document's value as `model`; None when it has problems, which are then in `report`."""
    return validate_as(TypeAdapter(model), document, report, names=model.model_fields)


def validate_as(
    adapter: TypeAdapter[T], document: Document, report: Report, *, names: Mapping[str, Any] | None = None
) -> T | None:
    """The same for any pydantic type."""
    try:
        return adapter.validate_python(document.value)
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            _tell(detail, document, list(names or ()), report)
        return None


def _tell(detail: ErrorDetails, document: Document, names: list[str], report: Report) -> None:
    kind, context = detail["type"], detail.get("ctx", {})
    location = _place(detail["loc"], document)
    key, line = ".".join(map(str, location)) or "the file", document.line(*location)
    if kind == "missing":
        hint = f"Add the line '{detail['loc'][-1]}: …'."
        report.error(document.path, line, "missing-key", f"'{_dotted(detail)}' is missing", hint)
    elif kind == "extra_forbidden":
        close = get_close_matches(str(detail["loc"][-1]), names, 1)
        hint = f"Did you mean '{close[0]}'?" if close else "Remove it, or look for a misspelling."
        report.error(document.path, line, "unknown-key", f"'{_dotted(detail)}' is not known here", hint)
    elif kind == "string_pattern_mismatch" and context.get("pattern") == ID_PATTERN:
        hint = "Use lower-case English letters, digits and hyphens, such as cpa-ceiling."
        report.error(document.path, line, "bad-id", f"'{detail['input']}' is not an id", hint)
    else:
        expected = EXPECTED[kind].format(**context) if kind in EXPECTED else detail["msg"].removeprefix("Value error, ")
        message = f"{key} is {_shown(detail['input'])}"
        report.error(document.path, line, "invalid-value", message, f"Expected {expected}.")


def _place(location: tuple[int | str, ...], document: Document) -> tuple[int | str, ...]:
    """The part of pydantic's location that exists in the file (it also names union branches)."""
    kept: tuple[int | str, ...] = ()
    for step in location:
        if (*kept, step) in document.lines:
            kept = (*kept, step)
    return kept


def _dotted(detail: ErrorDetails) -> str:
    return ".".join(map(str, detail["loc"]))


def _shown(value: object) -> str:
    text = repr(value) if not isinstance(value, (dict, list)) else type(value).__name__
    return text if len(text) <= 60 else text[:57] + "…"
