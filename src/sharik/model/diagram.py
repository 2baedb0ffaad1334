"""data/diagrams/<id>/: the shape of a drawing, and its labels per locale."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from sharik.model.strict import Id, Strict, Text


class Panel(Strict):
    """Arrows between a firm and `people` persons: out to those `reached`, or in from them."""

    id: Id
    flow: Literal["out", "in"]
    people: int = Field(ge=1, le=9)
    reached: list[int]


class Flow(Strict):
    schema_: Literal[1] = Field(alias="schema")
    id: Id
    kind: Literal["flow"]
    panels: list[Panel] = Field(min_length=1)

    def labels(self) -> list[str]:
        return [label for p in self.panels for label in (p.id, f"{p.id}-start", f"{p.id}-end")]


class Touch(Strict):
    id: Id
    lane: Literal["online", "offline"]


class Moment(Strict):
    id: Id
    touches: list[Touch] = Field(min_length=1)


class Journey(Strict):
    """A line through moments in time, weaving between two lanes."""

    schema_: Literal[1] = Field(alias="schema")
    id: Id
    kind: Literal["journey"]
    moments: list[Moment] = Field(min_length=1)

    def labels(self) -> list[str]:
        ids = [id for m in self.moments for id in (m.id, *(t.id for t in m.touches))]
        return ["online", "offline", *ids]


class Duty(Strict):
    id: Id
    side: Literal["owner", "agency", "both"]


class Roles(Strict):
    """A line carried by two strokes: what each side brings, and what both carry."""

    schema_: Literal[1] = Field(alias="schema")
    id: Id
    kind: Literal["roles"]
    duties: list[Duty]

    def labels(self) -> list[str]:
        return ["owner", "agency", "both", *(d.id for d in self.duties)]


class Cause(Strict):
    id: Id
    phase: Literal["before", "during"]


class Causes(Strict):
    """A beam on one stroke per cause; each cause has a remedy."""

    schema_: Literal[1] = Field(alias="schema")
    id: Id
    kind: Literal["causes"]
    causes: list[Cause] = Field(min_length=1)

    def labels(self) -> list[str]:
        return ["before", "during", *(label for c in self.causes for label in (c.id, f"{c.id}-remedy"))]


Diagram = Flow | Journey | Roles | Causes
DIAGRAM: TypeAdapter[Diagram] = TypeAdapter(Annotated[Diagram, Field(discriminator="kind")])


class DiagramWords(Strict):
    caption: Text
    labels: dict[str, Text]
