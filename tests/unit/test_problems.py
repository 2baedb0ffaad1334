import pytest

from sharik.problems import ContentError, Fix, Problem, Report

ERROR = Problem("b.yml", 2, "bad-id", "wrong", "Mend it.")
WARNING = Problem("a.yml", 10, "missing-words", "none", severity="warning")


def test_a_problem_reads_as_place_code_message_and_hint():
    assert str(ERROR) == "b.yml:2: bad-id: wrong\n    Mend it."
    assert str(WARNING) == "a.yml:10: warning: missing-words: none"


def test_a_problem_has_a_form_for_other_programs():
    assert ERROR.as_dict() == {
        "path": "b.yml",
        "line": 2,
        "code": "bad-id",
        "message": "wrong",
        "hint": "Mend it.",
        "severity": "error",
        "column": 1,
        "fix": None,
    }


def test_a_fix_says_what_to_put_where():
    fixable = Problem("a.md", 3, "FA107", "x", column=5, fix=Fix(3, 5, 3, 11, "می‌شود"))

    assert fixable.as_dict()["fix"] == {"line": 3, "column": 5, "end_line": 3, "end_column": 11, "text": "می‌شود"}


def test_a_code_that_is_not_in_the_list_is_refused():
    with pytest.raises(ValueError, match="unknown problem code: typo"):
        Problem("a.yml", 1, "typo", "x")


def test_the_error_holds_all_problems_by_place():
    second, tenth = (Problem("a.yml", line, "bad-id", "x") for line in (2, 10))
    error = ContentError([ERROR, tenth, second])

    assert error.problems == [second, tenth, ERROR]
    assert str(error).startswith("a.yml:2: bad-id: x\na.yml:10: ")


def test_a_report_keeps_errors_and_warnings_apart_and_each_once():
    report = Report()
    report.error("b.yml", 2, "bad-id", "wrong", "Mend it.")
    report.warning("a.yml", 10, "missing-words", "none")
    report.error("b.yml", 2, "bad-id", "wrong", "Mend it.")

    assert (report.errors, report.warnings) == ([ERROR], [WARNING])
