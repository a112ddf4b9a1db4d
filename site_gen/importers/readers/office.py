"""Files that only LibreOffice can read, turned into `.docx` by it: `.doc`, `.odt`."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from site_gen.base.messages import msg
from site_gen.importers.table import NotRead

PROGRAMS = (
    "soffice",
    "libreoffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
)
SECONDS = 120


@contextmanager
def converted(path: Path) -> Iterator[Path]:
    """The file as `.docx`, as long as it is needed.

    LibreOffice gets a profile of its own, so that one that is open on the desk is left alone. Raises NotRead where it is not
    installed or cannot read the file.
    """
    program = next((found for name in PROGRAMS if (found := shutil.which(name))), None)
    if program is None:
        raise NotRead(
            msg("`{name}` is in an old form that only Word or LibreOffice can read", name=path.name),
            msg("open it in Word, choose “Save as” and .docx; or install LibreOffice and import it again"),
        )
    with tempfile.TemporaryDirectory(prefix="sitegen-") as folder:
        profile, made = Path(folder, "profile").as_uri(), Path(folder, "out")
        command = [
            program,
            "--headless",
            f"-env:UserInstallation={profile}",
            "--convert-to",
            "docx",
            "--outdir",
            str(made),
        ]
        try:
            subprocess.run([*command, str(path.resolve())], capture_output=True, timeout=SECONDS, check=False)
        except (subprocess.TimeoutExpired, OSError) as error:
            raise NotRead(
                msg("LibreOffice did not finish reading `{name}`", name=path.name),
                msg("open it in Word, choose “Save as” and .docx"),
            ) from error
        results = list(made.glob("*.docx")) if made.is_dir() else []
        if not results:
            raise NotRead(
                msg("LibreOffice could not read `{name}`", name=path.name),
                msg("open it in Word, choose “Open and repair”, save it as .docx"),
            )
        yield results[0]
