"""How a delivered layer looks and what it says of itself: aliases, lists, colours and metadata, stored with it."""

from dataclasses import dataclass

from qgis.core import (
    Qgis,
    QgsCategorizedSymbolRenderer,
    QgsEditorWidgetSetup,
    QgsExpression,
    QgsFillSymbol,
    QgsLayerMetadata,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsRendererCategory,
    QgsSingleSymbolRenderer,
)
from qgis.PyQt.QtCore import QDateTime, Qt

from ..algorithms.systems import USE2023
from ..algorithms.tables import read_table
from .export_write import open_layer
from .palette import CRITERIA, DISPOSITIONS, LINE, OTHER_INDUSTRY

_STYLES = "styles"
_KINDS = (*CRITERIA, *DISPOSITIONS.values())


@dataclass(frozen=True)
class Story:
    """What every layer of a delivery says of itself. plan: its name; lineage: sentences on how it was made; when:
    ISO 8601."""

    plan: str
    lineage: tuple
    when: str


def dress_all(folder, built, places, form, crs, story, scheme, progress):
    """Store aliases, colours and metadata of every layer: in the GeoPackage, else as .qml and .qmd files.

    places: what QGIS opens, by code. Raises OSError where they cannot be stored.
    """
    for i, made in enumerate(built):
        layer = open_layer(places[made.layer.code], made.layer.code)
        _dress(layer, made, scheme)
        layer.setMetadata(_metadata(made, crs, story))
        _store(layer, made.layer, folder, form)
        del layer
        progress((i + 1) / len(built))


def _dress(layer, made, scheme):
    for field in made.layer.fields:
        at = layer.fields().lookupField(field.name)
        layer.setFieldAlias(at, field.alias)
        if field.codes:
            entries = [{f"{code} {name}": code} for code, name in field.codes]
            layer.setEditorWidgetSetup(at, QgsEditorWidgetSetup("ValueMap", {"map": entries}))
    if made.geometry is not None:
        layer.setRenderer(_renderer(layer.geometryType(), made, scheme))


def _renderer(kind, made, scheme):
    style = made.layer.style
    if not style.field or style.field not in made.columns:
        return QgsSingleSymbolRenderer(_symbol(kind, style.colour or OTHER_INDUSTRY))
    values = sorted({str(value) for value in made.columns[style.field].tolist() if value is not None})
    expression, entries = QgsExpression.quotedColumnRef(style.field), []
    if style.colours == "land_use":
        entries = _land_use()
        expression = f"left({expression}, 2)"
    elif style.colours == "categories":
        entries = [(category.code, category.colour, category.zh) for category in scheme.categories]
    else:
        field = next(field for field in made.layer.fields if field.name == style.field)
        names = dict(field.codes) or {value: value for value in values}
        entries = [(code, _KINDS[k % len(_KINDS)], name) for k, (code, name) in enumerate(names.items())]
    categories = [
        QgsRendererCategory(code, _symbol(kind, colour), name if name == code else f"{code} {name}")
        for code, colour, name in entries
    ]
    categories.append(QgsRendererCategory(None, _symbol(kind, OTHER_INDUSTRY), "其他"))
    return QgsCategorizedSymbolRenderer(expression, categories)


def _land_use():
    from ..algorithms.codes import code_table

    table = code_table(USE2023)
    return [(row["group"], row["colour"], table.names_zh[row["group"]]) for row in read_table("land_use_colours")]


def _symbol(kind, colour):
    if kind == Qgis.GeometryType.Point:
        return QgsMarkerSymbol.createSimple({"color": colour, "outline_color": LINE, "size": "2.4"})
    if kind == Qgis.GeometryType.Line:
        return QgsLineSymbol.createSimple({"color": colour, "width": "0.5"})
    return QgsFillSymbol.createSimple({"color": colour, "outline_color": LINE, "outline_width": "0.1"})


def _metadata(made, crs, story):
    metadata = QgsLayerMetadata()
    metadata.setIdentifier(made.layer.code)
    metadata.setType("dataset" if made.geometry is not None else "nonGeographicDataset")
    metadata.setTitle(f"{story.plan} {made.layer.zh}")
    metadata.setAbstract(f"{made.layer.code} {made.layer.zh} / {made.layer.en}")
    metadata.setLanguage("zh")
    if made.geometry is not None:
        metadata.setCrs(crs)
    metadata.setDateTime(Qgis.MetadataDateType.Created, QDateTime.fromString(story.when, Qt.DateFormat.ISODate))
    metadata.setHistory([story.when, *story.lineage])
    return metadata


def _store(layer, spec, folder, form):
    if form.driver == "GPKG":
        said = layer.saveStyleToDatabase(spec.code, spec.zh, True, "")
        told, stored = layer.saveDefaultMetadata()
        if said or not stored:
            raise OSError(said or told)
        return
    place = folder if form.per_layer else folder / _STYLES
    if not form.per_layer:
        place.mkdir(exist_ok=True)
    for save, ending in ((layer.saveNamedStyle, "qml"), (layer.saveNamedMetadata, "qmd")):
        told, stored = save(str(place / f"{spec.code}.{ending}"))
        if not stored:
            raise OSError(told)
