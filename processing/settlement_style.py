"""Map style of settlements."""

from qgis.core import QgsFillSymbol, QgsSingleSymbolRenderer

from .fields import stored_name
from .labels import label_with
from .palette import SETTLEMENT


def style_settlements(layer):
    """Settlements filled alike, labelled with their village."""
    layer.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple(
        {"color": SETTLEMENT, "outline_color": "#6b3b2a", "outline_width": "0.1"}
    )))
    label_with(layer, f'"{stored_name(layer.fields(), "village")}"')
