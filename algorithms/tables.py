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
