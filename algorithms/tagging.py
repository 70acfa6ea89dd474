"""What a rule may do to a parcel's tag."""

from . import tags


def may_tag(tag, overwrite_person):
    """Whether a rule may write to a parcel. tag: its values by tag field, None or '' for none."""
    return overwrite_person or not tags.is_persons(tag.get(tags.CATEGORY), tag.get(tags.SOURCE))


def given_by_rule(tag, values, scheme, provenance):
    """The values to write to a parcel that a rule tags, by tag field, None to clear one.

    tag: its values now; values: those the rule gives; provenance: source, rule
    and time. A sub-type of another category goes when the category changes.
    """
    written = {**values, **provenance}
    category = values.get(tags.CATEGORY)
    if category and tags.SUBTYPE not in values and category != tag.get(tags.CATEGORY):
        subtype = tag.get(tags.SUBTYPE)
        if subtype and scheme.category_of(subtype) != category:
            written[tags.SUBTYPE] = None
    return written
