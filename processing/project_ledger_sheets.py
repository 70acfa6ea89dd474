"""The ledger of indicators as sheets of a workbook: sums, differences, shares and allowances as formulas."""

from .i18n import tr
from .project_ledger_outputs import ORDER, SHARES, label, notes, project_name
from .workbook import FIRST_ROW, Column, Formula, Sheet, column_letter


def sheets(settings, parts):
    """One sheet of indicators, a project a row, and one of targets."""
    return [_ledger(settings, parts), _targets(settings, parts)]


def _ledger(settings, parts):
    total, *each = parts
    letter = {line: column_letter(at + 1) for at, line in enumerate(ORDER)}
    rows = [_row(settings, part, letter, None) for part in each]
    rows.append(_row(settings, total, letter, (FIRST_ROW, FIRST_ROW + len(each) - 1) if each else None))
    columns = (
        Column(tr("Project"), width=30),
        *(Column(label(line) if line in SHARES else tr("{label} [mu]").format(label=label(line)),
                 "percent" if line in SHARES else "mu", 14) for line in ORDER),
    )
    return Sheet(
        tr("Indicators"), tr("Ledger of indicators"), columns, tuple(rows), notes(settings), frozenset({len(rows) - 1})
    )


def _row(settings, part, letter, summed):
    """A row. summed: first and last row that a total adds up, None for a row of its own."""
    percents = {"reserve": ("reclaimed", settings.reserve_percent),
                "revitalisation_allowed": ("served", settings.revitalisation_percent)}  # fmt: skip
    differences = {
        "cropland_change": "{new_cropland}-{lost_cropland}",
        "surplus": "{reclaimed}-{resettlement}-{new_building}-{reserve}",
        "revitalisation_left": "{revitalisation_allowed}-{revitalisation}",
        "high_standard_share": "{high_standard}/{planned_cropland}",
    }
    places = {line: f"{column}{{row}}" for line, column in letter.items()}
    cells = [project_name(part)]
    for line in ORDER:
        figure = part.figures[line]
        value = figure if line in SHARES else figure / 100
        if value is None:
            cells.append(None)
        elif line in differences:
            cells.append(Formula(differences[line].format(**places), value))
        elif summed:
            cells.append(Formula(f"SUM({{col}}{summed[0]}:{{col}}{summed[1]})", value))
        elif line in percents:
            cells.append(_share(figure, part.figures[percents[line][0]], places[percents[line][0]], percents[line][1]))
        else:
            cells.append(value)
    return tuple(cells)


def _share(figure, of, place, percent):
    """A percentage as a formula; where the largest remainder decides otherwise than rounding, with the difference."""
    plain = int(of * percent / 100 + 0.5 + 1e-9)
    ending = f"{(figure - plain) / 100:+.2f}" if figure != plain else ""
    return Formula(f"ROUND({place}*{percent:g}/100,2){ending}", figure / 100)


def _targets(settings, parts):
    rows = []
    for part in parts:
        for target, tagged, result in part.targets:
            share = Formula("E{row}/F{row}", result / 100 / target.mu) if target.mu else None
            rows.append((
                project_name(part), target.name, " ".join(target.codes), tagged / 100, result / 100, target.mu, share))
    columns = (
        Column(tr("Project"), width=30), Column(tr("Target"), width=34), Column(tr("Codes that count"), width=18),
        Column(tr("Tagged [mu]"), "mu", 14), Column(tr("Result [mu]"), "mu", 14), Column(tr("Target [mu]"), "mu", 14),
        Column(tr("Share of the target"), "percent", 12),
    )
    return Sheet(
        tr("Targets"), tr("Progress towards targets"), columns, tuple(rows), notes(settings)[-1:],
        frozenset(range(len(parts[0].targets))),
    )
