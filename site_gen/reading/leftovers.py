"""The one list of what is nobody's content: what Office, Windows, editors and browsers leave beside the files one works on.

Reading, attachments and the preview's watcher all ask here, so that what is passed over by one is passed over by the others.
Copies that a conflict left are no such thing: somebody's work may be in them (`copies.py`).
"""

from __future__ import annotations

import re

_FILES = re.compile(
    r"""
    ^\.                                        # hidden: .DS_Store, .~lock.x.odt#, .x.yml.swp, .git
    | ^~                                       # Word and Excel: ~$ke-hoach.docx, ~WRL0001.tmp
    | ~$                                       # Emacs, Gedit, Kate: ke-hoach.yml~
    | ^\#.*\#$                                 # Emacs: #ke-hoach.yml#
    | ^(?:thumbs\.db|ehthumbs(?:_vista)?\.db|desktop\.ini|icon\r)$
    | ^(?:4913|5036|5159)$                     # Vim tries whether it may write
    | ^sed[a-z0-9]{6}$
    | ^(?=.*[a-f])[0-9a-f]{8}(?:\.tmp)?$       # Excel while it saves
    | \.(?:bak|backup|old|orig|rej|save|sav|asd|wbk|xlk)(?:\.?\d+)?$
    | \.(?:sw[nopx]|te?mp(?:[-.]\w+)?|lck|lock)$
    | \.(?:crdownload|part|partial|download|opdownload|filepart)$
    | ___jb_(?:tmp|old|bak)___$                # JetBrains
    """,
    re.IGNORECASE | re.VERBOSE,
)
_FOLDERS = re.compile(
    r"^\.|^(?:__macosx|__pycache__|@eadir|\$recycle\.bin|system volume information|lost\+found)$", re.IGNORECASE
)


def is_leftover(name: str) -> bool:
    """Whether a file of this name is nobody's content."""
    return _FILES.search(name) is not None


def is_leftover_folder(name: str) -> bool:
    """Whether a folder of this name is kept by a system or a program for itself."""
    return _FOLDERS.search(name) is not None
