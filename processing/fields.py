"""Fields by what they mean: known under several names, some never to leave."""

from ..algorithms.tables import read_table


def find_field(fields, name):
    """The field of `fields` (QgsFields) that carries what the survey calls `name`, '' if none.

    Upper and lower case are one; aliases come from the shipped table.
    """
    aliases = {row["field"]: row["aliases"].split("|") for row in read_table("field_aliases")}
    present = {field.name().upper(): field.name() for field in fields}
    for candidate in (name, *aliases.get(name, ())):
        if candidate and candidate.upper() in present:
            return present[candidate.upper()]
    return ""


def stored_name(fields, name):
    """What an output's field `name` is called in a loaded layer, '' if it lacks it: shapefiles keep ten letters."""
    return next((stored for stored in (name, name[:10]) if fields.lookupField(stored) >= 0), "")


def personal_fields(fields):
    """Names of the fields that may hold personal data."""
    known = {row["field"] for row in read_table("personal_fields")}
    return [field.name() for field in fields if field.name().upper() in known]
