"""Small results of other tools and parcels with tags made by hand, for suggestions and checks."""

import plugin_package
from calls import CHECK, SUGGEST
from scenes import box, layer_of, plain, run
from villages import relocate, run_settlements

from land_consolidation.algorithms import tags

SAMPLE = f"{plugin_package.ROOT / 'resources' / 'sample' / 'township.gpkg'}|layername="
OWN = (("BSM", str), ("ZLDWMC", str))
TAGS = tuple((name, str) for name in tags.FIELDS)
BLOCKS = (("block_class", str), ("net_mu", float), ("reasons", str), ("rule", str))
CANDIDATES = (("category", str), ("subtype", str), ("disposition", str), ("status", str), ("reasons", str),
              ("rule", str))  # fmt: skip
INDUSTRY = (("candidate", int), ("disposal", str), ("category", str), ("subtype", str), ("reasons", str),
            ("rule", str))  # fmt: skip


def parcels(*rows, name="DLTB"):
    """Parcels P1, P2 … of the village West with all tag fields. rows: (corners or a shape, {tag field: value})."""
    made = []
    for number, (where, held) in enumerate(rows, 1):
        shape = where if isinstance(where, str) or where is None else box(*where)
        made.append((shape, f"P{number}", "West", *(held.get(field) for field in tags.FIELDS)))
    return layer_of(made, (*OWN, *TAGS), name=name)


def untagged(*places):
    """Parcels from corners that say nothing."""
    return parcels(*((place, {}) for place in places))


def blocks(*rows, name="blocks"):
    """Farmland blocks. rows: corners, block class, and if wanted reasons and rule."""
    return _layer(rows, 4, BLOCKS, lambda values: (values[0], 100.0, *_padded(values[1:], 2)), name)


def candidates(*rows, name="candidates"):
    """Relocation candidates. rows: corners, category, sub-type, disposition and, if wanted, status, reasons, rule."""
    return _layer(rows, 4, CANDIDATES, lambda values: _padded(values, 6), name)


def factories(*rows, name="industry"):
    """Industrial parcels. rows: corners, category, sub-type and, if wanted, reasons, rule; None for no candidate."""
    return _layer(
        rows, 4, INDUSTRY, lambda values: (int(bool(values[0])), None, *_padded(values, 4)), name
    )


def zone(*places, name="zone", fields=(), values=()):
    """A layer of rectangles."""
    return layer_of([(box(*place), *values) for place in places], fields, name=name)


def suggest(layer, **parameters):
    return run(layer, SUGGEST, **parameters)


def check(layer, **parameters):
    return run(layer, CHECK, **parameters)


def held(layer):
    """Every feature's values by field name, by BSM."""
    names = layer.fields().names()
    rows = [dict(zip(names, map(plain, feature.attributes()))) for feature in layer.getFeatures()]
    return {row["BSM"]: row for row in rows}


def sample_results(folder):
    """The sample's farmland blocks, relocation candidates and industrial parcels as our tools write them: files."""
    made = {name: str(folder / f"{name}.gpkg") for name in ("settlements", "blocks", "candidates", "industry")}
    run(f"{SAMPLE}DLTB", BLOCKS=made["blocks"])
    run_settlements(
        f"{SAMPLE}DLTB", VILLAGES=f"{SAMPLE}natural_village_areas", VILLAGE_NAME_FIELD="natural_village",
        SETTLEMENTS=made["settlements"],
    )  # fmt: skip
    relocate(
        made["settlements"], STATISTICS=f"{SAMPLE}village_statistics", JOIN_FIELD="village",
        STATISTICS_JOIN_FIELD="natural_village", HAZARD_AREAS=f"{SAMPLE}hazard_areas",
        HAZARD_POINTS=f"{SAMPLE}hazard_points", PROTECTED=f"{SAMPLE}protected_villages", CANDIDATES=made["candidates"],
    )  # fmt: skip
    run(
        f"{SAMPLE}DLTB", "landconsolidation:inefficientindustry", BOUNDARY=f"{SAMPLE}CZKFBJ",
        ENTERPRISES=f"{SAMPLE}enterprises", HERITAGE=f"{SAMPLE}heritage", REDLINE=f"{SAMPLE}STBHHX",
        BASIC_FARMLAND=f"{SAMPLE}YJJBNTBHTB", BLOCKS=made["blocks"], PARCELS=made["industry"],
    )  # fmt: skip
    return made


def _layer(rows, corners, fields, values, name):
    return layer_of([(box(*row[:corners]), *values(row[corners:])) for row in rows], fields, name=name)


def _padded(values, count):
    return (*values, *(None,) * (count - len(values)))
