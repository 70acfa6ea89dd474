"""The report of the ledger."""

from .i18n import is_chinese, tr
from .ledger_outputs import category_name, in_words, parameters_in_words, subtype_name, total
from .report import bar, heading, number, page, paragraph, percent, stacked_bar, strong, table, write

_UNKNOWN, _UNTAGGED = "#3a3a38", "#c9c6bc"
_ROWS = 200


def write_report(path, settings, figures):
    """Save the report as HTML: by category, sub-type and group, targets, parameters."""
    write(path, page(
        tr("Ledger of categories: {layer}").format(layer=settings.source.sourceName()),
        paragraph(in_words(figures)),
        heading(tr("By category")), _by_category(settings, figures),
        heading(tr("By sub-type")), _by_subtype(settings, figures),
        heading(tr("Progress towards targets")), _targets(figures),
        *((heading(tr("By group")), _by_group(settings, figures)) if settings.group_field else ()),
        heading(tr("Parameters")),
        table((tr("Parameter"), tr("Value")), parameters_in_words(settings)),
        language="zh" if is_chinese() else "en",
    ))


def _by_category(settings, figures):
    scheme = settings.scheme
    known = [category.code for category in scheme.categories]
    codes = [*known, *dict.fromkeys(line.category for line in figures.lines if line.category not in (*known, "")), ""]
    colours = {**{category.code: category.colour for category in scheme.categories}, "": _UNTAGGED}
    chosen = {code: [line for line in figures.lines if line.category == code] for code in codes}
    most = max((total(lines) for lines in chosen.values()), default=0.0) or 1.0
    rows = [
        (_label(code, category_name(scheme, code)), *_amounts(lines, figures.area),
         stacked_bar(((total(lines) / most, colours.get(code, _UNKNOWN)),)))
        for code, lines in chosen.items()
    ]
    rows.append((strong(tr("Total")), *(strong(text) for text in _amounts(figures.lines, figures.area)), ""))
    return table((tr("Category"), tr("Parcels"), tr("Area [m²]"), tr("Area [mu]"), tr("Share of all land"), ""), rows)


def _by_subtype(settings, figures):
    together = {}
    for line in figures.lines:
        if line.category:
            together.setdefault((line.category, line.subtype), []).append(line)
    if not together:
        return paragraph(tr("No parcel is tagged."))
    scheme = settings.scheme
    place = {code: at for at, code in enumerate(category.code for category in scheme.categories)}
    rows = sorted(together.items(), key=lambda item: place.get(item[0][0], len(place)))
    return table(
        (tr("Category"), tr("Sub-type"), tr("Parcels"), tr("Area [m²]"), tr("Area [mu]"), tr("Share of all land")),
        [
            (_label(category, category_name(scheme, category)),
             _label(subtype, subtype_name(scheme, subtype)) if subtype else "–", *_amounts(lines, figures.area))
            for (category, subtype), lines in rows
        ],
    )


def _targets(figures):
    if not figures.progress:
        return paragraph(tr("The categories are your own, and none of them counts towards a target of the city."))
    return table(
        (tr("Target"), tr("Codes that count"), tr("Tagged [mu]"), tr("Target [mu]"), tr("Share of the target"), ""),
        [
            (of.target.name, " ".join(of.target.codes), number(of.done_mu), number(of.target.mu, 0),
             percent(of.share, 2), bar(min(of.share or 0.0, 1.0)))
            for of in figures.progress
        ],
    ) + paragraph(tr("Which codes count towards which target is a judgement; the policy states none. Land tagged is "
                     "land planned: the stage tells how far the work is."), note=True)


def _by_group(settings, figures):
    scheme = settings.scheme
    note = paragraph(tr("The first {count} rows; the ledger table has every one.").format(count=_ROWS), note=True)
    return (note if len(figures.lines) > _ROWS else "") + table(
        (tr("Group"), tr("Category"), tr("Sub-type"), tr("Parcels"), tr("Area [m²]"), tr("Area [mu]"),
         tr("Share of all land")),
        [
            (line.group or "–", _label(line.category, category_name(scheme, line.category)),
             _label(line.subtype, subtype_name(scheme, line.subtype)) if line.subtype else "–",
             *_amounts((line,), figures.area))
            for line in figures.lines[:_ROWS]
        ],
    )


def _amounts(lines, everything):
    from ..algorithms.units import to_mu

    area = total(lines)
    return (
        number(sum(line.parcels for line in lines), 0), number(area), number(float(to_mu(area))),
        percent(area / everything, 2) if everything else "–",
    )


def _label(code, name):
    return f"{code} {name}" if code else name
