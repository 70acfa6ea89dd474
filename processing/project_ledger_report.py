"""The report of the ledger of indicators."""

from .i18n import is_chinese, tr
from .project_ledger_outputs import ORDER, SHARES, in_words, label, notes, project_name, warnings
from .project_ledger_settings import parameters_in_words
from .report import bar, heading, key, number, page, paragraph, percent, stacked_bar, strong, table, write

_PROJECTS = 100
_USES = (("resettlement", "#b5651d"), ("new_building", "#8c4b8f"), ("reserve", "#3f7fb5"), ("surplus", "#2a7f62"))
_SHORT = "#c4553b"
_SUBJECTS = (
    ("new_cropland", "lost_cropland", "planned_cropland", "high_standard", "high_standard_share"),
    ("reclaimed", "resettlement", "new_building", "reserve", "surplus"),
    ("served", "revitalisation_allowed", "revitalisation", "revitalisation_left"),
)


def write_report(path, settings, found, parts):
    """Save the report as HTML: total, chart of the quota, projects, targets, notes, parameters."""
    total, *each = parts
    write(path, page(
        tr("Ledger of indicators: {layer}").format(layer=settings.source.sourceName()),
        paragraph(in_words(parts)),
        *(paragraph(sentence) for sentence in warnings(settings, found, parts)),
        heading(tr("In total")), _total(total),
        heading(tr("What becomes of the reclaimed land")), _chart(parts),
        *((heading(tr("By project")), _projects(each)) if each else ()),
        heading(tr("Progress towards targets")), _targets(total),
        *(paragraph(text, note=True) for text in notes(settings)),
        heading(tr("Parameters")),
        table((tr("Parameter"), tr("Value")), parameters_in_words(settings)),
        language="zh" if is_chinese() else "en",
    ))


def _shown(part, line):
    figure = part.figures[line]
    return percent(figure, 2) if line in SHARES else number(figure / 100)


def _total(total):
    return table(
        (tr("Indicator"), tr("mu"), tr("ha"), tr("Parcels")),
        [(label(line), *((_shown(total, line), "", "") if line in SHARES else (
            _shown(total, line), number(total.figures[line] / 1500),
            number(total.parcels[line], 0) if line in total.parcels else "")))
         for line in ORDER],
    )  # fmt: skip


def _chart(parts):
    """A bar per project: reclaimed land shared out; what is used beyond it is red."""
    most = max([max(part.figures["reclaimed"], _used(part)) for part in parts]) or 1
    rows = [
        (strong(project_name(part)) if part.project is None else project_name(part),
         number(part.figures["reclaimed"] / 100), _bar(part, most), number(part.figures["surplus"] / 100))
        for part in parts[:_PROJECTS + 1]
    ]
    colours = [(label(line), colour) for line, colour in _USES] + [(tr("more than reclaimed"), _SHORT)]
    return table(
        (tr("Project"), tr("Reclaimed [mu]"), tr("Shared out"), tr("Surplus quota [mu]")), rows
    ) + key(colours)


def _used(part):
    return sum(part.figures[line] for line, _ in _USES[:-1])


def _bar(part, most):
    reclaimed, shares, left = part.figures["reclaimed"], [], part.figures["reclaimed"]
    for line, colour in _USES[:-1]:
        within = min(part.figures[line], left)
        shares.append((within / most, colour))
        left -= within
    shares.append((left / most, _USES[-1][1]))
    shares.append((max(_used(part) - reclaimed, 0) / most, _SHORT))
    return stacked_bar(shares, 320)


def _projects(each):
    """A narrow table per subject: all indicators in one would not fit a page."""
    parts = [
        table(
            (tr("Project"), *(label(line) for line in lines)),
            [(project_name(part), *(_shown(part, line) for line in lines)) for part in each[:_PROJECTS]],
        )
        for lines in _SUBJECTS
    ]
    if len(each) > _PROJECTS:
        parts.append(paragraph(
            tr("The first {count} projects; table and workbook have every one.").format(count=_PROJECTS), note=True))
    return "".join((*parts, paragraph(tr("All areas in mu."), note=True)))


def _targets(total):
    if not total.targets:
        return paragraph(tr("The categories are your own, and none of them counts towards a target of the city."))
    return table(
        (tr("Target"), tr("Codes that count"), tr("Tagged [mu]"), tr("Result [mu]"), tr("Target [mu]"),
         tr("Share of the target"), ""),
        [(target.name, " ".join(target.codes), number(tagged / 100), number(result / 100), number(target.mu, 0),
          percent(result / 100 / target.mu, 2) if target.mu else "",
          bar(min(result / 100 / target.mu, 1.0)) if target.mu else "")
         for target, tagged, result in total.targets],
    )  # fmt: skip
