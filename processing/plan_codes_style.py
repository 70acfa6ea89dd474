"""Map style of plan codes."""

from qgis.core import QgsFillSymbol, QgsRuleBasedRenderer

from .fields import stored_name
from .i18n import tr
from .palette import LINE, UNTAGGED
from .tag_look import dress

_CHANGED, _OPEN = "#6fb36b", "#e9b44c"


def style_parcels(layer, settings):
    """What changes, what needs a person, and the rest pale; lists for the tag fields, as on any tagged layer."""
    dress(layer, settings.scheme, settings.scheme_path, style=False)
    changed, review = (f'"{stored_name(layer.fields(), name)}"' for name in ("changed", "review"))
    undecided = f"coalesce({review}, '') <> ''"
    root = QgsRuleBasedRenderer.Rule(None)
    for expression, colour, width, label in (
        (undecided, _OPEN, "0.3", tr("Needs a person")),
        (f"{changed} AND NOT ({undecided})", _CHANGED, "0.3", tr("Changed")),
        ("ELSE", UNTAGGED, "0.1", tr("Stays as it is")),
    ):
        symbol = QgsFillSymbol.createSimple({"color": colour, "outline_color": LINE, "outline_width": width})
        root.appendChild(QgsRuleBasedRenderer.Rule(symbol, filterExp=expression, label=label))
    layer.setRenderer(QgsRuleBasedRenderer(root))
