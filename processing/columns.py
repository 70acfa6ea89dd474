"""Arrays as the columns that an output is written from."""

import json
import math


def in_mu(square_metres):
    """Square metres in mu, rounded to what 0.01 m² is worth."""
    from ..algorithms.units import to_mu

    return to_mu(square_metres).round(4)


def or_null(values):
    """A column of plain floats with NULL where a number is missing or not finite."""
    return [value if math.isfinite(value) else None for value in values.tolist()]


def compact(rule):
    """Parameters as the JSON of the field `rule`."""
    return json.dumps(rule, ensure_ascii=False, separators=(",", ":"))
