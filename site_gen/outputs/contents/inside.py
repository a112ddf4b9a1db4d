"""What was read of an attachment, and the codes of what may be wrong with it."""

from __future__ import annotations

from site_gen.base.dataclass import dataclass
from site_gen.base.diagnostics import Severity
from site_gen.base.messages import msg
from site_gen.reading.refusals import Refusal

LETTERS = 8_000_000
"""So much of an attachment is looked through: some thousand pages."""


@dataclass(frozen=True, slots=True)
class Inside:
    """Words and circumstances.

    Attributes:
        text: The words; empty for pictures and films.
        names: Which fields of the metadata still name somebody.
        signed: Whether it bears a digital signature, so that it was not cleaned.
        pictures: Whether it has pages and no word on them: a scan.
        locked: Whether a password keeps it from being read.
        unread: Whether it could not be read whole, for its size, its time or its faults.
    """

    text: str
    names: tuple[str, ...] = ()
    signed: bool = False
    pictures: bool = False
    locked: bool = False
    unread: bool = False


E, W, I = Severity.ERROR, Severity.WARNING, Severity.INFO  # noqa: E741 — as in the table of reading

INSIDE: tuple[Refusal, ...] = (
    Refusal("ATT006", E, msg("a PDF names its author where the name cannot be blanked"),
            msg("Names in a PDF's properties are blanked on publishing. In this file they are packed together with its structure, and taking them out would mean writing the whole document anew. Export it again without properties: in Word, File, Info, Check for Issues, Inspect Document, remove document properties; in LibreOffice, File, Properties, untick “Apply user data”, then export.")),
    Refusal("ATT007", I, msg("a signed file keeps the names in its properties"),
            msg("The file bears a digital signature, which any change would break, so it is published as it is. Its properties name somebody; with a signed document that is usually the one who signed.")),
    Refusal("ATT008", I, msg("a scan could not be looked through for personal data"),
            msg("The pages of this PDF are pictures without text, so nothing can be found on them. Look through it yourself; and publish the text version beside it where there is one: a scan can be neither searched nor read aloud.")),
    Refusal("ATT009", W, msg("an attachment could not be looked through for personal data"),
            msg("The file is locked with a password, damaged, or so large that reading it was given up. What it holds is not known to the check. Look through it yourself, or export it again.")),
    Refusal("ATT010", E, msg("the attachment is damaged or hostile"),
            msg("The file ends too early, contradicts itself, or unpacks to far more than it should. It would not open for citizens, or harm them. Export it again from the program that wrote it.")),
    Refusal("ATT013", I, msg("digital signatures were not checked"),
            msg("Who signed a PDF and whether it was changed since is read from the file, by a library that is not installed here. Pages say that the signatures were not checked. Install it, so that they say whose they are, and a file that was changed after signing is found before citizens read it.")),
    Refusal("ATT014", W, msg("a file among the certificates holds none"),
            msg("The folder `certificates/` holds what signatures of attachments are checked by: certificates of the authorities that issue those of the offices, and their lists of revoked ones, as PEM or DER. What is anything else checks nothing. Export it again, or take it away.")),
    Refusal("SECRET002", E, msg("an attachment is marked as secret"),
            msg("A line of the file holds nothing but “MẬT”, “TỐI MẬT” or “TUYỆT MẬT”, as the stamp of a secret document does. Such a file must not be in the content of a public site at all. Remove it from the folder and from its history, and tell whoever guards secrets in the office.")),
)  # fmt: skip  # a table: code, severity and title in a line, its texts below
