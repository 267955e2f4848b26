"""LibreOffice as a child process: the bytes of .docx files → the bytes of their PDFs.

Each run has a profile, an input and an output folder of its own in a temporary folder, so it
neither meets a LibreOffice that is open nor leaves anything behind; it may not fetch what a
document points to, and is ended with all its own children when its time is up.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from docgen.base.diagnostics import Words
from docgen.base.errors import DocgenError
from docgen.base.place import Place
from docgen.render.fontconfig import font_environment

SETTING = "DOCGEN_SOFFICE"
_NAMES = ("soffice", "libreoffice")
_MAC = "Applications/LibreOffice.app/Contents/MacOS/soffice"
# soffice.com waits for its child and speaks to the console; soffice.exe does neither.
_WINDOWS = r"LibreOffice\program\soffice.com"
_START, _EACH = 120.0, 30.0  # seconds: a first start on a slow disk; a long document

_ZIP = b"PK"

# A document may neither fetch pictures or templates from elsewhere nor run macros.
_REGISTRY = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""  # noqa: E501 - an item is one line


@dataclass(frozen=True)
class Office:
    """An installed LibreOffice. `timeout` is in seconds for a whole run; 0: by its length."""

    program: str
    timeout: float = 0.0

    @cached_property
    def version(self) -> str:
        """The version's number as LibreOffice says it, such as 7.4.7.2; "" if it does not."""
        with tempfile.TemporaryDirectory(prefix="docgen-") as name:
            said = self._run(Path(name), ["--version"], _START)
        found = re.search(r"\d+(\.\d+)+", said)
        return found[0] if found else ""

    def to_pdf(self, documents: Mapping[str, bytes]) -> dict[str, bytes]:
        """Return the PDF of each document, by its name, from one run.

        Raises DocgenError: no PDF came of a document, the time was up, it would not start.
        """
        for document, data in documents.items():
            if not data.startswith(_ZIP):  # it would print nothing at all as an empty page
                raise DocgenError("F203", Place(document))
        if not documents:
            return {}
        with tempfile.TemporaryDirectory(prefix="docgen-") as name:
            folder = Path(name)
            # Names of our own: theirs may hold anything.
            made = {name: folder / "pdf" / f"{n}.pdf" for n, name in enumerate(documents)}
            sources = list(_written(folder / "docx", documents.values()))
            self._convert(folder, sources, made)
            for document, path in made.items():
                if not path.is_file():
                    raise DocgenError("F203", Place(document))
            return {document: _timeless(path.read_bytes()) for document, path in made.items()}

    def _convert(self, folder: Path, sources: list[str], made: Mapping[str, Path]) -> None:
        seconds = self.timeout or _START + _EACH * len(sources)
        convert = [_ONLY_DOCX, "--convert-to", "pdf:writer_pdf_Export"]
        try:
            self._run(folder, [*convert, "--outdir", str(folder / "pdf"), *sources], seconds)
        except subprocess.TimeoutExpired:
            waiting = next((name for name, path in made.items() if not path.is_file()), "")
            raise DocgenError("F204", Place(waiting), seconds=f"{seconds:g}") from None

    def _run(self, folder: Path, arguments: list[str], seconds: float) -> str:
        """Run LibreOffice and return what it said. Raises TimeoutExpired once it has ended."""
        command = [self.program, f"-env:UserInstallation={_profile(folder)}", *_QUIET, *arguments]
        try:
            child = subprocess.Popen(
                command, env=_environment(folder), stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                start_new_session=True,  # a group of its own, that can be ended whole
            )  # fmt: skip
        except OSError as exc:
            raise DocgenError("F202", program=self.program, reason=str(exc)) from None
        with child:
            try:
                said, _ = child.communicate(timeout=seconds)
            except BaseException:  # the time is up, or the user pressed Ctrl-C: it ends with us
                _end(child)
                _pipe(folder).unlink(missing_ok=True)
                raise
        return said.decode("utf-8", "replace")


# Anything else would be opened as whatever it looks like: a damaged .docx as a page of text.
_ONLY_DOCX = "--infilter=MS Word 2007 XML"
# It must neither ask nor offer to recover anything, nor open a window.
_QUIET = ("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck")


def find_office() -> Office | None:
    """Return the LibreOffice of this machine: DOCGEN_SOFFICE, then PATH, then usual places."""
    own = os.environ.get(SETTING, "")
    if own:
        found = shutil.which(own)
        return Office(found) if found else None
    program = next((path for name in _NAMES if (path := shutil.which(name))), "")
    program = program or next((str(path) for path in _usual() if path.is_file()), "")
    return Office(program) if program else None


def need_office() -> Office:
    """Return the LibreOffice of this machine. Raises DocgenError that says how to get it."""
    office = find_office()
    if office is None:
        own = os.environ.get(SETTING, "")
        missing = Words("没有这个程序", "no such program")
        raise DocgenError("F202", program=own, reason=missing) if own else DocgenError("F201")
    return office


def _usual() -> Iterator[Path]:
    yield Path("/", _MAC)
    yield Path.home() / _MAC
    for setting in ("ProgramFiles", "ProgramFiles(x86)"):
        folder = os.environ.get(setting)
        if folder:
            yield Path(folder, _WINDOWS)


def _written(folder: Path, documents: Iterable[bytes]) -> Iterator[str]:
    folder.mkdir()
    for n, data in enumerate(documents):
        path = folder / f"{n}.docx"
        path.write_bytes(data)
        yield str(path)


def _profile(folder: Path) -> str:
    user = folder / "profile" / "user"
    if not user.is_dir():
        user.mkdir(parents=True)
        (user / "registrymodifications.xcu").write_text(_REGISTRY, encoding="utf-8")
    return user.parent.as_uri()


def _environment(folder: Path) -> dict[str, str]:
    temporary = folder / "tmp"
    temporary.mkdir(mode=0o700, exist_ok=True)
    # Without a screen, whatever the desktop; what it leaves when it is ended goes with the folder.
    own = {"SAL_USE_VCLPLUGIN": "svp", "TMPDIR": str(temporary)}
    # It looks into the desktop's settings too (dconf), which makes files and folders for that.
    own |= {"XDG_RUNTIME_DIR": str(temporary), "XDG_CONFIG_HOME": str(temporary)}
    return {**font_environment(folder), **own}


def _end(child: subprocess.Popen[bytes]) -> None:
    """End the child's own process group, in which it alone and its children are."""
    if sys.platform == "win32":
        child.kill()
    else:
        os.killpg(child.pid, signal.SIGKILL)


def _pipe(folder: Path) -> Path:
    """Return the socket by which two LibreOffices of one profile find each other; only one
    that was ended leaves it behind. Its name holds a digest of the profile's own."""
    digest = hashlib.md5(_profile(folder).encode("utf-16-le"), usedforsecurity=False).digest()
    user = os.getuid() if sys.platform != "win32" else 0
    name = "".join(f"{byte:x}" for byte in digest)
    return Path("/tmp", f"OSL_PIPE_{user}_SingleOfficeIPC_{name}")


_DATE = re.compile(rb"/CreationDate\(D:\d{14}")
_DIGEST = re.compile(rb"(/ID \[ <|>\s+<|/DocChecksum /)[0-9A-F]{32}")


def _timeless(pdf: bytes) -> bytes:
    """Return a PDF without the time it was made, which is also in its digests: the same page
    gives the same bytes. Nothing changes its length, so every offset in it stays right."""
    pdf = _DATE.sub(b"/CreationDate(D:19800101000000", pdf)
    start = pdf.rfind(b"trailer")
    if start < 0:
        return pdf
    digest = hashlib.md5(pdf[:start], usedforsecurity=False).hexdigest().upper().encode()
    return pdf[:start] + _DIGEST.sub(rb"\g<1>" + digest, pdf[start:])
