"""The workflows that we hand out are what GitHub and GitLab understand, and do what their comments say."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from handbook import ROOT, blocks

DATA = ROOT / "site_gen" / "data" / "new_site"
CHAPTER = ROOT / "docs" / "so-tay" / "7-dang-len-mang.md"


def shown(path: str) -> str:
    (block,) = (b for b in blocks(CHAPTER.read_text(encoding="utf-8")) if b.value("file") == path)
    return block.body


GITHUB = {
    "data": (DATA / "_github-workflow.yml").read_text(encoding="utf-8"),
    "chapter": shown(".github/workflows/trang.yml"),
}
GITLAB = {"data": (DATA / "_gitlab-ci.yml").read_text(encoding="utf-8"), "chapter": shown(".gitlab-ci.yml")}


def commands(steps: list[Any]) -> list[str]:
    return [s if isinstance(s, str) else s.get("run", "") for s in steps]


@pytest.mark.parametrize("text", GITHUB.values(), ids=GITHUB)
def test_the_workflow_for_github_builds_each_day_and_after_each_change(text: str) -> None:
    read = yaml.safe_load(text)
    on = read[True]  # YAML 1.1 takes `on` for yes, and so does GitHub
    (job,) = read["jobs"].values()
    said = commands(job["steps"])

    assert set(read) <= {"name", True, "permissions", "jobs"}
    assert on["push"] == {"branches": ["main"]}
    assert on["schedule"] == [{"cron": "5 17 * * *"}]
    assert job["runs-on"] == "ubuntu-latest"
    assert all(("uses" in step) != ("run" in step) for step in job["steps"])
    assert any(line.startswith("sitegen build") for line in said)
    assert any(line.startswith("sitegen check --site") for line in said)
    assert not any("pip install sitegen" in line for line in said)


def test_the_workflow_for_github_pages_gives_away_what_it_built() -> None:
    read = yaml.safe_load(GITHUB["chapter"])
    (job,) = read["jobs"].values()
    used = [step["uses"].partition("@")[0] for step in job["steps"] if "uses" in step]
    upload = next(s for s in job["steps"] if s.get("uses", "").startswith("actions/upload-pages-artifact"))

    assert read["permissions"] == {"contents": "read", "pages": "write", "id-token": "write"}
    assert used[-2:] == ["actions/upload-pages-artifact", "actions/deploy-pages"]
    assert upload["with"]["path"] == "public"
    assert any("-d public" in line and "steps.pages.outputs.base_url" in line for line in commands(job["steps"]))
    assert next(s for s in job["steps"] if s.get("id") == "pages")["uses"].startswith("actions/configure-pages")


@pytest.mark.parametrize("text", GITLAB.values(), ids=GITLAB)
def test_the_job_for_gitlab_is_called_pages_and_leaves_public(text: str) -> None:
    read = yaml.safe_load(text)

    assert read["pages"]["artifacts"]["paths"] == ["public"]
    assert read["pages"]["rules"] == [{"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}]
    assert read["pages"]["stage"] in (".pre", "build", "test", "deploy", ".post")
    assert 'sitegen build -d public --base-url "$CI_PAGES_URL"' in read["pages"]["script"]
    assert "sitegen check --site public" in read["pages"]["script"]
    assert {"if": '$CI_PIPELINE_SOURCE == "merge_request_event"'} in read["workflow"]["rules"]
    assert all(isinstance(line, str) for line in (*read["pages"]["script"], *read["default"]["before_script"]))


@pytest.mark.parametrize("text", [*GITHUB.values(), *GITLAB.values()])
def test_the_record_of_what_is_published_is_not_given_away(text: str) -> None:
    read = yaml.safe_load(text)
    steps = read["pages"]["script"] if "pages" in read else next(iter(read["jobs"].values()))["steps"]
    said = commands(steps)
    (at,) = (n for n, line in enumerate(said) if re.fullmatch(r"rm (public|output)/\.sitegen\.json", line))
    assert all("sitegen" not in line for line in said[at + 1 :])
    assert any("sitegen build" in line for line in said[:at])
    assert any("upload" in step.get("uses", "") for step in steps[at + 1 :]) or "pages" in read


def test_a_new_site_has_both(tmp_path: Path) -> None:
    assert sorted(p.name for p in DATA.glob("_*.yml")) == ["_github-workflow.yml", "_gitlab-ci.yml"]
