"""The report of the multi-field overlay."""

from .i18n import is_chinese, tr
from .multifield_outputs import in_words
from .multifield_settings import LAYERS
from .multifield_words import NAMES, item_name, known_in_words, parameters_in_words
from .palette import FIELD_STATES
from .report import bar, heading, key, number, page, paragraph, percent, stacked_bar, table, write

_LISTED = 20
_GROUPS = 200


def write_report(path, settings, fields, summary, numbers):
    """Save the report as HTML: shares, layers, combinations, where most is left to build, parameters."""
    overlay = fields.overlay
    missing = known_in_words(overlay)
    every = summary.groupby(["kind", "item", "share_of"], sort=False)[["pieces", "parcels", "area"]].sum().reset_index()
    write(path, page(
        tr("Multi-field overlay: {layer}").format(layer=settings.source.sourceName()),
        paragraph(in_words(numbers)),
        *([paragraph(missing, note=True)] if missing else ()),
        *_built(every),
        heading(tr("Layers")), _layers(every, fields),
        heading(tr("How many layers lie on one another")), _figures(every, "count", fields),
        heading(tr("Which layers lie on one another")), _figures(every, "combination", fields),
        *_left(fields),
        *((heading(tr("By group")), _by_group(summary)) if settings.group_field else ()),
        heading(tr("Parameters")), table((tr("Parameter"), tr("Value")), parameters_in_words(settings)),
        language="zh" if is_chinese() else "en",
    ))


def _mu(area):
    from ..algorithms.units import to_mu

    return float(to_mu(area))


def _built(every):
    """Basic farmland before and after the plan, one bar each."""
    found = {row.item: row.area for row in every.itertuples() if row.kind in ("built", "difference", "layer")}
    whole = found.get("basic_farmland", 0.0)
    if "before" not in found:
        return ()
    parts = [(tr("Now"), found["before"], 0.0)]
    if "after" in found:
        parts.append((tr("With the plan"), found["before"], found["planned"]))
    rows = []
    for name, before, more in parts:
        left = whole - before - more
        shares = [(area / whole if whole else 0.0) for area in (before, more, left)]
        rows.append((
            name, number(_mu(before + more)), number(_mu(left)), percent(shares[0] + shares[1]) if whole else "",
            stacked_bar(tuple(zip(shares, (FIELD_STATES[state] for state in ("built", "planned", "open")))), 240),
        ))
    differences = [
        (item_name(row.kind, row.item), number(row.parcels, 0), number(row.area), number(_mu(row.area)))
        for row in every.itertuples() if row.kind == "difference"
    ]
    return (
        heading(tr("Basic farmland built to high standard")),
        table((tr("When"), tr("High-standard [mu]"), tr("Not yet [mu]"), tr("Share"), ""), rows),
        key((
            (tr("High-standard"), FIELD_STATES["built"]), (tr("By the plan"), FIELD_STATES["planned"]),
            (tr("Not yet"), FIELD_STATES["open"]),
        )),
        heading(tr("In one and not in the other")),
        table((tr("Land"), tr("Parcels"), tr("Area [m²]"), tr("Area [mu]")), differences),
    )


def _layers(every, fields):
    found = {row.item: row for row in every.itertuples() if row.kind == "layer"}
    rows = []
    for name in LAYERS.values():
        if name in found:
            row = found[name]
            rows.append((
                tr(NAMES[name]), number(row.parcels, 0), number(row.area), number(_mu(row.area)),
                number(_mu(fields.given[name]))))
        else:
            rows.append((tr(NAMES[name]), tr("not known"), "", "", ""))
    return table(
        (tr("Layer"), tr("Parcels"), tr("On the parcels [m²]"), tr("On the parcels [mu]"), tr("Its features [mu]")),
        rows,
    ) + paragraph(
        tr("Its features: their areas added up. More than on the parcels means that features overlap one another, "
           "which does not count twice, or lie beside the parcels, which does not count."), note=True)


def _figures(every, kind, fields):
    whole = float(fields.area.sum())
    rows = []
    for row in every[every["kind"] == kind].itertuples():
        share = row.area / whole if whole else float("nan")
        rows.append((
            item_name(kind, row.item), number(row.parcels, 0), number(row.area), number(_mu(row.area)), percent(share),
            bar(share if share == share else 0.0)))
    return table((tr("Land"), tr("Parcels"), tr("Area [m²]"), tr("Area [mu]"), tr("Share"), ""), rows)


def _left(fields):
    """The parcels with most basic farmland still to be built."""
    import numpy as np

    overlay = fields.overlay
    which = overlay.basic_not_high()
    if not which.any():
        return ()
    area = np.bincount(overlay.row[which], overlay.area[which], minlength=len(fields.id))
    planned = which & overlay.within("plan")
    built = np.bincount(overlay.row[planned], overlay.area[planned], minlength=len(fields.id))
    rows = np.argsort(-area, kind="stable")[:_LISTED]
    return (
        heading(tr("Parcels with most basic farmland to build")),
        table(
            (tr("Parcel"), tr("Group"), tr("Not yet high-standard [mu]"), tr("Of it in the plan [mu]"),
             tr("Parcel [mu]")),
            [
                (fields.key[row] or str(fields.id[row]), fields.group[row] or "–", number(_mu(area[row])),
                 number(_mu(built[row])), number(_mu(fields.area[row])))
                for row in rows.tolist() if area[row] > 0
            ],
        ),
    )


def _by_group(summary):
    rows = []
    for name, own in summary.groupby("group", sort=True):
        found = {(row.kind, row.item): row for row in own.itertuples()}

        def mu(kind, item, found=found):
            row = found.get((kind, item))
            return number(_mu(row.area)) if row is not None else ""

        def share(item, found=found):
            row = found.get(("built", item))
            return percent(row.share) if row is not None else ""

        rows.append((
            name or "–", mu("layer", "basic_farmland"), mu("layer", "high_standard"),
            mu("difference", "basic_not_high"), mu("difference", "high_not_basic"), share("before"), share("after")))
    note = paragraph(tr("The first {count} rows; the summary table has every one.").format(count=_GROUPS), note=True)
    return (note if len(rows) > _GROUPS else "") + table(
        (tr("Group"), tr("Basic farmland [mu]"), tr("High-standard [mu]"), tr("Not yet high-standard [mu]"),
         tr("High-standard outside [mu]"), tr("Share now"), tr("Share with the plan")), rows[:_GROUPS])
