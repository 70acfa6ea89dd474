"""What grouping settlements writes: fields, rows, numbers, and how the layer looks."""

from qgis.core import Qgis
from qgis.PyQt.QtCore import QMetaType

from ..algorithms.errors import translatable
from .columns import in_mu, or_null
from .crs import transform_points
from .i18n import tr
from .layer_writer import NUMBER, TEXT, WHOLE, new_fields, write_rows
from .progress import phase
from .styling import Look, alias_of, look_after

DISSOLVED, OUTLINE = range(2)
FIELDS = {"SETTLEMENTS": (
    ("settlement_id", WHOLE), ("parcels", WHOLE), ("area_m2", NUMBER), ("area_mu", NUMBER), ("village", TEXT, 100),
    ("village_code", TEXT, 30),
)}  # fmt: skip
ALIASES = {
    "settlement_id": translatable("Settlement number"),
    "parcels": translatable("Number of parcels"),
    "area_m2": translatable("Area [m²]"),
    "area_mu": translatable("Area [mu]"),
    "village": translatable("Village"),
    "village_code": translatable("Village code"),
}


def number_outputs():
    """Names and labels of the numbers a model can use."""
    return (
        ("SETTLEMENT_COUNT", tr("Number of settlements")),
        ("SETTLEMENT_MU", tr("Homesteads in all [mu]")),
    )


def write_all(run, settings, found):
    """Write the settlements; returns the results of the run."""
    from ..algorithms.units import to_mu

    if len(found.parcels) == 0:
        run.feedback.pushWarning(
            tr("No homestead was found: the result is empty. Check the land code field, the code system and the "
               "homestead expression.")
        )
    numbers = {
        "SETTLEMENT_COUNT": len(found.parcels), "SETTLEMENT_MU": round(to_mu(float(found.area.sum())), 4),
    }
    sink, destination = run.sink(
        "SETTLEMENTS", _fields(settings), Qgis.WkbType.MultiPolygon, settings.source.sourceCrs()
    )
    results = dict(numbers)
    words = tr("Settlements at a gap of {gap} m: {count}, with {area} mu of homesteads.").format(
        gap=f"{settings.max_gap:g}", count=numbers["SETTLEMENT_COUNT"], area=f"{numbers['SETTLEMENT_MU']:,.1f}"
    )
    if sink is not None:
        _write(run, settings, found, sink)
        results["SETTLEMENTS"] = destination
        look_after(
            run.context, destination, _look(settings, words),
            tr("Settlements – {layer}").format(layer=settings.source.sourceName()),
        )
    run.feedback.pushInfo(words)
    return results


def _fields(settings):
    whole = (QMetaType.Type.Int, QMetaType.Type.LongLong, QMetaType.Type.UInt, QMetaType.Type.ULongLong)
    sums = (
        (name, QMetaType.Type.LongLong if settings.source.fields().field(name).type() in whole else NUMBER)
        for name in settings.sum_fields
    )
    return new_fields((*FIELDS["SETTLEMENTS"], *sums))


def _write(run, settings, found, sink):
    import shapely

    progress = phase(run.feedback, tr("Writing settlements"), 95, 100)
    geometry, crs = found.geometry, settings.source.sourceCrs()
    if crs != found.crs:
        geometry = shapely.transform(geometry, transform_points(found.crs, crs))
    sums = [
        [value if value is None or not value.is_integer() else int(value) for value in or_null(found.sums[name])]
        for name in settings.sum_fields
    ]
    columns = (
        range(1, len(found.parcels) + 1), found.parcels.tolist(), found.area.tolist(), in_mu(found.area).tolist(),
        found.village, found.village_code, *sums,
    )
    write_rows(sink, columns, shapely.to_wkb(geometry).tolist(), progress)


def _look(settings, words):
    from .settlement_style import style_settlements
    from .shared_parameters import AREA_METHOD_LABELS

    none = tr("none")
    lineage = (
        (tr("Homesteads"), settings.homestead.expression() if settings.homestead is not None else tr("by code")),
        (tr("Land code field"), settings.codes.field or none),
        (tr("Largest gap bridged [m]"), f"{settings.max_gap:g}"),
        (tr("Village polygons"), settings.villages.sourceName() if settings.villages is not None else none),
        (tr("Area method"), tr(AREA_METHOD_LABELS[settings.area_method])),
    )
    return Look(
        tr("Settlements"), words,
        tuple(tr("{label}: {value}").format(label=label, value=value) for label, value in lineage),
        alias_of(list(ALIASES), ALIASES), style_settlements, role="settlements",
    )
