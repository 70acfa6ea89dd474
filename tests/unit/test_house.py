"""The house rules that reading the code can check: who imports whom, and what must not appear."""

import ast
import re
import subprocess
import sys

import plugin_package
import pytest

ROOT = plugin_package.ROOT
ROOMS = ("algorithms", "processing", "ui")
MAX_LINES = 500
NETWORK = {"socket", "ssl", "urllib", "urllib3", "http", "ftplib", "smtplib", "requests", "xmlrpc", "QtNetwork"}
NETWORK_CLASSES = {"QgsNetworkAccessManager", "QgsBlockingNetworkRequest", "QgsFileDownloader"}
HEAVY = {"shapely", "pandas", "scipy"}
# Written without their enum's name these work in Qt 5 only.
UNSCOPED = re.compile(
    r"\bQt\.(?:Align(?!mentFlag)\w+|Horizontal|Vertical|(?:Left|Right|Middle|No)Button|(?:User|Display|Edit|Decoration|ToolTip|"
    r"CheckState)Role|(?:Unc|PartiallyC|C)hecked|ItemIs\w+|Key_\w+|(?:No|Solid|Dash|Dot)(?:Line|Pen|Brush|Pattern)|"
    r"(?:Left|Right|Top|Bottom)DockWidgetArea|(?:Wait|Cross|Arrow|PointingHand)Cursor|WA_\w+|"
    r"(?:Control|Shift|Alt|No)Modifier|MatchExactly|ISODate|RichText|PlainText|white|black|red|transparent)\b"
    r"|\bQMessageBox\.(?:Yes|No|Ok|Cancel|Warning|Question)\b"
    r"|\bQDialogButtonBox\.(?:Ok|Cancel|Close|Help|Apply)\b"
    r"|\bQVariant\.(?:Int|String|Double|LongLong|Bool|Date|DateTime)\b"
    r"|\bQSizePolicy\.(?:Expanding|Fixed|Preferred|Minimum|Maximum)\b"
)
MODULES = [
    ROOT / "__init__.py",
    ROOT / "plugin.py",
    *(path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))),
]


def each_module(*rooms):
    """Parametrize over the modules of some rooms, or of all."""
    chosen = [path for path in MODULES if not rooms or path.relative_to(ROOT).parts[0] in rooms]
    return pytest.mark.parametrize("path", chosen, ids=[path.relative_to(ROOT).as_posix() for path in chosen])


def imports(code, inside):
    """Absolute names of all that is imported, `from a import b` as `a.b`; `inside`: the module's own package parts."""
    names = set()
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = list(inside[: len(inside) - node.level + 1]) if node.level else []
            base += node.module.split(".") if node.module else []
            names |= {".".join([*base, alias.name]) for alias in node.names}
    return names


def imports_of(path):
    inside = (plugin_package.NAME, *path.relative_to(ROOT).parent.parts)
    return imports(path.read_text(encoding="utf-8"), inside)


def uses(names, *prefixes):
    """Those of the names that are one of the prefixes, or inside one."""
    return {name for name in names if any((name + ".").startswith(prefix + ".") for prefix in prefixes)}


def test_the_reader_of_imports_understands_relative_ones():
    code = "import numpy.linalg\nfrom . import b\nfrom .b import c\nfrom ..ui.dock import Dock\nfrom qgis.core import X"
    assert imports(code, ("plugin", "processing")) == {
        "numpy.linalg", "plugin.processing.b", "plugin.processing.b.c", "plugin.ui.dock.Dock", "qgis.core.X",
    }  # fmt: skip


@each_module("algorithms")
def test_algorithms_know_neither_qgis_nor_the_other_rooms(path):
    mine = plugin_package.NAME
    forbidden = ("qgis", "PyQt5", "PyQt6", "osgeo", f"{mine}.processing", f"{mine}.ui", f"{mine}.plugin")
    assert not uses(imports_of(path), *forbidden)


@each_module("processing")
def test_processing_does_not_know_the_ui(path):
    mine = plugin_package.NAME
    assert not uses(imports_of(path), f"{mine}.ui", f"{mine}.plugin", "qgis.utils.iface", "qgis.gui")


@each_module()
def test_imports_inside_the_plugin_are_relative_and_qt_comes_through_qgis(path):
    names = imports_of(path)
    assert not uses(names, "PyQt5", "PyQt6", "sip", "algorithms", "processing", "ui", "plugin", "resources_rc")
    assert not {name for name in names if "QtWebKit" in name or "QtWebEngine" in name}
    code = path.read_text(encoding="utf-8")
    assert not re.findall(rf"^\s*(?:from|import) {plugin_package.NAME}\b", code, re.MULTILINE)


@each_module()
def test_nothing_reaches_for_the_network(path):
    parts = {part for name in imports_of(path) for part in name.split(".")}
    assert not parts & (NETWORK | NETWORK_CLASSES)


@each_module()
def test_code_runs_with_qt_5_and_6(path):
    code = path.read_text(encoding="utf-8")
    assert "exec_(" not in code
    assert UNSCOPED.findall(code) == []


def test_unscoped_enums_are_recognised():
    assert UNSCOPED.search("item.data(Qt.UserRole)")
    assert UNSCOPED.search("QVariant.Int")
    assert not UNSCOPED.search("item.data(Qt.ItemDataRole.UserRole)")


@each_module()
def test_files_stay_small(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MAX_LINES


def test_unit_tests_need_no_qgis():
    for path in sorted([*(ROOT / "tests" / "unit").glob("*.py"), ROOT / "tests" / "conftest.py"]):
        names = imports(path.read_text(encoding="utf-8"), ())
        assert not uses(names, "qgis", "PyQt5", "PyQt6", "osgeo", f"{plugin_package.NAME}.processing"), path.name


def without(names, statement):
    """Run a statement in a fresh Python that has the plugin, and in which `names` cannot be imported."""
    code = f"""
import importlib.abc, sys
class Absent(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {sorted(names)!r}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)
sys.meta_path.insert(0, Absent())
sys.path.append({str(ROOT / "scripts")!r})
import plugin_package
plugin_package.load()
{statement}
"""
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd="/", check=False)


def test_the_block_blocks():
    assert "No module named 'shapely'" in without(HEAVY, "import shapely").stderr


def test_algorithms_load_without_qgis():
    names = [path.stem for path in sorted((ROOT / "algorithms").glob("[!_]*.py"))]
    assert names
    lines = "\n".join(f"import {plugin_package.NAME}.algorithms.{name}" for name in names)
    result = without({"qgis", "PyQt5", "PyQt6", "osgeo"}, lines)
    assert result.returncode == 0, result.stderr


def test_the_plugin_loads_without_shapely_and_pandas():
    result = without(
        HEAVY,
        f"from {plugin_package.NAME} import classFactory, plugin\n"
        f"from {plugin_package.NAME}.processing.provider import LandConsolidationProvider",
    )
    assert result.returncode == 0, result.stderr


TESTS = sorted((ROOT / "tests").rglob("*.py"))
WAITS = {"sleep", "qWait", "qSleep", "msleep", "usleep"}


def fixed_waits(code):
    """Lines that wait for a time, outside a loop that ends as soon as what it waits for is there."""
    tree = ast.parse(code)
    polling = {id(inner) for loop in ast.walk(tree) if isinstance(loop, ast.While) for inner in ast.walk(loop)}
    called = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and id(node) not in polling]
    return [node.lineno for node in called if getattr(node.func, "attr", getattr(node.func, "id", "")) in WAITS]


@pytest.mark.parametrize("path", TESTS, ids=[path.relative_to(ROOT).as_posix() for path in TESTS])
def test_no_test_waits_for_a_fixed_time(path):
    assert fixed_waits(path.read_text(encoding="utf-8")) == []


def test_fixed_waits_are_recognised():
    assert fixed_waits("import time\ntime.sleep(1)\nQTest.qWait(20)") == [2, 3]
    assert fixed_waits("while not ready():\n    time.sleep(0.1)") == []
