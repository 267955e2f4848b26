"""LibreOffice as a child: found or said how to get it, all of it ended, nothing left or fetched;
the fonts it sees; pages as pictures."""

from __future__ import annotations

import http.server
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import pytest

from docgen.base.errors import DocgenError
from docgen.library.profiles import standard
from docgen.render.fontconfig import font_config, substitutes
from docgen.render.office import Office, find_office, need_office
from docgen.render.pages import page_pictures
from specimens import HAN, Sample, changed
from test_template import libreoffice

slow = pytest.mark.slow
posix = pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands in for soffice")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder in which all temporary files of the test are made."""
    own = tmp_path / "temporary"
    own.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(own))
    return own


def page(text: str = HAN * 60) -> bytes:
    return Sample().document(Sample().paragraph(text))


def code_of(caught: pytest.ExceptionInfo[DocgenError]) -> str:
    return caught.value.diagnostic.code


@slow
def test_several_documents_at_once_whatever_they_are_called(folder: Path) -> None:
    libreoffice()
    documents = {"通知 一.docx": page(), "../odd'name": page("乙"), "-x": page("丙")}
    pdfs = need_office().to_pdf(documents)
    assert list(pdfs) == list(documents)
    assert all(pdf.startswith(b"%PDF") for pdf in pdfs.values())
    assert list(folder.iterdir()) == []


@slow
def test_the_same_document_gives_the_same_bytes() -> None:
    libreoffice()
    first, second = (need_office().to_pdf({"a": page()})["a"] for _ in range(2))
    assert first == second


@slow
def test_nothing_is_written_outside_the_temporary_folder(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    libreoffice()
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    need_office().to_pdf({"a": page()})
    assert [*home.rglob("*"), *folder.iterdir()] == []


@slow
@pytest.mark.parametrize("damaged", [b"", b"only words", b"PK\x03\x04 no package"])
def test_a_document_that_gives_no_pdf_is_named(damaged: bytes) -> None:
    libreoffice()
    with pytest.raises(DocgenError) as caught:
        need_office().to_pdf({"good.docx": page(), "bad.docx": damaged})
    assert code_of(caught) == "F203"
    assert caught.value.diagnostic.place.file == "bad.docx"


@slow
def test_what_a_document_points_to_is_not_fetched() -> None:
    libreoffice()
    asked: list[str] = []

    class Server(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815 - the names of the methods

        def log_message(self, *_: object) -> None:
            pass

    with http.server.HTTPServer(("127.0.0.1", 0), Server) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        need_office().to_pdf({"a": linked(f"http://127.0.0.1:{server.server_port}/x.png")})
        server.shutdown()
    assert asked == []


def linked(address: str) -> bytes:
    """Return a document with a picture that lies elsewhere."""
    drawn = "http://schemas.openxmlformats.org/drawingml/2006"
    picture = (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{drawn}/wordprocessingDrawing">'
        '<wp:extent cx="900000" cy="900000"/><wp:docPr id="1" name="a"/>'
        f'<a:graphic xmlns:a="{drawn}/main"><a:graphicData uri="{drawn}/picture">'
        f'<pic:pic xmlns:pic="{drawn}/picture"><pic:nvPicPr><pic:cNvPr id="1" name="a"/>'
        '<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:link="rId9"/></pic:blipFill>'
        '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm>'
        '<a:prstGeom prst="rect"/></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r></w:p>"
    )
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relation = (
        f'<Relationship Id="rId9" Type="{relations}/image" TargetMode="External" '
        f'Target="{address}"/></Relationships>'
    )
    document = changed(page(), "</w:p>", picture)
    return changed(document, "</Relationships>", relation, "word/_rels/document.xml.rels")


@posix
def test_when_its_time_is_up_all_of_it_is_ended(folder: Path, tmp_path: Path) -> None:
    """soffice is a script that starts the real program; both must go."""
    noted = tmp_path / "pid"
    stuck = tmp_path / "soffice"
    stuck.write_text(f"#!/bin/sh\nsleep 600 &\necho $! > {noted}\nwait\n", "utf-8")
    stuck.chmod(0o755)
    with pytest.raises(DocgenError) as caught:
        Office(str(stuck), timeout=1).to_pdf({"slow.docx": page()})
    assert code_of(caught) == "F204"
    assert caught.value.diagnostic.place.file == "slow.docx"
    assert is_gone(int(noted.read_text()))
    assert list(folder.iterdir()) == []


def is_gone(pid: int) -> bool:
    """Whether a process has ended, or will at once."""
    for _ in range(200):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        status = Path(f"/proc/{pid}/stat")
        if status.exists() and status.read_text().rpartition(")")[2].split()[0] == "Z":
            return True  # ended, and not yet waited for by whoever adopted it
        time.sleep(0.05)
    return False


@slow
def test_an_ended_run_leaves_no_socket(folder: Path) -> None:
    sockets = set(Path("/tmp").glob("OSL_PIPE_*"))
    for seconds in (0.4, 0.7, 1.0):  # it makes the socket at some time while it starts
        with pytest.raises(DocgenError):
            Office(libreoffice(), timeout=seconds).to_pdf({str(n): page() for n in range(40)})
    assert set(Path("/tmp").glob("OSL_PIPE_*")) <= sockets
    assert list(folder.iterdir()) == []


@slow
def test_its_version_is_said_by_itself() -> None:
    said = subprocess.run([libreoffice(), "--version"], capture_output=True, text=True, check=True)
    version = need_office().version
    assert version.count(".") >= 1
    assert version in said.stdout


def test_without_libreoffice_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("HOME", "/nowhere")
    monkeypatch.delenv("DOCGEN_SOFFICE", raising=False)
    if find_office() is not None:
        pytest.skip("LibreOffice lies where it is looked for without PATH")
    with pytest.raises(DocgenError) as caught:
        need_office()
    assert code_of(caught) == "F201"
    for language in ("zh", "en"):
        assert "apt install libreoffice" in caught.value.diagnostic.hint(language)


def test_the_setting_comes_first_and_a_wrong_one_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "soffice"
    own.write_text("#!/bin/sh\n", "utf-8")
    own.chmod(0o755)
    monkeypatch.setenv("DOCGEN_SOFFICE", str(own))
    assert need_office().program == str(own)
    monkeypatch.setenv("DOCGEN_SOFFICE", str(tmp_path / "none"))
    with pytest.raises(DocgenError) as caught:
        need_office()
    assert code_of(caught) == "F202"
    with pytest.raises(DocgenError) as caught:
        Office(str(tmp_path / "none")).to_pdf({"a": page()})
    assert code_of(caught) == "F202"


@pytest.fixture
def fc_match() -> str:
    program = shutil.which("fc-match")
    if program is None:
        pytest.skip("NOT TESTED: fontconfig is not installed")
    return program


def test_a_font_that_is_installed_is_never_replaced(
    fc_match: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The system's two fonts call themselves 仿宋_GB2312 and FandolFang; the real one wins."""
    fonts = tmp_path / "fonts"
    fonts.mkdir()
    renamed = {"Liberation Serif": "仿宋_GB2312", "Liberation Sans": "FandolFang"}
    for family in renamed:
        command = [fc_match, "-f", "%{family[0]}|%{file}", family]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        found, _, path = done.stdout.partition("|")
        if found != family:
            pytest.skip(f"NOT TESTED: {family} is not installed")
        shutil.copy(path, fonts)
    system = tmp_path / "system.conf"
    rules = "".join(
        f'<match target="scan"><test name="family"><string>{old}</string></test>'
        f'<edit name="family" mode="assign"><string>{new}</string></edit></match>'
        for old, new in renamed.items()
    )
    cache = f"<cachedir>{tmp_path / 'cache'}</cachedir>"
    system.write_text(f"<fontconfig><dir>{fonts}</dir>{cache}{rules}</fontconfig>", "utf-8")
    monkeypatch.setenv("FONTCONFIG_FILE", str(system))
    monkeypatch.setattr("docgen.render.fontconfig._TEX_TREES", ())
    wanted = ("仿宋_GB2312", "仿宋", "楷体_GB2312")
    # Another name of the real face comes before any stand-in; for 楷体 there is neither.
    assert substitutes(wanted) == {"仿宋": "仿宋_GB2312", "楷体_GB2312": ""}


def test_stand_ins_are_named(fc_match: str) -> None:
    families = [f"仿宋_GB2312{'' if n else ' 没有的'}" for n in range(2)]
    found = substitutes([*families, "", families[0]])
    assert found[families[0]] == ""
    installed = subprocess.run([fc_match, "-f", "%{family[0]}"], capture_output=True, text=True)
    assert installed.stdout not in substitutes([installed.stdout])


def test_the_configuration_is_sound_xml_and_lies_where_it_is_told(tmp_path: Path) -> None:
    from lxml import etree

    path = font_config(tmp_path)
    assert path.parent == tmp_path
    root = etree.parse(str(path)).getroot()
    aliases = [alias.findtext("family") for alias in root.iter("alias")]
    accepted = {
        name for key in standard().group("fonts") for name in standard().fonts(f"fonts.{key}")
    }
    assert accepted <= set(aliases)
    assert len(set(aliases)) == len(aliases)
    first = next(iter(root))
    assert first.tag == "cachedir"
    assert Path(first.text or "").is_relative_to(tmp_path)


@slow
def test_pages_become_pictures(tmp_path: Path) -> None:
    libreoffice()
    pdf = need_office().to_pdf({"a": Sample().document(Sample().plain(28 * 22 + 5))})["a"]
    pictures = page_pictures(pdf, dpi=72)
    assert len(pictures) == 2
    assert pictures == page_pictures(pdf, dpi=72)
    pillow = pytest.importorskip("PIL.Image", reason="only to read the picture back")
    import io

    picture = pillow.open(io.BytesIO(pictures[0])).convert("L")
    assert abs(picture.width - 595) <= 1
    assert abs(picture.height - 842) <= 1
    left, top, right, bottom = picture.point(lambda level: 255 * (level < 128)).getbbox()
    # 37 mm of white above, 28 mm on the left: text starts after 105 and 79 points.
    assert top in range(105, 120)
    assert left in range(78, 90)
    assert right in range(505, 525)
    assert bottom in range(740, 790)
