"""The digital signatures of attachments, read once for each state of a file and of the certificates that the site keeps."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import field, replace
from pathlib import Path

from pydantic import TypeAdapter

from site_gen.base.dataclass import dataclass
from site_gen.base.diagnostics import Diagnostic, Severity, Span
from site_gen.base.engine import engine
from site_gen.base.messages import msg
from site_gen.model.catalog import Attachment
from site_gen.model.signed_file import SignedFile
from site_gen.outputs.signatures import bears_signature, readable, signatures_of
from site_gen.pipeline.extras import install_command
from site_gen.pipeline.memory import keep, recall
from site_gen.reading.site_files import CERTIFICATES, walk

_PDF = "application/pdf"


@dataclass(frozen=True, slots=True)
class _Memory:
    """What was read: of files, by the digest of their bytes and of the certificates; which files held no certificate."""

    engine: str = ""
    files: dict[str, SignedFile] = field(default_factory=dict)
    no_certificates: dict[str, list[str]] = field(default_factory=dict)


class SignatureReader:
    """Reads the signatures of the sites of one run, and remembers them for the next one.

    Args:
        state: The folder of what may be remembered.
    """

    def __init__(self, state: Path) -> None:
        self._file = state / "signatures.json"
        known = recall(self._file, _Memory)
        self._known = known if known is not None and known.engine == engine() else _Memory()
        self._used = _Memory(engine())

    def read(
        self, root: Path, shown: str, attachments: Mapping[str, Attachment]
    ) -> tuple[dict[str, Attachment], list[Diagnostic]]:
        """The attachments of a site with what their signatures say, and what is wrong with its certificates.

        Without the library a file that bears signatures is left unread, and one that bears none is still known to bear none.
        """
        unchecked = 0
        certificates = [file.path for file in walk(root, root / CERTIFICATES, []) if file.path.is_file()]
        kept = hashlib.sha256()
        for file in certificates:
            with suppress(OSError):  # the process that reads it says so
                kept.update(hashlib.sha256(file.read_bytes()).digest())
        out = dict(attachments)
        keys: dict[str, str] = {}
        for path, attachment in attachments.items():
            if attachment.media_type != _PDF:
                continue
            try:
                data = (root / path).read_bytes()
            except OSError:  # reported when it is to be written
                continue
            if not bears_signature(data):
                out[path] = replace(attachment, signed=SignedFile())
            elif readable():
                keys[path] = hashlib.sha256(kept.digest() + data).hexdigest()
            else:
                unchecked += 1
        self._look(root, certificates, keys, kept.hexdigest())
        for path, key in keys.items():
            out[path] = replace(attachments[path], signed=self._used.files[key])
        wrong = self._used.no_certificates.get(kept.hexdigest(), [])
        return out, [*_no_certificates(shown, wrong), *_not_checked(shown, unchecked)]

    def _look(self, root: Path, certificates: list[Path], keys: dict[str, str], kept: str) -> None:
        """Reads what is not remembered."""
        self._used.files.update({key: self._known.files[key] for key in keys.values() if key in self._known.files})
        if kept in self._known.no_certificates:
            self._used.no_certificates[kept] = self._known.no_certificates[kept]
        new = {key: path for path, key in keys.items() if key not in self._used.files}
        if new or (certificates and kept not in self._used.no_certificates and readable()):
            came = signatures_of([root / path for path in new.values()], certificates)
            self._used.files.update(zip(new, came.files, strict=True))
            self._used.no_certificates[kept] = sorted(
                path.relative_to(root).as_posix() for path in came.no_certificates
            )

    def save(self) -> None:
        """Keeps what this run used."""
        if self._used != self._known and (self._used.files or self._used.no_certificates):
            with suppress(OSError):  # what cannot be remembered costs time, nothing else
                keep(self._file, TypeAdapter(_Memory).dump_python(self._used, mode="json"))


def _no_certificates(shown: str, names: list[str]) -> Iterator[Diagnostic]:
    for name in names:
        message = msg("`{name}` holds neither a certificate nor a list of revoked ones", name=name)
        hint = msg("export the certificate of the authority that issues yours as `.pem`, `.cer` or `.crl`")
        yield Diagnostic("ATT014", Severity.WARNING, message, Span(f"{shown}/{name}"), hint)


def _not_checked(shown: str, count: int) -> Iterator[Diagnostic]:
    if count:
        message = msg("the digital signatures of {n} files were not checked", n=count)
        hint = msg("install what reads them with `{command}`", command=install_command("sign"))
        yield Diagnostic("ATT013", Severity.INFO, message, Span(f"{shown}/files"), hint)
