"""data/house-style/: the rules of the checker, what is said of them, and the word lists they read."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from sharik.model.strict import Id, Strict, Text

Severity = Literal["error", "warning", "info"]
Code = Annotated[str, StringConstraints(pattern=r"^(?:UNI|FA|AR|EN|P|BD|MD)\d{3}$")]


class Rule(Strict):
    """A rule of the checker; it `repairs` what it finds when the right form is certain.

    `isolated` is its severity where the build keeps left-to-right runs whole.
    """

    id: Code
    severity: Severity
    isolated: Severity | None = None
    locales: list[str]
    repairs: bool = False


class Family(Strict):
    id: Id
    rules: list[Rule]


class HouseStyle(Strict):
    schema_: Literal[1] = Field(alias="schema")
    families: list[Family]

    @property
    def rules(self) -> dict[str, Rule]:
        """Every rule by its code, in order."""
        return {rule.id: rule for family in self.families for rule in family.rules}


class RuleWords(Strict):
    """`bad` and `good` are examples; characters that cannot be seen stand in them by name: ⟨ZWNJ⟩."""

    title: Text
    why: Text
    bad: Text
    good: Text


class HouseStyleWords(Strict):
    families: dict[str, Text]
    rules: dict[Code, RuleWords]


class WordLists(Strict):
    """The lists of one language: wrong form -> right form, and words that a rule looks for or leaves alone."""

    schema_: Literal[1] = Field(alias="schema")
    spelling: dict[str, Text] = {}
    tanwin: list[Text] = []
    final_ya: list[Text] = []
    keep: list[Text] = []
    empty_links: list[Text] = []
