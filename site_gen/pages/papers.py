"""Papers as pages offer them: a file to download, and the way to a cited document's own page."""

from __future__ import annotations

from site_gen.base.dataclass import dataclass
from site_gen.base.values import Address, Record
from site_gen.model.published import DocumentRef
from site_gen.model.signed_file import in_short
from site_gen.rules.snapshot import Snapshot


@dataclass(frozen=True)
class Attached(Record):
    """A file to download.

    Attributes:
        path: Where it lies.
        ending: What kind it is (`PDF`).
        size: Its size in words; empty where the file is not there.
        signed: What is known of the digital signatures of a PDF; empty for others.
    """

    path: Address
    ending: str
    size: str
    signed: str


def attached(snapshot: Snapshot, path: str | None) -> Attached | None:
    """A file that the content names; None where it names none."""
    if not path:
        return None
    file = snapshot.catalog.attachments.get(path)
    name = path.rpartition("/")[2]
    ending = name.rpartition(".")[2].upper() if "." in name else ""
    if file is None:
        return Attached(path, ending, "", "")
    return Attached(path, ending, _size(file.size), snapshot.say(in_short(file.signed)) if ending == "PDF" else "")


def _size(count: int) -> str:
    """So many bytes in words, `12 KB` or `1,5 MB`."""
    kilobytes = -(-count // 1024)
    if kilobytes < 1024:
        return f"{kilobytes}\u00a0KB" if kilobytes else ""
    return f"{kilobytes / 1024:.1f}\u00a0MB".replace(".", ",")


def registered(snapshot: Snapshot, cited: DocumentRef | None) -> str:
    """Where a cited document stands in the site's own register of documents; empty where it does not."""
    name = snapshot.catalog.named("document", cited.number) if cited and cited.number else None
    return name.url if name else ""
