"""Small pieces of sentences that several tools say."""

from .i18n import tr

_NAMED = 5
_MOST_DECIMALS = 8


def first_few(names):
    """The first names of a list, and an ellipsis where there are more."""
    return tr(", ").join([*map(str, names[:_NAMED]), *(["…"] if len(names) > _NAMED else [])])


def beside(value, decimals, *limits):
    """A number rounded, yet never onto the other side of a limit it was judged by: 59.96 of 60 is not shown as 60.0."""
    for places in range(decimals, _MOST_DECIMALS):
        text = f"{value:,.{places}f}"
        if all((float(text.replace(",", "")) >= limit) == (value >= limit) for limit in limits):
            return text
    return f"{value:,.{_MOST_DECIMALS}f}"
