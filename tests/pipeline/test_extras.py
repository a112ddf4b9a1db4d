"""An extra is installed from where this copy came from; the name on the common index is somebody else's."""

import re
import tomllib
from importlib import metadata
from pathlib import Path
from types import SimpleNamespace

import pytest

from site_gen.pipeline import extras

ROOT = Path(__file__).parents[2]


def installed(monkeypatch: pytest.MonkeyPatch, noted: str | None) -> None:
    one = SimpleNamespace(read_text=lambda name: noted if name == "direct_url.json" else None)
    monkeypatch.setattr(metadata, "distribution", lambda name: one)


@pytest.mark.parametrize(
    ("noted", "command"),
    [
        ('{"dir_info": {"editable": true}, "url": "file:///home/xa/sitegen"}', 'pip install "/home/xa/sitegen[pdf]"'),
        ('{"dir_info": {}, "url": "file:///home/xa%20mau/sitegen"}', 'pip install "/home/xa mau/sitegen[pdf]"'),
        (
            '{"archive_info": {}, "url": "file:///home/xa/sitegen-0.1.0-py3-none-any.whl"}',
            'pip install "/home/xa/sitegen-0.1.0-py3-none-any.whl[pdf]"',
        ),
        (
            '{"archive_info": {}, "url": "https://example.org/sitegen-0.1.0-py3-none-any.whl"}',
            'pip install "sitegen[pdf] @ https://example.org/sitegen-0.1.0-py3-none-any.whl"',
        ),
        (
            '{"vcs_info": {"vcs": "git", "requested_revision": "v0.1.0", "commit_id": "abc"}, "url": "https://example.org/sitegen.git"}',
            'pip install "sitegen[pdf] @ git+https://example.org/sitegen.git@v0.1.0"',
        ),
        (None, 'pip install "segno>=1.6" "typst>=0.15"'),
        ("{", 'pip install "segno>=1.6" "typst>=0.15"'),
        ("[]", 'pip install "segno>=1.6" "typst>=0.15"'),
    ],
)
def test_an_extra_is_named_the_way_this_copy_was_installed(
    monkeypatch: pytest.MonkeyPatch, noted: str | None, command: str
) -> None:
    installed(monkeypatch, noted)
    assert extras.install_command("pdf") == command


def test_where_nothing_is_known_of_the_package_its_libraries_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(name: str) -> None:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "distribution", unknown)
    assert extras.install_command("xlsx") == 'pip install "xlsxwriter>=3.2"'


def test_the_libraries_of_each_extra_are_those_the_package_declares() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    assert {name: list(libraries) for name, libraries in extras.LIBRARIES.items()} == {
        name: declared[name] for name in extras.LIBRARIES
    }


def test_nothing_anywhere_says_to_install_the_package_by_its_bare_name() -> None:
    texts = [
        *ROOT.glob("site_gen/**/*.py"),
        *ROOT.glob("site_gen/**/*.po"),
        *ROOT.glob("docs/**/*.md"),
        ROOT / "README.md",
    ]
    by_name = re.compile(r"pip install \\?[\"']?sitegen(?:\[\w+\])?\\?[\"'`\n]")
    told = [(path.name, hit[0]) for path in texts for hit in by_name.finditer(path.read_text(encoding="utf-8"))]
    assert told == [("1-bat-dau.md", "pip install sitegen`")]  # which says that it installs something else
