"""The zip that people install: what is in it, that it runs, and that the official repository would take it."""

import configparser
import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import plugin_package
import pytest
import qgis_profile

ROOT = plugin_package.ROOT
BIN = Path(sys.executable).parent
FOLDER = plugin_package.NAME
MEGABYTE = 1_000_000
REQUIRED = (
    "name", "description", "about", "version", "author", "email", "homepage", "tracker", "repository", "changelog",
    "tags", "icon", "category", "qgisMinimumVersion", "qgisMaximumVersion", "hasProcessingProvider",
)  # fmt: skip
CATEGORIES = {"Raster", "Vector", "Database", "Mesh", "Web", "Analysis", "Processing"}


def build(folder):
    result = subprocess.run(
        [ROOT / "scripts" / "package", folder], capture_output=True, text=True, check=False, cwd="/"
    )
    assert result.returncode == 0, result.stderr
    return Path(result.stdout.splitlines()[-1])


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    return build(tmp_path_factory.mktemp("dist"))


@pytest.fixture(scope="module")
def names(package):
    with zipfile.ZipFile(package) as archive:
        return archive.namelist()


@pytest.fixture(scope="module")
def unpacked(package, tmp_path_factory):
    folder = tmp_path_factory.mktemp("unpacked")
    with zipfile.ZipFile(package) as archive:
        archive.extractall(folder)
    return folder / FOLDER


@pytest.fixture(scope="module")
def metadata(unpacked):
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(unpacked / "metadata.txt", encoding="utf-8")
    return parser["general"]


def test_everything_is_in_the_plugins_folder(names):
    assert {name.partition("/")[0] for name in names} == {FOLDER}
    inside = {name.partition("/")[2] for name in names}
    assert {"__init__.py", "plugin.py", "metadata.txt", "LICENSE"} <= inside
    assert "i18n/land_consolidation_zh_CN.qm" in inside
    assert "processing/provider.py" in inside
    assert "resources/sample/township.gpkg" in inside


def test_only_what_runs_is_in_it(names):
    for name in names:
        parts = name.split("/")[1:]
        assert not [part for part in parts if part.startswith((".", "__pycache__", "__MACOSX"))], name
        assert not set(parts) & {"tests", "scripts", "benchmarks", "demo-output", "dist"}, name
        assert not name.endswith((".ts", ".pyc", ".so", ".dll", ".exe", ".sh", ".gpkg-wal", ".gpkg-shm")), name


def test_it_is_small_enough(package):
    assert package.stat().st_size <= 25 * MEGABYTE


def test_the_same_files_give_the_same_zip(package, tmp_path):
    assert build(tmp_path).read_bytes() == package.read_bytes()


def test_the_license_is_the_gpl(unpacked):
    text = (unpacked / "LICENSE").read_text(encoding="utf-8")
    assert "GNU GENERAL PUBLIC LICENSE" in text
    assert "Version 2, June 1991" in text


def test_the_metadata_meets_the_official_repositorys_rules(metadata, unpacked, package):
    missing = [key for key in REQUIRED if not metadata.get(key, "").strip()]
    assert missing == []
    assert "supportsQt6" not in metadata
    assert metadata["qgisMinimumVersion"] == "3.40"
    assert metadata["qgisMaximumVersion"] == "4.99"
    assert metadata["hasProcessingProvider"] == "yes"
    assert metadata["category"] in CATEGORIES
    assert re.fullmatch(r"\d+\.\d+\.\d+", metadata["version"])
    assert package.name == f"{FOLDER}-{metadata['version']}.zip"
    assert metadata["version"] in metadata["changelog"]
    assert re.fullmatch(r"[^@\s]+@[^@\s]+\.\w+", metadata["email"])
    for key in ("homepage", "tracker", "repository"):
        assert metadata[key].startswith("https://"), key
    assert (unpacked / metadata["icon"]).is_file()
    assert re.fullmatch(r"[A-Za-z][A-Za-z0-9_-]*", FOLDER)
    assert re.fullmatch(r"[A-Za-z][\w .()-]*", metadata["name"], re.ASCII)
    assert "<" not in metadata["description"] + metadata["about"], "no HTML"
    assert "plugin" not in metadata["name"].lower()


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(["bandit", "-q", "-r"], id="bandit"),
        pytest.param(["flake8", "--isolated", "--max-line-length=120", "--extend-ignore=E203"], id="flake8"),
    ],
)
def test_checkers_find_nothing(unpacked, command):
    result = subprocess.run(
        [BIN / command[0], *command[1:], unpacked], capture_output=True, text=True, check=False, cwd=unpacked
    )
    assert result.returncode == 0, result.stdout + result.stderr


def test_flake8_knows_the_rules_of_qgis():
    result = subprocess.run([BIN / "flake8", "--version"], capture_output=True, text=True, check=True)
    assert "flake8_qgis" in result.stdout or "flake8-qgis" in result.stdout


def test_no_secrets_are_in_it(unpacked):
    result = subprocess.run(
        [BIN / "detect-secrets", "-C", unpacked, "scan", "--all-files"], capture_output=True, text=True, check=True
    )
    assert json.loads(result.stdout)["results"] == {}


def test_it_runs_when_installed_into_a_clean_profile(package, tmp_path):
    profile = tmp_path / "profile"
    qgis_profile.create(profile, plugin=package, language="en")
    installed = profile / "profiles" / "default" / "python" / "plugins" / FOLDER
    assert not installed.is_symlink()
    blocks = tmp_path / "blocks.gpkg"
    layer = f"{installed / 'resources' / 'sample' / 'township.gpkg'}|layername=DLTB"
    result = subprocess.run(
        [
            "qgis_process", "run", "landconsolidation:farmlandcontiguity", "--",
            f"INPUT={layer}", "CODE_FIELD=DLBM", "CODE_SYSTEM=0", f"BLOCKS={blocks}",
        ],
        env=qgis_profile.environment(profile), capture_output=True, text=True, check=False, cwd=tmp_path,
    )  # fmt: skip
    assert result.returncode == 0, result.stdout + result.stderr
    assert blocks.exists()
    count = re.search(r"^BLOCK_COUNT:\s*(\d+)", result.stdout, re.MULTILINE)
    assert count, result.stdout
    assert int(count.group(1)) > 0
