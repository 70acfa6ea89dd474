"""What an export gives back: the manifest of the delivery, the list of its layers, the report."""

import json
from datetime import datetime
from pathlib import Path

from qgis.core import Qgis, QgsCoordinateReferenceSystem

from ..algorithms.errors import translatable
from .export_inputs import BY_NAME
from .export_place import MANIFEST
from .i18n import is_chinese, tr
from .layer_writer import NUMBER, TEXT, WHOLE, new_fields, write_rows
from .shared_parameters import AREA_METHOD_LABELS
from .styling import Look, alias_of, look_after

FIELDS = {
    "LAYERS": (
        ("layer", TEXT, 50), ("name", TEXT, 100), ("geometry", TEXT, 20), ("features", WHOLE), ("area_m2", NUMBER),
        ("area_mu", NUMBER), ("fields", WHOLE), ("empty", TEXT, 0), ("file", TEXT, 254), ("remark", TEXT, 254),
    ),
}
ALIASES = {
    "layer": translatable("Layer"),
    "name": translatable("Name"),
    "geometry": translatable("Geometry"),
    "features": translatable("Number of features"),
    "area_m2": translatable("Area [m²]"),
    "area_mu": translatable("Area [mu]"),
    "fields": translatable("Number of fields"),
    "empty": translatable("Fields without any value"),
    "file": translatable("File"),
    "remark": translatable("Remark"),
}
_VERSION = 1


def number_outputs():
    """Names and labels of the numbers a model can use."""
    return (
        ("LAYER_COUNT", tr("Layers and tables written")),
        ("FEATURE_COUNT", tr("Features written")),
    )


def now():
    """This moment as ISO 8601 with its zone, to the second."""
    return datetime.now().astimezone().isoformat(timespec="seconds")


def parameters_in_words(settings):
    """(label, value) of every parameter, for report, metadata and manifest."""
    facts = settings.facts
    return (
        (tr("Profile"), f"{settings.profile.id} {title_of(settings.profile)}"),
        (tr("Plan"), facts["plan_name"]),
        (tr("Village"), f"{facts['village_code']} {facts['village_name']}"),
        (tr("Base and target year"), f"{facts['base_year']}–{facts['target_year']}"),
        (tr("Format"), tr(settings.form.label)),
        (tr("CRS"), f"{settings.crs.authid()} {settings.crs.description()}".strip()),
        *((tr("Layer for {parameter}").format(parameter=BY_NAME[name].parameter), source.sourceName())
          for name, source in settings.sources.items()),
        (tr("Area method"), tr(AREA_METHOD_LABELS[settings.area_method])),
        (tr("Personal data"), tr("included") if settings.personal else tr("left out")),
        (tr("Other layers cut to the parcels"), tr("yes") if settings.clip else tr("no")),
    )


def lineage(settings):
    """How a delivery was made, in sentences."""
    return tuple(
        tr("{label}: {value}").format(label=label, value=value) for label, value in parameters_in_words(settings)
    )


def title_of(thing):
    """What a profile or a layer of it is called, in the user's language."""
    return thing.zh if is_chinese() else thing.en


def write_manifest(folder, settings, built, when):
    """delivery.json: what the delivery is, for programs; by it a folder is known as one of ours."""
    content = {
        "delivery": _VERSION, "profile": settings.profile.id, "format": settings.form.name,
        "encoding": settings.form.encoding, "crs": settings.crs.authid() or settings.crs.toWkt(),
        "made": when, **settings.facts,
        "personal_data": settings.personal,
        "clip": settings.clip,
        "layers": [
            {"code": made.layer.code, "name": made.layer.zh, "geometry": made.layer.geometry or None,
             "features": len(made)} for made in built
        ],
    }
    (folder / MANIFEST).write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def layer_rows(built, settings, places):
    """Rows of LAYERS. places: what QGIS opens of each layer, by code."""
    from ..algorithms.units import to_mu

    given = set(settings.sources)
    return [
        (
            made.layer.code, title_of(made.layer), made.layer.geometry or tr("table"), len(made), made.area,
            None if made.area is None else round(float(to_mu(made.area)), 4), len(made.layer.fields),
            ", ".join(_empty(made)) if len(made) else None, Path(places[made.layer.code].split("|")[0]).name,
            _remark(made, given),
        )
        for made in built
    ]


def _empty(made):
    return [name for name, column in made.columns.items() if all(value is None for value in column.tolist())]


def _remark(made, given):
    """Why a layer is empty, None where it is not."""
    if len(made):
        return None
    missing = [BY_NAME[part.input].parameter for part in made.layer.parts if part.input not in given]
    if missing:
        return tr("Empty: no layer was given as {parameters}.").format(
            parameters=", ".join(dict.fromkeys(missing)))
    if not made.layer.parts and not made.layer.rows:
        return tr("Empty: nothing this tool reads fills it.")
    return tr("Empty: no feature belongs into it.")


def in_words(built, settings):
    """The main result in a sentence."""
    return tr("{layers} layers and tables with {features} features, as {profile} in {format}.").format(
        layers=len(built), features=sum(map(len, built)), profile=settings.profile.id, format=tr(settings.form.label),
    )


def hand_out(run, settings, built, places, progress):
    """Write LAYERS and REPORT; returns the results of the run."""
    from .export_report import write_report

    rows = layer_rows(built, settings, places)
    results = {
        "FOLDER": str(settings.target.parent), "DELIVERY": str(settings.target),
        "LAYER_COUNT": len(built), "FEATURE_COUNT": sum(map(len, built)),
    }
    sink, destination = run.sink(
        "LAYERS", new_fields(FIELDS["LAYERS"]), Qgis.WkbType.NoGeometry, QgsCoordinateReferenceSystem()
    )
    if sink is not None:
        write_rows(sink, list(zip(*rows)))
        progress(0.8)
        results["LAYERS"] = destination
        title = tr("Layers of the delivery")
        group = tr("Village plan delivery – {layer}").format(layer=settings.sources["parcels"].sourceName())
        look_after(run.context, destination, Look(
            title, in_words(built, settings), lineage(settings),
            alias_of([name for name, *_ in FIELDS["LAYERS"]], ALIASES),
        ), group)
    report = run.algorithm.parameterAsFileOutput(run.parameters, "REPORT", run.context)
    if report:
        write_report(report, settings, built, rows)
        results["REPORT"] = report
    run.feedback.pushInfo(in_words(built, settings))
    progress(1.0)
    return results
