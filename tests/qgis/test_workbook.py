"""Workbooks: what a spreadsheet finds in them, and that nothing in a text becomes a formula."""

import zipfile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter

from land_consolidation.algorithms.errors import InvalidInput
from land_consolidation.processing import workbook
from land_consolidation.processing.workbook import (
    FIRST_ROW,
    Cell,
    Column,
    Formula,
    Sheet,
    column_letter,
    complaint_about_workbooks,
    sheet_names,
    write_workbook,
)

FORBIDDEN = set("[]:*?/\\")
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


def opened(path, values=False):
    return openpyxl.load_workbook(path, data_only=values)


def written(path, *rows, columns=None, **options):
    columns = columns or tuple(Column(f"c{k}") for k in range(len(rows[0])))
    write_workbook(path, [Sheet("s", "title", columns, tuple(rows), **options)])
    return opened(path).active


@pytest.mark.parametrize("text", [
    "=1+1", "=HYPERLINK(\"x\")", "+1", "-1+2", "@SUM(A1)", "{=1}", "#REF!", "1e5", "0101", "2024-01-01", "TRUE",
    " 空 格 ", "a\nb", "<b>&amp;\"'", "=cmd|' /C calc'!A0",
])  # fmt: skip
def test_a_text_stays_that_text_and_is_no_formula(text, tmp_path):
    path = tmp_path / "book.xlsx"
    sheet = Sheet(text, text, (Column(text), Column("n", "ha")), ((text, text),), (text,))
    write_workbook(path, [sheet])
    work = opened(path).active
    for row in work.iter_rows():
        for cell in row:
            assert cell.value is None or cell.data_type == "s"
    assert work.cell(FIRST_ROW, 1).value == work.cell(FIRST_ROW, 2).value == text
    with zipfile.ZipFile(path) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")
    if text[0] in "=+-@":
        assert work.cell(FIRST_ROW, 1).quotePrefix, "so that editing the cell does not make it one"


@given(texts)
def test_any_text_can_be_written(tmp_path_factory, text):
    work = written(tmp_path_factory.mktemp("book") / "book.xlsx", (text,))
    lost = {*map(chr, range(32)), "\ufffe", "\uffff"} - set("\t\n\r")
    kept = "".join(letter for letter in text if letter not in lost)
    found = work.cell(FIRST_ROW, 1).value or ""
    assert found.replace("\r\n", "\n").replace("\r", "\n") == kept.replace("\r\n", "\n").replace("\r", "\n")


def test_a_text_too_long_for_a_cell_is_refused_not_cut(tmp_path):
    path = tmp_path / "book.xlsx"
    with pytest.raises(InvalidInput, match="WORKBOOK: a text of 32768 characters .* begins “村村"):
        written(path, ("村" * 32_768,))
    assert not path.exists()


def test_numbers_have_real_formats_and_formulas_their_results(tmp_path):
    columns = (Column("地类"), Column("n", "whole"), Column("ha", "ha"), Column("ha4", "ha4"), Column("m2", "m2"),
               Column("mu", "mu"), Column("share", "percent"))  # fmt: skip
    path = tmp_path / "book.xlsx"
    total = ("总计", *(Formula("SUM({col}3:{col}3)", value) for value in (3, 1.25, 1.23456, 9.5, -4.0)),
             Formula("G3*B{row}/B3", 0.5))  # fmt: skip
    rows = (("耕地", 3, 1.25, 1.23456, 9.5, -4.0, 0.5), total, ("x", None, float("nan"), float("inf"), 0, 0.0, None))
    work = written(path, *rows, columns=columns, bold_rows=frozenset({1}))
    formats = [work.cell(FIRST_ROW, position).number_format for position in range(1, 8)]
    assert formats == ["@", "#,##0", "#,##0.00", "#,##0.0000", "#,##0.00", "#,##0.00", "0.00%"]
    assert [cell.value for cell in work[FIRST_ROW]] == list(rows[0])
    assert [cell.value for cell in work[FIRST_ROW + 1]][1:] == [*(f"=SUM({c}3:{c}3)" for c in "BCDEF"), "=G3*B4/B3"]
    assert [cell.value for cell in work[FIRST_ROW + 2]] == ["x", None, None, None, 0, 0, None]
    assert work.cell(FIRST_ROW + 1, 3).font.b
    assert not work.cell(FIRST_ROW, 3).font.b
    results = [cell.value for cell in opened(path, values=True).active[FIRST_ROW + 1]]
    assert results == ["总计", 3, 1.25, 1.23456, 9.5, -4, 0.5], "readers that do not calculate find the results"


def test_a_cell_may_be_of_another_kind_than_its_column(tmp_path):
    work = written(tmp_path / "b.xlsx", (Cell(3.0, "whole"), Cell(Formula("A3", 3.0), "percent"), Cell("=x", "text")),
                   columns=(Column("a", "ha"), Column("b", "ha"), Column("c", "ha")))  # fmt: skip
    assert [cell.number_format for cell in work[FIRST_ROW]] == ["#,##0", "0.00%", "@"]
    assert work.cell(FIRST_ROW, 3).data_type == "s"


def test_a_sheet_is_ready_to_print(tmp_path):
    columns = (Column("一列很长的标题用于折行", width=10), *(Column(f"第{k}列", "ha", 20) for k in range(9)))
    work = written(tmp_path / "b.xlsx", ("值" * 30, *[1.0] * 9), columns=columns, notes=("注" * 300, "二"))
    assert work.freeze_panes == f"A{FIRST_ROW}"
    assert work.print_title_rows == "$1:$2"
    assert (work.page_setup.fitToWidth, work.page_setup.fitToHeight, work.sheet_properties.pageSetUpPr.fitToPage) == (
        1, 0, True)  # fmt: skip
    assert (work.page_setup.orientation, work.page_setup.paperSize) == ("landscape", 8), "wide, so on A3"
    assert [work.column_dimensions[letter].width for letter in "AB"] == [10, 20]
    assert work.row_dimensions[2].height > 30, "the header needs three lines"
    assert work.row_dimensions[FIRST_ROW].height > 70
    assert work["A1"].value == "title"
    assert "A1:J1" in {str(merged) for merged in work.merged_cells.ranges}
    assert work.cell(FIRST_ROW + 2, 1).value == "注" * 300
    assert work.row_dimensions[FIRST_ROW + 2].height > 30
    narrow = written(tmp_path / "c.xlsx", ("x", 1.0), columns=(Column("a"), Column("b", "ha")))
    assert (narrow.page_setup.orientation, narrow.page_setup.paperSize) == ("portrait", 9)


@given(st.lists(st.one_of(texts, st.sampled_from(["上村", "history", "A", "a", "x" * 40, "", "'q'"])), max_size=12))
def test_names_of_sheets_are_allowed_and_no_two_alike(wanted):
    names = sheet_names(wanted)
    assert len(names) == len(wanted) == len({name.lower() for name in names})
    for name in names:
        assert 0 < len(name) <= 31
        assert not FORBIDDEN & set(name)
        assert name.lower() != "history"
        assert not name.startswith("'")
        assert not name.endswith("'")


def test_names_that_will_do_are_kept():
    assert sheet_names(["上村", "下村", "上村", "结构/调整"]) == ["上村", "下村", "上村 (2)", "结构_调整"]


@given(st.integers(0, 16_000))
def test_column_letters(position):
    assert column_letter(position) == get_column_letter(position + 1)


def test_a_file_that_is_there_is_replaced_only_when_all_is_ready(tmp_path):
    path = tmp_path / "book.xlsx"
    written(path, ("old",))
    before = path.read_bytes()
    with pytest.raises(InvalidInput):
        written(path, ("x" * 40_000,))
    assert path.read_bytes() == before
    assert written(path, ("new",)).cell(FIRST_ROW, 1).value == "new"


def test_a_missing_openpyxl_is_refused_with_the_remedy(monkeypatch):
    complaint_about_workbooks()
    monkeypatch.setattr(workbook, "find_spec", lambda name: None if name == "openpyxl" else name)
    with pytest.raises(InvalidInput, match="WORKBOOK: .* openpyxl, .* Leave the workbook empty, or install"):
        complaint_about_workbooks()
