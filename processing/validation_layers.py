"""The layers that are validated, read into arrays: of a delivery, whatever made it, or survey parcels."""

import json
from dataclasses import dataclass, field
from pathlib import Path

from osgeo import gdal, ogr
from qgis.core import Qgis, QgsVectorLayer, QgsWkbTypes

from ..algorithms.errors import InvalidInput
from .export_place import MANIFEST
from .layer_reader import read_attributes, read_features, unchecked
from .layer_snapshot import LayerSnapshot

_DATABASES = (".gpkg", ".gdb")
_OUR_OWN = ("layer_styles",)
_PEEK = 2_000_000  # bytes of a table looked at for its encoding
_LANGUAGE = 29  # where a dBase file says which encoding it has


@dataclass(frozen=True, eq=False)
class Found:
    """A layer or table as it lies in a delivery. form: as in `layer_form`."""

    name: str
    layer: QgsVectorLayer
    driver: str
    encoding: str = ""


@dataclass(frozen=True, eq=False)
class Checked:
    """A layer read for checking.

    name: as in the delivery; spec: a plan_profile.Layer, or what `survey_spec` makes, None where the profile has no
    such layer; survey: whether the survey's rules hold for it; fields: QgsFields; kind: its geometry type; crs: of the
    layer, not of `geometry`; geometry: shapely in the work CRS, shape (n,), None for a table; id: feature ids, shape
    (n,), label: what features are called, texts; values: object arrays by the spec's field name, texts stripped; bare:
    ids of features without geometry; driver, encoding: of its file.
    """

    name: str
    spec: object
    survey: bool
    fields: object
    kind: object
    crs: object
    geometry: object
    id: object
    label: object
    values: dict
    bare: tuple = ()
    driver: str = ""
    encoding: str = ""
    stored: dict = field(default_factory=dict)

    def __len__(self):
        return len(self.id)


def layers_in(place):
    """Every layer and table of a delivery, a folder or a file, as a list of Found. Raises InvalidInput for none."""
    parameter, path = place
    if not path.exists():
        raise InvalidInput("{parameter}: {path} is not there. Choose the folder or file again.",
                           parameter=parameter, path=str(path))
    found, taken = [], set()
    for file in _files(path):
        for name, uri in _contents(file, parameter):
            if name.lower() in taken or name.lower() in _OUR_OWN:
                continue
            layer = QgsVectorLayer(uri, name, "ogr", QgsVectorLayer.LayerOptions(False))
            if not layer.isValid():
                raise InvalidInput(
                    "{parameter}: the layer {layer} in {path} cannot be opened. Check that the file is whole.",
                    parameter=parameter, layer=name, path=str(file),
                )
            taken.add(name.lower())
            encoding = _settle_encoding(layer, file) if file.suffix.lower() in (".shp", ".dbf") else ""
            found.append(Found(name, layer, _driver(file), encoding))
    if not found:
        raise InvalidInput(
            "{parameter}: {path} holds no layers. Choose the folder with the shapefiles, GeoPackage or file "
            "geodatabase of the delivery.", parameter=parameter, path=str(path),
        )
    return found


def profile_named(path):
    """The id of the profile that a delivery of ours says it has, '' where it says nothing."""
    manifest = (path if path.is_dir() else path.parent) / MANIFEST
    try:
        return str(json.loads(manifest.read_text(encoding="utf-8")).get("profile", ""))
    except (OSError, ValueError, AttributeError):
        return ""


def _driver(file):
    return {".gpkg": "GPKG", ".gdb": "OpenFileGDB"}.get(file.suffix.lower(), "ESRI Shapefile")


def _files(path):
    if path.suffix.lower() in _DATABASES or path.is_file():
        return [path]
    inside = sorted(path.iterdir())
    shapes = [file for file in inside if file.suffix.lower() == ".shp"]
    with_shape = {file.stem for file in shapes}
    tables = [file for file in inside if file.suffix.lower() == ".dbf" and file.stem not in with_shape]
    return [file for file in inside if file.suffix.lower() in _DATABASES] + shapes + tables


def _contents(file, parameter):
    if file.suffix.lower() in (".shp", ".dbf"):
        return [(file.stem, str(file))]
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        data = ogr.Open(str(file))
    except RuntimeError:
        data = None
    finally:
        gdal.PopErrorHandler()
    if data is None:
        raise InvalidInput("{parameter}: {path} cannot be opened. Check that the file is whole and not in use.",
                           parameter=parameter, path=str(file))
    names = [data.GetLayer(k).GetName() for k in range(data.GetLayerCount())]
    return [(name, f"{file}|layername={name}") for name in names]


def _settle_encoding(layer, file):
    """Tables that do not say how they are written: UTF-8 where that fits, else GBK. Returns the encoding."""
    said = file.with_suffix(".cpg")
    table = file.with_suffix(".dbf")
    if said.exists():
        return "utf-8" if said.read_text(errors="replace").strip().upper() in ("UTF-8", "UTF8", "65001") else "gbk"
    try:
        with table.open("rb") as content:
            head = content.read(_PEEK)
    except OSError:
        return "gbk"
    if len(head) > _LANGUAGE and head[_LANGUAGE] == 0x4D:  # CP936
        return "gbk"
    encoding = "utf-8"
    try:
        head[32:].decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start < len(head) - 40:  # not just a letter cut by the end of what was read
            encoding = "gbk"
    layer.setProviderEncoding({"utf-8": "UTF-8", "gbk": "CP936"}[encoding])
    return encoding


def read_found(found, spec, survey, work, parameter, context, feedback, progress):
    """A Found layer as Checked. spec: see Checked; work: CRS of the geometry."""
    return read_checked(
        LayerSnapshot(found.layer), found.name, spec, survey, work, parameter, context, feedback, progress,
        found.driver, found.encoding)


def read_checked(source, name, spec, survey, work, parameter, context, feedback, progress, driver="", encoding=""):
    """A source as Checked; its fields are found by the spec's names, for the survey by their aliases too."""
    import numpy as np

    fields = source.fields()
    stored = stored_fields(fields, spec, survey)
    wanted = sorted(set(stored.values()))
    if source.wkbType() == Qgis.WkbType.NoGeometry:
        columns = read_attributes(source, wanted, progress) if wanted else {}
        count = len(columns[wanted[0]]) if wanted else int(source.featureCount())
        geometry, ids, bare = None, np.arange(1, count + 1), ()
    else:
        crs = work if source.sourceCrs().isValid() else source.sourceCrs()
        features = read_features(source, parameter, wanted, crs, context, feedback, progress)
        geometry, ids, columns = features.geometry, features.id, features.values
        bare = _without_geometry(source, len(ids))
    values = {own: _stripped(columns[there]) for own, there in stored.items()}
    return Checked(
        name, spec, survey, fields, QgsWkbTypes.geometryType(source.wkbType()), source.sourceCrs(), geometry, ids,
        _labels(values, ids), values, bare, driver, encoding, stored,
    )


def stored_fields(fields, spec, survey):
    """The layer's field for each field of the spec that it has, by the spec's name."""
    from .fields import find_field

    if spec is None:
        return {}
    present = {one.name().upper(): one.name() for one in fields}
    found = {}
    for one in spec.fields:
        there = find_field(fields, one.name) if survey else present.get(one.name.upper(), "")
        if there:
            found[one.name] = there
    return found


def _without_geometry(source, read):
    if source.featureCount() == read:
        return ()
    from qgis.core import QgsFeatureRequest

    request = QgsFeatureRequest().setSubsetOfAttributes([])
    return tuple(
        feature.id() for feature in unchecked(source, request)
        if not feature.hasGeometry() or feature.geometry().isEmpty())


def _stripped(column):
    from .export_inputs import mapped

    return mapped(column, lambda value: value.strip() or None if isinstance(value, str) else value)


def _labels(values, ids):
    """What features are called: their BSM where it tells them apart, else the feature id."""
    import numpy as np

    names = next((column for name, column in values.items() if name.upper() == "BSM"), None)
    if names is not None and len(names) and all(value is not None for value in names.tolist()):
        texts = np.array([str(value) for value in names.tolist()], dtype=object)
        if len(set(texts.tolist())) == len(texts):
            return texts
    return np.array([str(number) for number in ids.tolist()], dtype=object)


def delivery_place(folder, file):
    """(parameter, path) of the delivery asked for."""
    return ("DELIVERY_FILE", Path(file)) if file else ("DELIVERY", Path(folder))
