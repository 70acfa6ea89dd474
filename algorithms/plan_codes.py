"""Which land use code a parcel has in the base year, which one it is planned to have, and who must still decide."""

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from . import tags
from .codes import code_table
from .crosswalk import SEVERAL, Mapped, similar_codes, to_use2023
from .plan_rules import GENTLE, STEEP
from .systems import USE2023
from .tables import read_table

PERSON, TAG_RULE, RULE, NOBODY = "person", "tag_rule", "rule", "nobody"
"""Who said the planned code: a person's planned use, another rule's, the rule table, or nobody, so that it stays."""
BASE, PLAN = "base_code", "plan_code"
(NO_CODE, UNKNOWN_CODE, SEVERAL_CODES, WRONG_BASE, UNKNOWN_TAG, UNKNOWN_PLAN, TO_DECIDE, IN_FARMLAND, IN_REDLINE,
 STRADDLES) = KINDS = (
    "no_code", "unknown_code", "several_codes", "wrong_base", "unknown_tag", "unknown_plan", "to_decide",
    "basic_farmland", "redline", "straddles_redline",
)
OUT, TOUCHED, MOSTLY, WHOLLY = range(4)
"""How a parcel lies to the redline: not in it; less than the share that counts as inside; more; all of it."""
ANY_CODE = "?"
"""Stands for the codes to choose from where no list can be given."""
_CONSTRUCTION = "建设用地"
_EDGE = 0.01
_STEEPEST = 5


@dataclass(frozen=True)
class Case:
    """All that decides on a parcel; many parcels share one.

    source: its code, normalised, '' for none; decided: a base code that a
    person decided on, confirmed: whether it stands without doubt; category,
    subtype, disposition, plan: of the tag, '' for none; by_person: whether a
    person set the plan; slope: grade 1 to 5, 0 for unknown; redline: OUT to
    WHOLLY; farmland: whether permanent basic farmland lies in it.
    """

    source: str
    decided: str = ""
    confirmed: bool = True
    category: str = ""
    subtype: str = ""
    disposition: str = ""
    plan: str = ""
    by_person: bool = True
    slope: int = 0
    redline: int = OUT
    farmland: bool = False


@dataclass(frozen=True)
class Issue:
    """What a person must look at.

    kind: one of KINDS; field: what is concerned, BASE, PLAN or a tag field; code: what stands there; allowed: what a
    person may choose; wanted: the code that was not taken, '' for none.
    """

    kind: str
    field: str
    code: str
    allowed: tuple
    wanted: str = ""


@dataclass(frozen=True)
class Decision:
    """Codes of a case, '' where none is known.

    by: PERSON to NOBODY; rule: the Rule that fitted, None for none; withheld:
    whether a binding line kept the code from changing; slope_missing: whether
    the slope is not known, and a steep one would decide otherwise; issues: of
    Issue, the base code's first.
    """

    base: str
    plan: str
    by: str
    rule: object
    withheld: bool
    slope_missing: bool
    issues: tuple

    @property
    def changed(self):
        return self.base != self.plan

    @property
    def review(self):
        """The codes to choose from, of the issue that comes first; '' where there is nothing to decide."""
        return allowed_text(self.issues[0].allowed) if self.issues else ""


@dataclass(frozen=True)
class Plan:
    """kind: position of each parcel's case, shape (n,); cases, decisions: of each kind."""

    kind: np.ndarray
    cases: list
    decisions: list

    def per_parcel(self, value):
        """value(case, decision) of every parcel, as a list; called once for each kind."""
        of_kind = [value(case, decision) for case, decision in zip(self.cases, self.decisions)]
        return [of_kind[kind] for kind in self.kind.tolist()]


def allowed_text(codes):
    """Codes to choose from as `review` writes them."""
    return SEVERAL.join(codes) or ANY_CODE


def plan_parcels(columns, system, rules, scheme):
    """The Plan of parcels.

    columns: {field of Case: values, shape (n,)}; system: of `source`; rules:
    PlanRules; scheme: Scheme, whose codes tags have.
    """
    frame = pd.DataFrame(columns)
    kind = frame.groupby(list(columns), sort=False, dropna=False).ngroup().to_numpy()
    first = np.unique(kind, return_index=True)[1]
    alike = frame.take(first.tolist())
    cases = [Case(**dict(zip(columns, row))) for row in alike.itertuples(index=False, name=None)]
    return Plan(kind, cases, [decide(case, system, rules, scheme) for case in cases])


def decide(case, system, rules, scheme):
    """The Decision on a case.

    A planned use that is set goes first, a person's or another rule's; then
    the first rule that fits the tag; else the use stays. No rule changes
    permanent basic farmland (nor turns it into anything but cropland where
    rules.restore lets it) and none makes construction land inside the redline.
    A person's planned use is kept there, and listed.
    """
    base, issues = _base(case, system)
    by, rule, code, slope_missing = NOBODY, None, "", False
    if case.plan:
        code = code_table(USE2023).known(case.plan)
        by = NOBODY if not code else PERSON if case.by_person else TAG_RULE
        if not code:
            issues.append(Issue(UNKNOWN_PLAN, tags.PLANNED_USE, case.plan, similar_codes(case.plan) or _some(base)))
    elif base and not (wrong := _wrong_tags(case, scheme, base)):
        rule = _fitting(case, base, rules)
        if rule is not None:
            by, code = RULE, rule.code
            if rule.ask is not None:
                issues.append(Issue(TO_DECIDE, PLAN, base, tuple(dict.fromkeys((base, *rule.ask)))))
        issues += _straddling(case, base, code or base, rules)
        slope_missing = not case.slope and _fitting(replace(case, slope=_STEEPEST), base, rules) is not rule
    elif base:
        issues += wrong
    plan, lines = _bound(case, base, code or base, by, rules)
    return Decision(base, plan, by, rule, bool(lines) and by != PERSON, slope_missing, tuple(issues + lines))


def is_construction(code):
    """Whether a 2023 code is construction land."""
    return code_table(USE2023).groups.get(code, "") == _CONSTRUCTION


def slope_grade(degrees):
    """The survey's slope grade 1 to 5 of slopes in degrees, upper bounds included; 0 for NaN. Shape (n,)."""
    bounds = [float(row["upper_deg_inclusive"]) for row in read_table("slope_grades")[:-1]]
    degrees = np.asarray(degrees, dtype=float)
    return np.where(np.isnan(degrees), 0, np.searchsorted(bounds, degrees, side="left") + 1)


def redline_class(area, within, rules):
    """OUT to WHOLLY, shape (n,), from the area of parcels and what of it lies inside the redline, m²."""
    overlap = overlaps(area, within, rules)
    share = within / np.maximum(area, np.finfo(float).tiny)
    return np.select(
        [~overlap, share < rules.inside_share, area - within > _EDGE * area], [OUT, TOUCHED, MOSTLY], WHOLLY
    )


def overlaps(area, within, rules):
    """Whether an overlap counts at all, booleans of shape (n,)."""
    return (within >= rules.min_area) & (within >= rules.min_share * area) & (within > 0)


def _base(case, system):
    """The base-year code, '' for none, and a list of what is wrong with it."""
    mapped = to_use2023(case.source, system) if case.source else None
    if mapped is None:
        decided = code_table(USE2023).known(case.decided)
        if decided:
            return decided, []
        kind = UNKNOWN_CODE if case.source else NO_CODE
        return "", [Issue(kind, BASE, case.source, ())]
    if not case.decided:
        return mapped.code, _several(mapped)
    options = mapped.allowed or (mapped.code,)
    fits = case.decided in code_table(USE2023) and case.decided.startswith(options)
    if fits and (case.confirmed or case.decided != mapped.code):
        return case.decided, []
    if case.decided == mapped.code:
        return mapped.code, _several(mapped)
    return mapped.code, [Issue(WRONG_BASE, BASE, case.decided, options)]


def _several(mapped: Mapped):
    return [Issue(SEVERAL_CODES, BASE, mapped.code, mapped.allowed)] if mapped.allowed else []


def _wrong_tags(case, scheme, base):
    """Tag codes that the scheme lacks, or a sub-type of another category."""
    lists = (
        (tags.CATEGORY, case.category, scheme.categories), (tags.SUBTYPE, case.subtype, scheme.subtypes()),
        (tags.DISPOSITION, case.disposition, scheme.dispositions),
    )
    issues = [
        Issue(UNKNOWN_TAG, field, code, _some(base)) for field, code, terms in lists
        if code and code not in [term.code for term in terms]
    ]
    if not issues and case.subtype and case.category not in ("", scheme.category_of(case.subtype)):
        issues.append(Issue(UNKNOWN_TAG, tags.SUBTYPE, case.subtype, _some(base)))
    return issues


def _fitting(case, base, rules):
    """The first rule that fits a tagged case, None for none."""
    if not (case.category or case.subtype or case.disposition):
        return None
    inside = case.redline >= MOSTLY
    slope = STEEP if case.slope >= rules.steep_from else GENTLE if 0 < case.slope <= rules.gentle_to else ""
    for rule in rules.rules:
        said = ((rule.categories, case.category), (rule.subtypes, case.subtype), (rule.dispositions, case.disposition))
        if (
            all(not codes or code in codes for codes, code in said)
            and (rule.base is None or rule.base.matches([base])[0])
            and rule.redline in (None, inside)
            and rule.slope in ("", slope)
        ):
            return rule
    return None


def _bound(case, base, plan, by, rules):
    """The planned code as the binding lines leave it, and what is to be said of them."""
    if plan == base or by == NOBODY:
        return plan, []
    cropland = rules.cropland.matches([base, plan])
    if case.farmland and not (cropland[1] and (by == PERSON or (rules.restore and not cropland[0]))):
        kind = IN_FARMLAND
    elif case.redline != OUT and is_construction(plan):
        kind = IN_REDLINE
    else:
        return plan, []
    kept = plan if by == PERSON else base
    return kept, [Issue(kind, PLAN, kept, tuple(code for code in (base, plan) if code), plan)]


def _straddling(case, base, plan, rules):
    """The issue where a parcel lies on the redline and the other side of it would decide otherwise."""
    if case.redline not in (TOUCHED, MOSTLY):
        return []
    rule = _fitting(replace(case, redline=WHOLLY if case.redline == TOUCHED else OUT), base, rules)
    code = (rule.code if rule is not None else "") or base
    return [] if code == plan else [Issue(STRADDLES, PLAN, plan, (plan, code), code)]


def _some(code):
    return (code,) if code else ()
