"""The process in which the preview builds: it builds once for each line that it is sent, and keeps what it knows.

It is given the arguments of `sitegen build`, and answers each line with one of JSON: the exit code, and what the build
said on stdout and stderr. It ends when nobody can send any more, or when a build is interrupted.
"""

from __future__ import annotations

import gc
import io
import json
import sys
from contextlib import redirect_stderr, redirect_stdout

from site_gen.cli.main import run
from site_gen.pipeline.lasting import keep_between_builds

INTERRUPTED = 130
"""The exit code of a build that Ctrl-C ended."""


def main() -> None:
    """Builds until the end."""
    answers = sys.stdout
    keep_between_builds()
    gc.disable()  # garbage is collected when the answer has been given
    sys.argv[1:1] = ["build", "--no-log"]
    try:
        said, aside = (
            io.StringIO(),
            io.StringIO(),
        )  # always the same two: Click never lets go of a stream it has written to
        for _ in sys.stdin:
            for stream in (said, aside):
                stream.seek(0)
                stream.truncate()
            with redirect_stdout(said), redirect_stderr(aside):
                code = run()
            answers.write(json.dumps([code, said.getvalue(), aside.getvalue()]) + "\n")
            answers.flush()
            gc.unfreeze()
            gc.collect()
            gc.freeze()
            if code == INTERRUPTED:
                return
    except KeyboardInterrupt:  # between two builds
        pass


if __name__ == "__main__":
    main()
