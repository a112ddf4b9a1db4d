"""Every kind of doubt that importing a file can leave: what it means and what to do. `sitegen explain` prints these."""

from __future__ import annotations

from site_gen.base.diagnostics import Severity
from site_gen.base.messages import msg
from site_gen.reading.refusals import Refusal

E, W, I = Severity.ERROR, Severity.WARNING, Severity.INFO  # noqa: E741 — the table reads better in single letters

DOUBTS: tuple[Refusal, ...] = (
    Refusal("IMP001", I, msg("a cell cut by a page break was joined"),
            msg("A page break cuts a cell in two: the lower half has no number of its own, or begins in the middle of a sentence. It was put behind the upper half. Compare it where the joint reads oddly.")),
    Refusal("IMP002", W, msg("a heading names no area"),
            msg("A row that stands alone is usually the heading of an area. This one has neither a roman number nor capitals, so the rows below it stayed in the area before. Move them if it is one.")),
    Refusal("IMP003", W, msg("a row is missing"),
            msg("The numbers of the rows skip one. Perhaps the file lost a row, perhaps the original counts so: look at the signed document. Where the original skips it, say so under `anomalies`.")),
    Refusal("IMP004", W, msg("a row number comes twice"),
            msg("Two rows have the same number. Correct the one that is a slip, or leave both where the original has them.")),
    Refusal("IMP005", W, msg("a cell stands in the wrong column"),
            msg("Its number counts in another column's series, or it speaks of time under money. What belongs elsewhere for sure was moved, the rest was left and marked.")),
    Refusal("IMP006", W, msg("a row has no task"),
            msg("The column of tasks is blank and nothing above can be continued. Write the task, or delete the entry.")),
    Refusal("IMP007", W, msg("blank cells were read as the row above"),
            msg("In Word a cell often spans several rows; in a text that span is lost and the cells below are blank. They were taken to say the same as the row above. Delete `inherited` where the cell is blank in the original too.")),
    Refusal("IMP008", W, msg("a deadline is doubtful"),
            msg("The words give no sure day: a year far from the plan's, or words that nothing explains. The words were kept; write under `deadline_read_as` what is meant.")),
    Refusal("IMP009", W, msg("parts and bodies do not match in number"),
            msg("A cell lists several parts of work, the cells beside it list bodies or times in the same order, but not as many. They were given to the task as a whole. Give each part its own.")),
    Refusal("IMP010", W, msg("a sum does not hold"),
            msg("The rows come to another sum than the document says. A sum is never taken for an item. Correct a slip of the typing; a fault of the document stays and is shown.")),
    Refusal("IMP011", W, msg("the number or the day is blank in the file"),
            msg("Files that were sent before signing have blanks there. Take both from the signed copy.")),
    Refusal("IMP012", W, msg("a fact was not found"),
            msg("The file does not say it, or says it where nobody looks. Write it by hand in the place of `?`.")),
    Refusal("IMP013", E, msg("nothing was read"),
            msg("No table has the headings that this form needs. Say with `--columns` what the headings mean, or choose another form with `--as`.")),
    Refusal("IMP014", W, msg("a criterion has an odd number"),
            msg("The number does not continue the series it stands in. It was taken for the next one; the document's own number is kept beside it.")),
    Refusal("IMP015", W, msg("the parts of a criterion come to another score"),
            msg("The maxima of the parts add up, the scores do not. Check the digits; a fault of the document stays and is shown.")),
    Refusal("IMP016", W, msg("a maximum is blank"),
            msg("The document gives the score without the most that can be reached. Its words are kept; write `max` if another document says it.")),
    Refusal("IMP017", W, msg("somebody is called by name"),
            msg("Pages name offices, not people. Where the document once gives the office beside the name, that office was put; where it does not, write it in.")),
    Refusal("IMP018", W, msg("several years are named for one result"),
            msg("The text speaks of the result of one year and calls it by another. Check which year was assessed.")),
    Refusal("IMP019", W, msg("a cell does not fit its column"),
            msg("Excel makes numbers and days of codes, and people write words where a number is asked. What could be restored for sure was; the rest must be written by hand.")),
    Refusal("IMP020", W, msg("a row lacks what it is known by"),
            msg("Without its code, number or name a row cannot be told from the others. Write it in, or delete the row.")),
    Refusal("IMP021", W, msg("a row comes twice"),
            msg("Two rows have the same code, number or name. Delete one, or correct the slip.")),
    Refusal("IMP022", W, msg("a body is not one of the units here"),
            msg("Plans name bodies as they like, and pages link them with their units. Write the name or the id of a unit, add this name to its `aliases`, or begin a new unit.")),
)  # fmt: skip  # a table: code, severity and title in a line, its texts below
