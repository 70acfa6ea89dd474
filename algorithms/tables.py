"""The shipped domain tables, as they are."""

import csv
import json
from functools import cache
from pathlib import Path

DOMAIN = Path(__file__).resolve().parent.parent / "resources" / "domain"


@cache
def read_table(name):
    """Rows of a shipped table, each a dict of texts."""
    with open(DOMAIN / f"{name}.csv", encoding="utf-8-sig", newline="") as file:
        return tuple(csv.DictReader(file))


@cache
def read_rules(name):
    """A shipped JSON file of rules."""
    with open(DOMAIN / f"{name}.json", encoding="utf-8") as file:
        return json.load(file)


def target_mu(item):
    """One of the city's targets to 2026 that is an area, mu."""
    row = next(row for row in read_table("policy_targets_2026") if row["item"] == item)
    return float(row["value"]) * {"万亩": 10_000, "亩": 1}[row["unit"]]
