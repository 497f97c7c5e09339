"""Asks whether a pinned package has a known vulnerability; where nobody can be asked, says so and lets things go on."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
EXCEPTIONS = HERE / "audit-exceptions.txt"
SECONDS = 120


def main() -> int:
    """Ask; gives 1 where a known vulnerability is not an exception with a decision."""
    report = asked(HERE / "dev.txt")
    if report is None:
        print("audit: nobody could be asked for known vulnerabilities (no network?); nothing is known, and we go on.")
        return 0
    exceptions, odd = exceptions_in(EXCEPTIONS.read_text(encoding="utf-8"), HERE.parent)
    found, told = verdict(report, exceptions)
    for line in [*odd, *found, *told]:
        print(f"audit: {line}")
    return 1 if found or odd else 0


def asked(pins: Path) -> dict[str, Any] | None:
    """What is known of these pinned packages; nothing where nobody answers."""
    words = ("-r", str(pins), "--disable-pip", "--no-deps", "--format", "json", "--progress-spinner", "off")
    try:
        done = subprocess.run(
            (sys.executable, "-m", "pip_audit", *words), capture_output=True, text=True, timeout=SECONDS, check=False
        )
        told = json.loads(done.stdout)
    except (subprocess.TimeoutExpired, ValueError):
        return None
    return told if isinstance(told, dict) else None


def exceptions_in(text: str, root: Path) -> tuple[dict[str, str], list[str]]:
    """The vulnerabilities that we live with, each with the file of its decision; and what is wrong with the list."""
    lines = [line.split() for line in text.splitlines() if line.strip() and not line.startswith("#")]
    odd = [
        f"{' '.join(words)}: an exception is an id and a decision that exists"
        for words in lines
        if not sound(words, root)
    ]
    return {words[0]: words[1] for words in lines if sound(words, root)}, odd


def sound(words: Sequence[str], root: Path) -> bool:
    """Whether an exception names its decision."""
    return len(words) == 2 and words[1].startswith("docs/decisions/") and (root / words[1]).is_file()


def verdict(report: Mapping[str, Any], exceptions: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """The vulnerabilities that nobody decided to live with, and what else there is to say."""
    packages = report["dependencies"]
    known = [(each, problem) for each in packages for problem in each.get("vulns", [])]
    found = [
        f"{each['name']} {each['version']}: {problem['id']}, mended in {', '.join(problem['fix_versions']) or '–'}"
        for each, problem in known
        if not names(problem) & exceptions.keys()
    ]
    unknown = [each["name"] for each in packages if "skip_reason" in each]
    told = [f"{len(packages) - len(unknown)} of {len(packages)} packages were looked up, {len(found)} vulnerable."]
    if unknown:
        told.append(f"nothing is known of {len(unknown)}: the registry that answers does not have them.")
    met = set().union(*(names(problem) for _, problem in known))
    return found, told + [
        f"{each} is an exception that is not needed any more." for each in exceptions if each not in met
    ]


def names(problem: Mapping[str, Any]) -> set[str]:
    """A vulnerability's id and its other ids."""
    return {problem["id"], *problem.get("aliases", [])}


if __name__ == "__main__":
    sys.exit(main())
