"""The look for known vulnerabilities: a new one fails, one with a decision does not, and no network is no failure."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from types import ModuleType
from typing import Any

import pytest

from tests.journeys.process import ROOT

REPORT: dict[str, Any] = {
    "dependencies": [
        {"name": "well", "version": "1", "vulns": []},
        {
            "name": "ill",
            "version": "2",
            "vulns": [{"id": "PYSEC-1", "aliases": ["GHSA-1"], "fix_versions": ["2.1"], "description": "x"}],
        },
        {"name": "strange", "skip_reason": "not there"},
    ]
}


@pytest.fixture(scope="module")
def audit() -> ModuleType:
    spec = importlib.util.spec_from_file_location("audit", ROOT / "requirements" / "audit.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_known_vulnerability_is_named_with_its_cure(audit: ModuleType) -> None:
    found, told = audit.verdict(REPORT, {})
    assert found == ["ill 2: PYSEC-1, mended in 2.1"]
    assert told[0] == "2 of 3 packages were looked up, 1 vulnerable."
    assert told[1].startswith("nothing is known of 1")


@pytest.mark.parametrize("name", ["PYSEC-1", "GHSA-1"])
def test_one_with_a_decision_is_lived_with_until_it_is_gone(audit: ModuleType, name: str) -> None:
    text = f"# why\n{name} docs/decisions/0006-licence.md\n"
    exceptions, odd = audit.exceptions_in(text, ROOT)
    assert (audit.verdict(REPORT, exceptions)[0], odd) == ([], [])
    assert (
        audit.verdict({"dependencies": []}, exceptions)[1][-1] == f"{name} is an exception that is not needed any more."
    )


def test_an_exception_without_a_decision_is_none(audit: ModuleType) -> None:
    exceptions, odd = audit.exceptions_in("GHSA-1\nGHSA-2 docs/decisions/none.md\nGHSA-3 README.md\n", ROOT)
    assert (exceptions, len(odd)) == ({}, 3)
    assert audit.exceptions_in(audit.EXCEPTIONS.read_text(), ROOT)[1] == []


def test_without_a_network_it_says_so_and_goes_on() -> None:
    nowhere = dict.fromkeys(("HTTPS_PROXY", "HTTP_PROXY", "https_proxy", "http_proxy"), "http://127.0.0.1:9")
    env = {name: value for name, value in os.environ.items() if name.lower() != "no_proxy"} | nowhere
    command = (sys.executable, str(ROOT / "requirements" / "audit.py"))
    done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=150, check=False)
    assert done.returncode == 0
    assert "nobody could be asked" in done.stdout
