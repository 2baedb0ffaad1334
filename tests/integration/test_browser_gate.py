"""Where there is no browser the browser tests are skipped with one clear message; in CI they fail."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def run_one_browser_test(**environment):
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/browser/test_scheme.py"]
    env = {name: value for name, value in os.environ.items() if name != "CI"}
    return subprocess.run(
        command, cwd=ROOT, env={**env, "CHROME": "/no/such/browser", **environment}, capture_output=True, text=True
    )


@pytest.mark.parametrize(("ci", "code"), [("", 0), ("0", 0), ("true", 1)])
def test_without_a_browser(ci, code):
    done = run_one_browser_test(CI=ci)

    assert done.returncode == code, done.stdout
    assert done.stdout.count("no browser: the browser tests did not run") >= 1
    assert (" skipped" in done.stdout) == (code == 0)
