"""What ecological restoration writes: fields, rows, numbers, and how the layers look."""

from qgis.core import Qgis

from ..algorithms.errors import translatable
from .columns import compact, in_mu, or_null
from .i18n import in_language, is_chinese, tr
from .layer_writer import NUMBER, TEXT, WHOLE
from .palette import ECOLOGY
from .progress import phase
from .screening import (
    JUDGED,
    JUDGED_ALIASES,
    copy_output,
    finish,
    judged_columns,
    look_of,
    report_output,
    shape_output,
    style_by_value,
    table_output,
)

_PARCEL_FIELDS = (
    ("rule_id", TEXT, 40), ("rules", TEXT, 0), ("found_m2", NUMBER), ("redline_m2", NUMBER), ("quota_mu", NUMBER),
    *JUDGED,
)
_LINK_FIELDS = (
    ("link_id", WHOLE), ("rule_id", TEXT, 40), ("length_m", NUMBER), ("width_m", NUMBER), ("strip_mu", NUMBER),
    ("cost", NUMBER), *JUDGED[:4],
)
_STRIP_FIELDS = (("link_id", WHOLE), ("rule_id", TEXT, 40), ("length_m", NUMBER), *JUDGED)
_SUMMARY_FIELDS = (
    ("rule_id", TEXT, 40), ("title", TEXT, 100), ("subtype", TEXT, 5), ("state", TEXT, 10), ("missing", TEXT, 0),
    ("parcels", WHOLE), ("first", WHOLE), ("area_mu", NUMBER), ("found_mu", NUMBER), ("quota_mu", NUMBER),
    ("links", WHOLE), ("length_m", NUMBER), ("strip_mu", NUMBER),
)
FIELDS = {"PARCELS": _PARCEL_FIELDS, "LINKS": _LINK_FIELDS, "STRIPS": _STRIP_FIELDS, "SUMMARY": _SUMMARY_FIELDS}
ALIASES = {
    **JUDGED_ALIASES,
    "rule_id": translatable("Rule"),
    "rules": translatable("All rules that fit"),
    "found_m2": translatable("Area concerned [m²]"),
    "found_mu": translatable("Area concerned [mu]"),
    "redline_m2": translatable("In the ecological redline [m²]"),
    "quota_mu": translatable("Equal quota freed [mu]"),
    "link_id": translatable("Number"),
    "length_m": translatable("Length [m]"),
    "width_m": translatable("Width [m]"),
    "strip_mu": translatable("Strip [mu]"),
    "cost": translatable("Cost of crossing"),
    "title": translatable("What the rule finds"),
    "state": translatable("Looked for"),
    "missing": translatable("Missing"),
    "parcels": translatable("Number of parcels"),
    "first": translatable("Of these, given the sub-type"),
    "links": translatable("Number of lines"),
}
CHECKED, SILENT = "checked", "silent"


def number_outputs():
    """Names and labels of the numbers a model can use."""
    return (
        ("PARCEL_COUNT", tr("Parcels to restore")),
        ("AREA_MU", tr("Parcels to restore [mu]")),
        ("QUOTA_MU", tr("Equal quota freed [mu]")),
        ("BELT_M", tr("Shelterbelts to plant [m]")),
        ("CORRIDOR_M", tr("Links between forests [m]")),
        ("SILENT_COUNT", tr("Silent rules")),
    )


def write_all(run, settings, ecology):
    """Write every output asked for; returns the results of the run."""
    from .ecology_report import write_report
    from .ecology_words import link_reasons, parcel_reasons

    rules = settings.rules.rules
    numbers = _numbers(rules, ecology)
    if not numbers["PARCEL_COUNT"] and not len(ecology.linked.line):
        run.feedback.pushWarning(
            tr("No rule found anything to restore: the results are empty. Check the land code field, the code system "
               "and which rules were silent.")
        )
    summary = summarise(settings, ecology)
    told = phase(run.feedback, tr("Giving reasons"), 84, 86)
    texts = parcel_reasons(rules, ecology.judged, told), link_reasons(rules, ecology.linked)
    words = [compact(settings.rule(rule)) for rule in rules]
    results = {**numbers, "PARCELS": _parcels(run, settings, ecology.judged, texts[0], words)}
    results["LINKS"] = _links(run, settings, ecology, texts[1], words)
    results["STRIPS"] = _strips(run, settings, ecology, texts[1], words)
    results["SUMMARY"] = table_output(run, "SUMMARY", _SUMMARY_FIELDS, list(zip(*summary)))
    results["REPORT"] = report_output(
        run, lambda path: write_report(path, settings, ecology, summary, texts, numbers))
    sentence = in_words(numbers)
    group = tr("Ecological restoration – {layer}").format(layer=settings.source.sourceName())
    return finish(run, results, _looks(settings, sentence), group, sentence)


def summarise(settings, ecology):
    """One tuple per rule with the values of SUMMARY; None for whatever a silent rule cannot know."""
    judged, linked, rows = ecology.judged, ecology.linked, []
    found = judged.concerned()
    for place, rule in enumerate(settings.rules.rules):
        known = (rule.id, in_language(rule.title), rule.subtype)
        if place in ecology.silent:
            rows.append((*known, SILENT, ecology.silent[place], *[None] * 8))
            continue
        fits, first, own = judged.share[:, place] > 0, judged.first == place, linked.rule == place
        rows.append((
            *known, CHECKED, None, int(fits.sum()), int(first.sum()), _mu(judged.area[first]), _mu(found[:, place]),
            _mu(found[:, place]) if rule.frees_quota else None, int(own.sum()),
            round(float(linked.length[own].sum()), 2), _mu(linked.area[own]),
        ))
    return rows


def in_words(numbers):
    """The main result in a few sentences; what is not known is left out."""
    sentences = [tr("Parcels to restore: {count}, with {mu} mu.").format(
        count=numbers["PARCEL_COUNT"], mu=f"{numbers['AREA_MU']:,.1f}")]
    for name, text, decimals in (
        ("QUOTA_MU", tr("Going back to forest inside the redline frees {amount} mu of quota."), 1),
        ("BELT_M", tr("Shelterbelts to plant: {amount} m."), 0),
        ("CORRIDOR_M", tr("Links between forests: {amount} m."), 0),
    ):
        if numbers[name] is not None:
            sentences.append(text.format(amount=f"{numbers[name]:,.{decimals}f}"))
    if numbers["SILENT_COUNT"]:
        sentences.append(tr("Rules that were silent because something is missing: {count}.").format(
            count=numbers["SILENT_COUNT"]))
    return ("" if is_chinese() else " ").join(sentences)


def _numbers(rules, ecology):
    """The numbers for models; None for what no rule could look for."""
    from ..algorithms.ecology_rules import BELT, CORRIDOR

    told = [rule for place, rule in enumerate(rules) if place not in ecology.silent]
    lines = list(zip([rules[place].kind for place in ecology.linked.rule.tolist()], ecology.linked.length.tolist()))

    def length(kind):
        if not any(rule.kind == kind for rule in told):
            return None
        return round(sum(metres for of, metres in lines if of == kind), 2)

    return {
        "PARCEL_COUNT": len(ecology.judged.id), "AREA_MU": _mu(ecology.judged.area),
        "QUOTA_MU": _mu(ecology.judged.quota) if any(rule.frees_quota for rule in told) else None,
        "BELT_M": length(BELT), "CORRIDOR_M": length(CORRIDOR), "SILENT_COUNT": len(ecology.silent),
    }


def _mu(area):
    from ..algorithms.units import to_mu

    return round(to_mu(float(area.sum())), 4)


def _parcels(run, settings, judged, texts, words):
    import numpy as np

    rules = settings.rules.rules
    first = judged.first.tolist()
    found = judged.concerned()[np.arange(len(first)), judged.first]
    every = [";".join(rules[place].id for place in np.flatnonzero(share > 0)) for share in judged.share]
    quota = np.where(np.isnan(judged.redline), np.nan, in_mu(judged.quota))
    return copy_output(
        run, "PARCELS", settings.source, _PARCEL_FIELDS, judged.id,
        (
            [rules[place].id for place in first], every, found.tolist(), or_null(judged.redline), or_null(quota),
            *judged_columns(
                [rules[place].category for place in first], [rules[place].subtype for place in first], texts,
                [words[place] for place in first], judged.area),
        ),
        phase(run.feedback, tr("Writing parcels"), 86, 92),
    )


def _links(run, settings, ecology, texts, words):
    linked, of = ecology.linked, [settings.rules.rules[place] for place in ecology.linked.rule.tolist()]
    columns = (
        list(range(1, len(of) + 1)), [rule.id for rule in of], linked.length.tolist(),
        [rule.values["width"] for rule in of], in_mu(linked.area).tolist(), or_null(linked.cost.round(2)),
        [rule.category for rule in of], [rule.subtype for rule in of], texts,
        [words[at] for at in linked.rule.tolist()],
    )
    return shape_output(
        run, "LINKS", _LINK_FIELDS, columns, _many(linked.line, "MULTILINESTRING"), settings.source.sourceCrs(),
        ecology.crs, phase(run.feedback, tr("Writing lines"), 92, 95), Qgis.WkbType.MultiLineString,
    )


def _strips(run, settings, ecology, texts, words):
    linked, of = ecology.linked, [settings.rules.rules[place] for place in ecology.linked.rule.tolist()]
    columns = (
        list(range(1, len(of) + 1)), [rule.id for rule in of], linked.length.tolist(),
        *judged_columns([rule.category for rule in of], [rule.subtype for rule in of], texts,
                        [words[at] for at in linked.rule.tolist()], linked.area),
    )
    return shape_output(
        run, "STRIPS", _STRIP_FIELDS, columns, _many(linked.strip, "MULTIPOLYGON"), settings.source.sourceCrs(),
        ecology.crs, phase(run.feedback, tr("Writing strips"), 95, 98),
    )


def _many(shapes, kind):
    """Shapes as multi-part ones."""
    import numpy as np
    import shapely

    of = shapely.GeometryType[kind]
    make = shapely.multilinestrings if kind == "MULTILINESTRING" else shapely.multipolygons
    return np.array(
        [shape if shapely.get_type_id(shape) == of else make([shape]) for shape in shapes], dtype=object
    )


def _looks(settings, words):
    from ..algorithms.ecology_rules import ON_PARCELS
    from .ecology_words import parameters_in_words

    parameters, rules = parameters_in_words(settings), settings.rules.rules
    parcels = _style([rule.subtype for rule in rules if rule.kind in ON_PARCELS])
    lines = _style([rule.subtype for rule in rules if rule.kind not in ON_PARCELS])
    return {
        "PARCELS": look_of(tr("Parcels to restore"), words, parameters, _PARCEL_FIELDS, ALIASES, parcels,
                           "ecology_parcels", settings.source),
        "LINKS": look_of(tr("Shelterbelts and links"), words, parameters, _LINK_FIELDS, ALIASES, lines,
                         "ecology_links"),
        "STRIPS": look_of(tr("Strips"), words, parameters, _STRIP_FIELDS, ALIASES, lines),
        "SUMMARY": look_of(tr("Summary by rule"), words, parameters, _SUMMARY_FIELDS, ALIASES),
    }


def _style(subtypes):
    """One colour for each sub-type, in the scheme's words."""
    from ..algorithms.tag_scheme import read_scheme

    names = {term.code: in_language({"zh": term.zh, "en": term.en}) for term in read_scheme().subtypes()}
    return style_by_value("subtype", [
        (code, tr("{code} {name}").format(code=code, name=names[code]), ECOLOGY.get(code, ECOLOGY[""]))
        for code in sorted(set(subtypes))
    ])
