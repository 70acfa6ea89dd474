"""The survey's parcel layer as something to check against: its fields from the domain tables."""

from functools import cache

from ..algorithms.plan_profile import Field, Layer, Style
from ..algorithms.systems import SURVEY
from ..algorithms.tables import read_table

NAME = "DLTB"
_KINDS = {"Text": "text", "Integer": "integer", "Double": "double"}
_MANDATORY = "M"


@cache
def survey_spec():
    """The layer DLTB as a profile would have it. Lengths vary in the wild and are not checked."""
    fields = tuple(
        Field(
            row["field"], row["name_zh"], _KINDS[row["type"]], int(row["length"] or 0), 0, int(row["decimals"] or 0),
            "", row["constraint"] == _MANDATORY, (), SURVEY if row["field"] == "DLBM" else "", "", "", False, 0,
        )
        for row in read_table("dltb_fields")
    )
    return Layer(
        NAME, "地类图斑", "Survey parcels", "MultiPolygon", "high", "", (), "", None, Style("", "", ""), fields, 0)


def optional_in_survey():
    """Fields of the survey that a layer may well lack."""
    return {row["field"] for row in read_table("dltb_fields") if row["constraint"] != _MANDATORY}
