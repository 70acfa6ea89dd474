"""Map styles of farmland contiguity."""

from qgis.core import QgsCategorizedSymbolRenderer, QgsFillSymbol, QgsRendererCategory

from .farmland_words import class_range
from .fields import stored_name
from .i18n import tr
from .labels import label_with
from .palette import BLOCK_CLASSES, LINE


def style_parcels(layer, thresholds):
    """Parcels filled by the class of their block."""
    layer.setRenderer(_by_class(layer, thresholds, outline="#8d8d86", width="0.06"))


def style_blocks(layer, thresholds):
    """Blocks filled by class and outlined, the large ones labelled with their net area."""
    layer.setRenderer(_by_class(layer, thresholds, outline=LINE, width="0.3"))
    label_with(
        layer, f"CASE WHEN \"net_mu\" >= {thresholds[0]!r} THEN format_number(\"net_mu\", 0) || ' {tr('mu')}' END"
    )


def _by_class(layer, thresholds, outline, width):
    from .farmland_outputs import class_name

    categories = []
    for level in range(len(thresholds), -1, -1):
        colour = BLOCK_CLASSES[min(level, len(BLOCK_CLASSES) - 1)]
        symbol = QgsFillSymbol.createSimple({"color": colour, "outline_color": outline, "outline_width": width})
        categories.append(QgsRendererCategory(class_name(level, thresholds), symbol, class_range(level, thresholds)))
    return QgsCategorizedSymbolRenderer(stored_name(layer.fields(), "block_class"), categories)
