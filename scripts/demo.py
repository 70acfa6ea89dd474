"""The sample township screened and one village of it delivered; or a layer of one's own: see scripts/demo.

The township is screened in a project (demo_chain.py), which then opens on the results; the village is delivered through
qgis_process. A layer of one's own is analysed through qgis_process, and demo_map.py then prints its map.
"""

import csv
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import qgis_profile
from demo_arguments import USAGE, Mistake, checked, parse
from demo_words import TAGGED, WORDS
from plugin_package import ROOT

ALGORITHM = "landconsolidation:farmlandcontiguity"
SAMPLE = f"{ROOT / 'resources' / 'sample' / 'township.gpkg'}|layername=DLTB"
SAMPLE_PARAMETERS = {
    "CODE_FIELD": "DLBM",
    "CODE_SYSTEM": "0",
}
OUTPUT = ROOT / "demo-output"
DELIVER = "landconsolidation:delivervillageplan"
VILLAGE = {"VILLAGE_CODE": "330723199201", "VILLAGE_NAME": "柳畈村", "PLAN_NAME": "柳畈村村庄规划"}
PLAN_LAYERS = {
    "VILLAGE": "village_boundary", "REDLINE": "STBHHX", "BASIC_FARMLAND": "YJJBNTBHTB", "BOUNDARY": "CZKFBJ",
    "HISTORIC": "heritage", "FACILITIES": "services",
}  # fmt: skip
QGIS_PLUGINS = "/usr/share/qgis/python/plugins"  # QGIS's own tools are a plugin of QGIS
FOUND = ("relocation_MERGE_COUNT", "industry_CANDIDATE_COUNT", "suggestions_SUGGESTED_COUNT")
WRITTEN = ("INPUT", "PARCELS", "BLOCKS", "SENSITIVITY", "REPORT")
# What qgis_process prints round an algorithm's own words: its parameters, its results, and rules between them.
FRAME = re.compile(r"|-+|Inputs|Results|[A-Z_0-9]+:\t.*")
LANGUAGES = {"zh": "zh-Hans", "en": "en"}


class Failed(Exception):
    """QGIS ended without a result; the message is what it complained of."""

    def __init__(self, status, complaint):
        super().__init__(in_short(complaint) or f"QGIS ended with status {status}.")


def in_short(complaint):
    """What QGIS complained of, each line once, without the one that only says that it complains."""
    lines = dict.fromkeys(line.strip() for line in complaint.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("ERROR:\tAn error was encountered"))


def qgis(command, environment):
    """Run a command of QGIS and return what it printed; its warnings about the machine stay unseen."""
    result = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if result.returncode:
        raise Failed(result.returncode, result.stderr)
    return result.stdout


def known_parameters(environment):
    """{name: description} of the algorithm's parameters."""
    described = json.loads(qgis(["qgis_process", "--json", "help", ALGORITHM], environment))
    return {name: about["description"] for name, about in described["parameters"].items()}


def analyse(layer, parameters, folder, environment):
    """Run the algorithm into `folder`, its progress shown, and return its numbers by output name."""
    geopackage = folder / "farmland.gpkg"
    values = {
        **parameters,
        "INPUT": layer,
        "PARCELS": f"ogr:dbname='{geopackage}' table=\"parcels\" (geom)",
        "BLOCKS": f"ogr:dbname='{geopackage}' table=\"blocks\" (geom)",
        "SENSITIVITY": str(folder / "sensitivity.csv"),
        "REPORT": str(folder / "report.html"),
    }
    words = ["qgis_process", "run", ALGORITHM, "--", *(f"{name}={value}" for name, value in values.items())]
    lines = streamed(words, environment, folder.parent / "complaint", lambda line: not FRAME.fullmatch(line))
    results = lines[lines.index("Results") :] if "Results" in lines else []
    return dict(line.split(":\t", 1) for line in results if ":\t" in line)


def streamed(command, environment, complaint, shown):
    """Run a command of QGIS, printing its lines that are `shown` as they come; returns all of them.

    complaint: a file for what it complains of, which Failed then tells.
    """
    lines = []
    with complaint.open("w+", encoding="utf-8") as errors:
        with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=errors, text=True) as process:
            for line in process.stdout:
                lines.append(line.rstrip())
                if shown(lines[-1]):
                    print(lines[-1], flush=True)
        errors.seek(0)
        if process.returncode:
            raise Failed(process.returncode, errors.read())
    return lines


def screen_and_deliver(folder, language, environment):
    """The sample township screened into a project in `folder`, and one village of it delivered once its parcels are
    tagged, while the tags are added up and the sheet is printed; returns the numbers found, and the delivery's folder.
    """
    task = json.dumps({"folder": str(folder), "language": language})
    in_qgis = {
        **environment, "GDAL_PAM_ENABLED": "NO", "PYTHONPATH": f"{environment['PYTHONPATH']}{os.pathsep}{QGIS_PLUGINS}",
    }
    command = [sys.executable, str(ROOT / "scripts" / "demo_chain.py"), task]
    numbers, delivered = {}, []
    with waiting(DELIVER, environment) as process, ThreadPoolExecutor(1) as beside:
        def shown(line):
            if line == TAGGED:
                delivered.append(beside.submit(deliver_village, process, folder))
            elif line.startswith("{"):
                numbers.update(json.loads(line))
            else:
                return True
            return False

        streamed(command, in_qgis, folder.parent / "complaint", shown)
        return numbers, delivered[0].result()


@contextmanager
def waiting(algorithm, environment):
    """A qgis_process that has started, which takes it seconds, and waits for the algorithm's parameters."""
    with subprocess.Popen(
        ["qgis_process", "run", algorithm, "-"], text=True,
        env={**environment, "PYQGIS_STARTUP": str(ROOT / "scripts" / "demo_warm.py")},
        stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
    ) as process:
        try:
            yield process
        finally:
            process.kill()  # does nothing to one that has ended


def deliver_village(process, folder):
    """One village of the screened township delivered by a `waiting` qgis_process; returns the delivery's folder."""
    sample, tables = folder / "township.gpkg", folder / "tables"
    tables.mkdir()
    values = {
        **SAMPLE_PARAMETERS, **VILLAGE, **{name: f"{sample}|layername={layer}" for name, layer in PLAN_LAYERS.items()},
        "INPUT": f"{folder / 'tagged.gpkg'}|layername=parcels",
        "delivery_folder": str(folder / "deliveries"), "codes_output": str(tables / "plan_codes.gpkg"),
        "codes_review": str(tables / "to_be_decided.csv"), "structure_structure": str(tables / "structure.csv"),
        "validation_errors": str(tables / "validation.gpkg"),
        "structure_workbook": str(tables / "structure.xlsx"), "indicators_indicators": str(tables / "indicators.csv"),
    }
    _, complaint = process.communicate(json.dumps({"inputs": values}))
    if process.returncode:
        raise Failed(process.returncode, complaint)
    return next((folder / "deliveries").iterdir())


def draw(request, parameters, layer, folder, environment):
    """Save the styles and print the map, in a QGIS of its own."""
    task = {
        "folder": str(folder),
        "layer": layer,
        "language": request.language,
        "gap": parameters.get("MAX_GAP", "20"),
        "thresholds": [float(text) for text in parameters.get("THRESHOLDS", "100;1000;10000").split(";")],
        "code_field": parameters.get("CODE_FIELD", "DLBM") if parameters.get("CODE_SYSTEM") == "0" else "",
        "sample": not request.layer,
    }
    # Without this GDAL would leave a file with its statistics beside the sample's elevation model.
    environment = {**environment, "GDAL_PAM_ENABLED": "NO"}
    qgis([sys.executable, str(ROOT / "scripts" / "demo_map.py"), json.dumps(task)], environment)


def wide(text):
    """How many columns of a terminal a text takes: Chinese characters take two."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def table(rows):
    """Rows of texts as lines: the first column to the left, numbers to the right."""
    columns = [max(wide(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        first, *others = (" " * (size - wide(cell)) for cell, size in zip(row, columns))
        yield "  ".join([row[0] + first, *(space + cell for space, cell in zip(others, row[1:]))])


def number(text, percent=False):
    """A number as people write it, as it came when it is none."""
    try:
        value = float(text)
    except ValueError:
        return text
    if percent:
        return f"{value:.1%}"
    return f"{value:,.0f}" if value == int(value) else f"{value:,.1f}"


def summary(numbers, sensitivity, words, more=()):
    """The lines printed at the end. more: (label, text) of further rows."""
    outputs = ("FARMLAND_MU", "BLOCK_COUNT", "LARGEST_BLOCK_MU", "COUNT_100", "COUNT_1000", "COUNT_10000")
    rows = [(words[name], number(numbers[name])) for name in outputs]
    rows.append((words["CONTIGUOUS_SHARE"], number(numbers["CONTIGUOUS_SHARE"], percent=True)))
    rows += more
    yield from table(rows)
    yield ""
    with sensitivity.open(encoding="utf-8-sig", newline="") as file:
        steps = [
            (number(row["gap_m"]), number(row["threshold_mu"]), number(row["blocks"]), number(row["net_mu"]),
             number(row["share"], percent=True))
            for row in csv.DictReader(file)
        ]  # fmt: skip
    yield from table([tuple(words[name] for name in ("gap", "threshold", "blocks", "net", "share")), *steps])


def deliver(folder, output):
    """Move finished results to where the person looks, over the last ones; other files there stay."""
    output.mkdir(parents=True, exist_ok=True)
    for rest in output.glob("*.gpkg-*"):
        rest.unlink()  # of a GeoPackage that goes, a wrong journal for the one that comes
    for path in folder.iterdir():
        if path.is_dir():
            shutil.rmtree(output / path.name, ignore_errors=True)
        shutil.move(path, output / path.name)


def main(words):
    request = parse(words)
    said = WORDS[request.language]
    output = Path(request.output) if request.output else OUTPUT
    cache = ROOT / ".cache"
    cache.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cache, prefix="demo-") as temporary:
        profile, folder = Path(temporary) / "profile", Path(temporary) / "output"
        folder.mkdir()
        qgis_profile.create(profile, language=LANGUAGES[request.language])
        environment = qgis_profile.environment(profile)
        # Compiling our sources takes Python a second; what it keeps of it stays in this folder, unknown to git.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        if request.help:
            print(USAGE)
            for name, description in sorted(known_parameters(environment).items()):
                if name not in WRITTEN:
                    print(f"  {name:<18}{description}")
            return
        if not request.layer and not request.parameters:
            numbers, delivered = screen_and_deliver(folder, request.language, environment)
            more = [(said[name], number(str(numbers[name]))) for name in FOUND]
            contiguity = {name.removeprefix("contiguity_"): str(value) for name, value in numbers.items()}
            lines = list(summary(contiguity, folder / "sensitivity.csv", said, more))
            lines += ["", f"{said['delivered']}: {delivered.name}"]
            finish(folder, output, lines, said)
            return
        parameters = dict(SAMPLE_PARAMETERS)
        if request.layer:
            parameters = {}
        if request.parameters:
            parameters |= checked(request.parameters, known_parameters(environment), WRITTEN)
        # QGIS may run anywhere, the layer's name is meant from here.
        name, bar, rest = (request.layer or SAMPLE).partition("|")
        layer = os.path.abspath(name) + bar + rest if Path(name).exists() else name + bar + rest  # noqa: PTH100

        numbers = analyse(layer, parameters, folder, environment)
        draw(request, parameters, layer, folder, environment)
        finish(folder, output, summary(numbers, folder / "sensitivity.csv", said), said)


def finish(folder, output, lines, said):
    """Hand the results over, and print what was found and where it is."""
    lines, names = list(lines), sorted(path.name for path in folder.iterdir())
    deliver(folder, output)
    print("\n", *(f"{line}\n" for line in lines), sep="")
    print(f"{said['written']} {output}: {', '.join(names)}")


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except (Mistake, Failed) as problem:
        sys.exit(f"scripts/demo: {problem}")
