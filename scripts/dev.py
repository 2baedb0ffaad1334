#!/usr/bin/env python3
"""The one launcher. It sets itself up (a .venv from the lock), then runs:

    python3 scripts/dev.py serve [--port N]                  build the site, show it, rebuild on every change
    python3 scripts/dev.py build [--out DIR] [--portable] [--no-print]
                                                             build the site with its sheets into site/
    python3 scripts/dev.py check [paths] [--fix] [--json] [--format=github] [--explain CODE]
                                                             tell every problem in content and language; --fix
                                                             repairs what is certain, --explain tells of a rule
    python3 scripts/dev.py find QUERY [--locale fa] [--json] what a reader finds, with the engine of the browser
    python3 scripts/dev.py print [ID ...] [--locale fa] [--paper large] [--fill FILE] [--out DIR]
                                                             make the sheets (PDF) of lists, articles and guides
    python3 scripts/dev.py ids                               the register of published ids
    python3 scripts/dev.py test [pytest arguments]           run every check and test; with arguments, pytest alone
    python3 scripts/dev.py bench [NAME]                      measure builds and page sizes (build_time), the checker
                                                             (check_speed), search and its peers (search),
                                                             sheets and cards (paper)
    python3 scripts/dev.py lock [--upgrade]                  write the locks anew from pyproject.toml

Any other verb, and all options of a verb, go to the package: `.venv/bin/python -m sharik VERB ...`.
Paths in arguments are read from the repository's root. Exit codes: 0 well, 1 problems, 2 wrong use.
"""

# Standard library only; must still parse under Python 3.7, to say there that it is too old.
from __future__ import annotations

import os
import subprocess
import sys

from setup_venv import DEV, PYTHON, ROOT, SITE, SetupProblem, check_python, ensure, say

INTERRUPTED = 130
STEPS = {
    "ruff check": ["ruff", "check"],
    "ruff format": ["ruff", "format", "--check"],
    "mypy": ["mypy"],
    "codespell": ["codespell_lib"],
    "sharik check": ["sharik", "check"],
    # A process for each core. Files in their order: those that drive a browser take longest and come first.
    "pytest": ["pytest", "-n", "auto", "--dist", "loadfile", "--no-loadscope-reorder"],
}


def child_environment(**more: str) -> dict[str, str]:
    # Material prints a banner about MkDocs 2 on every build (decisions/).
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", **more}


def run(arguments: list[str], env: dict[str, str]) -> int:
    """Runs `.venv`'s Python to its end: Ctrl+C reaches it too, and it is left to stop by itself."""
    child = subprocess.Popen([str(PYTHON), *arguments], cwd=str(ROOT), env=env)
    interrupted = False
    while True:
        try:
            code = child.wait()
        except KeyboardInterrupt:
            interrupted = True
            continue
        if interrupted:
            raise KeyboardInterrupt
        return code


def needs_dev(arguments: list[str]) -> bool:
    """Neither the other engine nor the Node that `find` runs is needed to publish."""
    return "properdocs" in arguments or arguments[0] == "find"


def hand_over(arguments: list[str]) -> int:
    """The package's CLI takes this process over, with its signals and its exit code."""
    ensure(SITE, *([DEV] if needs_dev(arguments) else []))
    command = ["-m", "sharik", *arguments]
    if os.name == "nt":
        return run(command, child_environment())
    os.chdir(str(ROOT))
    os.execve(str(PYTHON), [str(PYTHON), *command], child_environment())


def test(arguments: list[str]) -> int:
    import setup_browser

    ensure(SITE, DEV)
    browser = setup_browser.ensure()
    env = child_environment(**({"CHROME": browser} if browser else {}))
    if arguments:
        return run(["-m", "pytest", *arguments], env)
    failed = [name for name in STEPS if not passes(name, env)]
    print("\nFAILED:" if failed else "\nAll well:", ", ".join(failed or STEPS), flush=True)
    return 1 if failed else 0


def passes(name: str, env: dict[str, str]) -> bool:
    print(f"\n== {name}", flush=True)
    return run(["-m", *STEPS[name]], env) == 0


def bench(arguments: list[str]) -> int:
    """Runs the measurement that is named, or all; what follows, and every option, goes to it."""
    import setup_browser

    scripts = {script.stem: script for script in sorted((ROOT / "scripts" / "bench").glob("*.py"))}
    is_named = bool(arguments) and not arguments[0].startswith("-")
    if is_named and arguments[0] not in scripts:
        say(f"There is no measurement '{arguments[0]}'; known: {', '.join(scripts)}")
        return 2
    chosen, rest = ([scripts[arguments[0]]], arguments[1:]) if is_named else (list(scripts.values()), arguments)
    ensure(SITE, DEV)
    browser = setup_browser.ensure() if scripts.get("search") in chosen else None
    env = child_environment(**({"CHROME": browser} if browser else {}))
    return max((run([str(script), *rest], env) for script in chosen), default=0)


def lock(arguments: list[str]) -> int:
    from write_locks import write_locks

    return write_locks(arguments)


VERBS = {"test": test, "bench": bench, "lock": lock}


def main(arguments: list[str]) -> int:
    if not arguments or arguments[0] in ("-h", "--help"):
        print(__doc__, file=sys.stdout if arguments else sys.stderr)
        return 0 if arguments else 2
    try:
        check_python()
        verb = VERBS.get(arguments[0])
        return verb(arguments[1:]) if verb else hand_over(arguments)
    except SetupProblem as problem:
        say(str(problem))
        return problem.code
    except KeyboardInterrupt:
        return INTERRUPTED


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
