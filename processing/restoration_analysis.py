"""From layers to what is known of each restorable parcel."""

from dataclasses import dataclass

import numpy as np
import shapely
from qgis.core import QgsExpression

from ..algorithms.codes import parse_code_list, read_codes
from ..algorithms.overlay import made_valid
from ..algorithms.parallel import step
from ..algorithms.restoration import (
    AT_ONCE,
    BLOCK_CLASSES,
    CONVERTIBLE,
    WORKS,
    Facts,
    Growth,
    grade_of,
    grow,
    grown_alone,
)
from ..algorithms.tables import read_rules
from ..algorithms.units import to_mu
from . import areas
from .code_reading import features_of_codes
from .crs import choose_work_crs
from .dem import terrain_means
from .farmland_blocks import read_blocks
from .i18n import tr
from .layer_reader import distinct_values, read_features
from .optional_layers import OptionalLayers
from .progress import phase
from .restoration_settings import GRADE, LAYERS, SLOPE, clean_value
from .shared_parameters import INPUT
from .zones import area_in_zone

_TOUCHING = 0.001  # metres: parcels this near to one another touch


@dataclass(frozen=True)
class Restorable:
    """Restorable parcels and what was found out about them, shape (n,).

    id: feature ids; only: an expression that holds for all of them; code:
    land codes, '' for none; group: values of the group field or None; key: what
    the survey calls a parcel, or None; blocks: FarmlandBlocks or None;
    touching: pairs (parcel, block); neighbours: pairs of parcels that touch; block: position of the
    largest block a parcel touches, -1 for none.
    silent: parameters whose layer is not given or holds nothing.
    """

    geometry: np.ndarray
    id: np.ndarray
    only: str
    code: np.ndarray
    group: list
    key: list
    blocks: object
    touching: tuple
    neighbours: tuple
    block: np.ndarray
    silent: tuple
    facts: Facts


def read_restorable(settings, dem, context, feedback):
    """Read every layer and measure. Raises InvalidInput where one cannot be used."""
    source = settings.source
    crs = choose_work_crs(source.sourceCrs(), source.sourceExtent(), feedback)
    columns = [name for name in (
        settings.restore_field, settings.codes.field, settings.slope_field, settings.area_field, settings.group_field,
        settings.key_field,
    ) if name]
    reading = phase(feedback, tr("Reading parcels"), 0, 25)
    only = _restorable(settings, feedback, step(reading, 0, 0.5))
    features = read_features(
        source, INPUT, list(dict.fromkeys(columns)), crs, context, feedback, step(reading, 0.5, 1.0), only=only)
    row, kind, code = _kinds(features, settings, feedback)
    geometry = made_valid(features.geometry[row])
    values = {name: column[row] for name, column in features.values.items()}
    measuring = phase(feedback, tr("Measuring areas"), 25, 30)
    area = areas.parcel_area(features.geometry[row], values, settings, crs, measuring)
    slope, grade = _slopes(geometry, values, settings, dem, crs, feedback)
    layers = OptionalLayers(settings.layers, crs, context, feedback)
    zones = {
        name: np.minimum(area_in_zone(
            geometry, layers, parameter, crs, settings.area_method,
            phase(feedback, tr("Measuring zones"), start, start + 7)), area)
        for start, name, parameter in (
            (45, "standard", "HIGH_STANDARD"), (52, "basic", "BASIC_FARMLAND"), (59, "redline", "REDLINE"),
            (66, "exclude", "EXCLUDE"))
    }
    progress = phase(feedback, tr("Finding farmland blocks"), 73, 82)
    blocks = read_blocks(layers, step(progress, 0, 0.3))
    touching, neighbours = _touching(geometry, blocks, settings.block_gap, step(progress, 0.3, 1.0))
    largest = _largest(touching, blocks, len(geometry))
    facts = Facts(kind=kind, area=area, slope=slope, grade=grade, block=_block_mu(largest, blocks), **zones)
    return Restorable(
        geometry=geometry, id=features.id[row], only=only, code=code,
        group=list(values[settings.group_field]) if settings.group_field else [None] * len(row),
        key=list(values[settings.key_field]) if settings.key_field else [None] * len(row),
        blocks=blocks, touching=touching, neighbours=neighbours, block=largest,
        silent=_silent(facts, settings, dem), facts=facts,
    )


def growth(restorable, restored):
    """What blocks become when the parcels `restored` are: Growth, without parcels that make no block of any class."""
    if restorable.blocks is None:
        return Growth([], *np.zeros((4, 0)))
    all_of_them = grow(
        to_mu(restorable.facts.area), np.nan_to_num(restorable.blocks.mu), restorable.touching, restorable.neighbours,
        restored)
    return all_of_them.only((all_of_them.before > 0) | (levels(all_of_them.after) > 0))


def grown(restorable):
    """Net mu of the block that each parcel joins when it alone is restored, NaN for none."""
    if restorable.blocks is None:
        return np.full(len(restorable.id), np.nan)
    return grown_alone(to_mu(restorable.facts.area), restorable.blocks.mu, restorable.touching).round(4)


def levels(mu):
    """How many of BLOCK_CLASSES each block of so many mu reaches, -1 where it has none."""
    return np.where(np.isnan(mu), -1, np.searchsorted(BLOCK_CLASSES, np.nan_to_num(mu).round(4), side="right"))


def _restorable(settings, feedback, progress):
    """An expression for the parcels that are restorable by what the field says, and K classes where asked for."""
    chosen = []
    if settings.include_k:
        convertible = [_code_list(settings, "convertible")]
        chosen.append(features_of_codes(settings.source, settings.codes, convertible, feedback, progress))
    if settings.restore_field:
        wanted = {settings.at_once, settings.works} - {""}
        written = [value for value in distinct_values(settings.source, settings.restore_field)
                   if clean_value(value) in wanted]
        if written:
            chosen.append("{} IN ({})".format(
                QgsExpression.quotedColumnRef(settings.restore_field),
                ", ".join(sorted(QgsExpression.quotedValue(value) for value in written))))
    else:
        feedback.pushWarning(
            tr("RESTORE_FIELD: the layer has no field ZZSXDM, so it is not known which parcels are restorable at once "
               "or by works. Choose the field that says so."))
    return " OR ".join(f"({each})" for each in chosen) or "FALSE"


def _code_list(settings, name):
    return parse_code_list(read_rules("restoration_rules")[settings.codes.system][name], settings.codes.system, name)


def _kinds(features, settings, feedback):
    """Positions of what is restorable, its kind and code. Cropland is left out: there is nothing to restore."""
    count = len(features.geometry)
    said = np.full(count, "", dtype=object)
    if settings.restore_field:
        said = np.array([clean_value(value) for value in features.values[settings.restore_field]], dtype=object)
    code = np.full(count, "", dtype=object)
    if settings.codes.field:
        code = read_codes(features.values[settings.codes.field], settings.codes.system).value
    kind = np.full(count, -1)
    if settings.include_k:
        kind[_code_list(settings, "convertible").matches(code)] = CONVERTIBLE
    for value, which in ((settings.works, WORKS), (settings.at_once, AT_ONCE)):
        if value:
            kind[said == value] = which
    if settings.codes.field:
        cropland = _code_list(settings, "cropland").matches(code) & (kind >= 0)
        if cropland.any():
            feedback.pushWarning(
                tr("INPUT: parcels that are cropland already, though {field} calls them restorable, left out: "
                   "{count}.").format(field=settings.restore_field, count=int(cropland.sum())))
            kind[cropland] = -1
    row = np.flatnonzero(kind >= 0)
    return row, kind[row], code[row]


def _slopes(geometry, values, settings, dem, crs, feedback):
    """Slope in degrees and as a grade, NaN where unknown: from the field, and the DEM where that says nothing."""
    progress = phase(feedback, tr("Measuring slope"), 30, 45)
    count = len(geometry)
    slope, grade = np.full(count, np.nan), np.full(count, np.nan)
    if settings.slope_field:
        slope, grade = _recorded_slopes(values[settings.slope_field], settings, feedback)
    open_ = np.flatnonzero(np.isnan(slope) & np.isnan(grade))
    if dem is not None and len(open_):
        slope[open_] = np.round(terrain_means(dem, geometry[open_], crs, progress)[1], 2)
        grade[open_] = grade_of(slope[open_])
    unknown = int(np.isnan(grade).sum())
    if unknown and (dem is not None or settings.slope_field):
        feedback.pushWarning(
            tr("Restorable parcels whose slope is unknown, so that they come last in their tier: {count}.").format(
                count=unknown))
    return slope, grade


def _recorded_slopes(column, settings, feedback):
    recorded = areas.numbers(column)
    if settings.slope_unit == GRADE:
        wrong = ~np.isnan(recorded) & ~np.isin(recorded, (1, 2, 3, 4, 5))
    else:
        wrong = (recorded < 0) | (recorded > 90)
    if wrong.any():
        feedback.pushWarning(
            tr("SLOPE_FIELD: values in {field} that cannot be, taken as unknown: {count}. Grades go from 1 to 5, "
               "degrees from 0 to 90; SLOPE_UNIT says which they are.").format(
                field=settings.slope_field, count=int(wrong.sum())))
    recorded = np.where(wrong, np.nan, recorded)
    if settings.slope_unit == GRADE:
        return np.full(len(recorded), np.nan), recorded
    return recorded, grade_of(recorded)


def _touching(geometry, blocks, gap, progress):
    """Pairs (parcel, block) within the gap, and pairs (parcel, parcel) likewise, each once."""
    none = np.empty(0, dtype=int)
    if blocks is None or len(geometry) == 0:
        return (none, none), (none, none)
    tree = shapely.STRtree(geometry)
    found = []
    for start in range(0, len(blocks.geometry), 200):
        block, parcel = tree.query(
            blocks.geometry[start:start + 200], predicate="dwithin", distance=gap + _TOUCHING)
        found.append((parcel, block + start))
        progress(0.7 * start / len(blocks.geometry))
    pairs = tuple(np.concatenate(column) for column in zip(*found))
    one, other = tree.query(geometry, predicate="dwithin", distance=gap + _TOUCHING)
    progress(1.0)
    return pairs, (one[one < other], other[one < other])


def _largest(touching, blocks, count):
    """Position of the largest block that each parcel touches, -1 for none."""
    largest = np.full(count, -1)
    if blocks is not None:
        parcel, block = touching
        order = np.argsort(np.nan_to_num(blocks.mu[block]), kind="stable")  # the largest is written last
        largest[parcel[order]] = block[order]
    return largest


def _block_mu(largest, blocks):
    if blocks is None:
        return np.full(len(largest), np.nan)
    return np.where(largest < 0, 0.0, np.nan_to_num(blocks.mu)[largest])


def _silent(facts, settings, dem):
    """Parameters that nothing is known from, in the order of the dialog."""
    unknown = {
        name for name, column in (
            ("HIGH_STANDARD", facts.standard), ("BASIC_FARMLAND", facts.basic), ("BLOCKS", facts.block),
            ("REDLINE", facts.redline), ("EXCLUDE", facts.exclude),
        ) if settings.layers[name] is None or (len(column) and np.isnan(column).all())
    }
    if dem is None and not settings.slope_field:
        unknown.add(SLOPE)
    return tuple(name for name in (*LAYERS, SLOPE) if name in unknown)
