"""From inputs to the layers and tables of a profile: which features, and what their fields hold."""

from dataclasses import dataclass

from ..algorithms.errors import translatable
from ..algorithms.plan_profile import Layer
from .export_columns import distinct_rows, holds
from .export_inputs import BY_NAME
from .export_values import Fault, typed
from .i18n import tr
from .progress import phase

WRONG_SHAPE = translatable("a shape that is not of the layer's kind, or has several parts where one point is wanted")
_SHARE_UNITS = 10_000
_MULTI = {"MultiPolygon": (3, 6), "MultiLineString": (1, 5), "MultiPoint": (0, 4)}  # GEOS's numbers: single, multi


@dataclass(frozen=True, eq=False)
class Built:
    """A layer or table as it will be written.

    layer: of the profile; columns: by field, object arrays of shape (n,), None
    for NULL; geometry: shapely, shape (n,), None for a table; area: m² in all,
    None where there is none; origin: (parameter, feature ids) of the inputs its
    rows came from, one after the other, () where rows were merged or reckoned.
    """

    layer: Layer
    columns: dict
    geometry: object
    area: object
    origin: tuple

    def __len__(self):
        return len(next(iter(self.columns.values())))


def names_used(profile, sources):
    """Which fields of each input the profile's expressions use: sets by the input's name. Checks every expression."""
    used = {}
    for layer in profile.layers:
        if layer.group is not None:
            texts = [(layer.group.by, layer.group.line)]
            texts += [(column.source, column.line) for column in layer.group.columns]
        else:
            texts = []
        for field in layer.fields:
            sources.get(field.source, field.line)
        for part in layer.parts:
            own = dict(part.values)
            mine = [(part.where, part.line), *texts]
            if layer.group is None:
                mine += [(own.get(field.name, field.source), field.line) for field in layer.fields]
            elif own:
                mine += [(text, part.line) for text in own.values()]
            for text, line in mine:
                source = sources.get(text, line)
                used.setdefault(part.input, set()).update(source.columns if source is not None else ())
    return used


def build(profile, frames, sources, facts, reckoned, feedback, start, end):
    """Every layer of a profile, as a list of Built, and the Faults of what cannot be delivered.

    frames: Frame by input name, of those that were given; reckoned: columns of
    the reckoned tables by kind.
    """
    built, faults, serial = [], [], 0
    width = (end - start) / len(profile.layers)
    for k, layer in enumerate(profile.layers):
        progress = phase(
            feedback, tr("Making {layer}").format(layer=layer.code), start + k * width, start + (k + 1) * width)
        making = _Making(layer, sources, facts, serial, progress)
        if layer.rows:
            made = making.of_rows(reckoned[layer.rows])
        elif layer.group is not None:
            made = making.of_groups(frames)
        else:
            made = making.of_parts(frames)
        built.append(made)
        faults += making.faults
        serial += len(made) if layer.geometry else 0
        progress(1.0)
    return built, faults


class _Making:
    """One layer being made. serial: how many features the layers before it have."""

    def __init__(self, layer, sources, facts, serial, progress):
        self.layer, self.sources, self.facts, self.serial = layer, sources, facts, serial
        self.faults, self._progress, self._at = [], progress, 0.0

    def _move(self, fraction):
        """So much of the layer is made."""
        self._at = max(self._at, fraction)
        self._progress(self._at)

    def _look(self, _fraction):
        """See whether to stop, amid something whose share of the whole is not known."""
        self._progress(self._at)

    def of_parts(self, frames):
        pieces = [self._piece(part, frames[part.input]) for part in self.layer.parts if part.input in frames]
        columns, at = {field.name: [] for field in self.layer.fields}, 0
        for piece in pieces:
            numbered = self._numbered(piece.columns, len(piece.id), at)
            for i, field in enumerate(self.layer.fields):
                text = dict(piece.part.values).get(field.name, field.source)
                columns[field.name].append(self._value(text, field.line, numbered, len(piece.id)))
                self._move((i + 1) / (len(self.layer.fields) + 1) / len(pieces))
            at += len(piece.id)
        geometry = _joined([piece.geometry for piece in pieces]) if self.layer.geometry else None
        return self._built(
            {name: _joined(parts) for name, parts in columns.items()}, geometry,
            _sum([piece.columns.get("area_m2") for piece in pieces]) if self._has_area() else None,
            tuple((BY_NAME[piece.part.input].parameter, piece.id) for piece in pieces),
        )

    def of_groups(self, frames):
        import numpy as np

        from ..algorithms.dissolve import dissolve
        from ..algorithms.parallel import step

        pieces = [self._piece(part, frames[part.input]) for part in self.layer.parts if part.input in frames]
        joined = {
            name: _joined([_column(piece, name) for piece in pieces])
            for name in sorted({name for piece in pieces for name in piece.columns})
        }
        count = sum(len(piece.id) for piece in pieces)
        group = self.layer.group
        key = self._value(group.by, group.line, joined, count)
        keyed = np.flatnonzero([value is not None for value in key.tolist()])
        words, label = np.unique(np.array([str(value) for value in key[keyed]], dtype=object), return_inverse=True)
        members = {name: column[keyed] for name, column in joined.items()}
        columns = {"key": words}
        for column in group.columns:
            values = self._value(column.source, column.line, members, len(keyed))
            columns[column.name] = _aggregate(column.aggregate, values, label, len(words), members.get("area_m2"))
        columns.setdefault("share", _shares(columns.get("area_m2"), len(words)))
        geometry = None
        if self.layer.geometry:
            shapes = _joined([piece.geometry for piece in pieces])[keyed]
            geometry = dissolve(shapes, label, len(words), step(self._move, 0.2, 0.8)) if len(words) else shapes
        numbered = self._numbered(columns, len(words), 0)
        return self._built(
            {field.name: self._value(field.source, field.line, numbered, len(words)) for field in self.layer.fields},
            geometry, _sum([members.get("area_m2")]) if self._has_area() else None, (),
        )

    def of_rows(self, columns):
        count = len(next(iter(columns.values())))
        return self._built(
            {field.name: self._value(field.source, field.line, columns, count) for field in self.layer.fields},
            None, None, (),
        )

    def _piece(self, part, frame):
        import numpy as np
        import shapely

        count = len(frame.id)
        where = self.sources.get(part.where, part.line)
        rows = np.arange(count) if where is None else np.flatnonzero(holds(
            self.sources.evaluate(where, frame.columns, count, self.facts, self._look)))
        geometry = frame.geometry[rows]
        if part.shape == "boundary":
            geometry = shapely.boundary(geometry)
        elif part.shape == "point":
            flat = shapely.get_dimensions(geometry) > 0
            geometry = geometry.copy()
            geometry[flat] = shapely.point_on_surface(geometry[flat])
        return _Piece(part, geometry, frame.id[rows], {name: column[rows] for name, column in frame.columns.items()})

    def _numbered(self, columns, count, at):
        import numpy as np

        return {
            **columns, "number": np.arange(at + 1, at + count + 1).astype(object),
            "bsm": np.arange(self.serial + at + 1, self.serial + at + count + 1).astype(object),
        }

    def _value(self, text, line, columns, count):
        return self.sources.evaluate(self.sources.get(text, line), columns, count, self.facts, self._look)

    def _has_area(self):
        return self.layer.geometry == "MultiPolygon"

    def _built(self, columns, geometry, area, origin):
        fitting = {}
        for field in self.layer.fields:
            fitting[field.name], faults = typed(columns[field.name], self.layer, field)
            self.faults += faults
            self._look(0.0)
        if geometry is not None:
            geometry, wrong = _of_kind(geometry, self.layer.geometry)
            if len(wrong):
                self.faults.append(Fault(self.layer.code, "", wrong, ("",) * len(wrong), WRONG_SHAPE))
        return Built(self.layer, fitting, geometry, area, origin)


@dataclass(frozen=True, eq=False)
class _Piece:
    part: object
    geometry: object
    id: object
    columns: dict


def _column(piece, name):
    import numpy as np

    return piece.columns.get(name, np.full(len(piece.id), None, dtype=object))


def _joined(pieces):
    import numpy as np

    return np.concatenate(pieces) if pieces else np.empty(0, dtype=object)


def _sum(columns):
    """Areas added up, m², exact to 0.01."""
    return sum(round(area * 100) for column in columns if column is not None for area in column.tolist()) / 100


def _shares(area, count):
    """Each group's share of all area, 0 to 1, to 0.0001 and adding up to 1; None where there is no area."""
    import numpy as np

    from ..algorithms.rounding import largest_remainder

    if area is None or not sum(area):
        return np.full(count, None, dtype=object)
    hundredths = np.array([round(value * 100) for value in area.tolist()], dtype=np.int64)
    units = largest_remainder(hundredths * _SHARE_UNITS, int(hundredths.sum()), _SHARE_UNITS)
    return (units / _SHARE_UNITS).astype(object)


def _aggregate(kind, values, label, count, area):
    """One value per group: what the members' values come to."""
    import numpy as np

    from . import areas

    if kind == "sum":
        return np.bincount(label, weights=np.nan_to_num(areas.numbers(values)), minlength=count).astype(object)
    if kind == "count":
        return np.bincount(label, weights=holds(values), minlength=count).astype(int).astype(object)
    result = np.full(count, None, dtype=object)
    first, row = distinct_rows([label.astype(object), values], len(values))
    weight = areas.numbers(area) if area is not None else np.ones(len(values))
    weights = np.bincount(row, weights=np.nan_to_num(weight), minlength=len(first))
    found = [[] for _ in range(count)]
    for at, size in zip(first.tolist(), weights.tolist()):
        if values[at] is not None:
            found[label[at]].append((str(values[at]), size))
    for k, entries in enumerate(found):
        if entries and kind == "join":
            result[k] = "、".join(sorted(text for text, _ in entries))
        elif entries:
            result[k] = min(entries, key=lambda entry: (-entry[1], entry[0]))[0]
    return result


def _of_kind(geometry, kind):
    """Shapes as a layer of one kind holds them, and the positions of those that cannot be."""
    import numpy as np
    import shapely

    types = shapely.get_type_id(geometry)
    if kind == "Point":
        alone = (types == 4) & (shapely.get_num_geometries(geometry) == 1)
        geometry = np.where(alone, shapely.get_geometry(geometry, 0), geometry)
        return geometry, np.flatnonzero(~(alone | (types == 0)))
    single, several = _MULTI[kind]
    rows = np.flatnonzero(types == single)
    geometry = geometry.copy()
    if len(rows):
        make = {3: shapely.multipolygons, 1: shapely.multilinestrings, 0: shapely.multipoints}[single]
        geometry[rows] = make(geometry[rows], indices=np.arange(len(rows)))
    return geometry, np.flatnonzero(~((types == single) | (types == several)))
