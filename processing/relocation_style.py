"""Map style of village relocation."""

from qgis.core import (
    QgsFillSymbol,
    QgsLinePatternFillSymbolLayer,
    QgsRuleBasedRenderer,
    QgsSimpleLineSymbolLayer,
)
from qgis.PyQt.QtGui import QColor

from .fields import stored_name
from .i18n import tr
from .labels import label_with
from .palette import DISPOSITIONS as COLOURS
from .palette import LINE
from .relocation_words import DISPOSITIONS

UNSURE = 0.6
"""Results that rest on less of the weight than this are hatched."""


def style_candidates(layer):
    """One colour per disposition, hatched where the confidence is low, labelled with the rank."""
    name = stored_name(layer.fields(), "disposition")
    root = QgsRuleBasedRenderer.Rule(None)
    for disposition, label in DISPOSITIONS.items():
        condition = f"\"{name}\" = '{disposition}'" if disposition else f'"{name}" IS NULL'
        symbol = QgsFillSymbol.createSimple(
            {"color": COLOURS[disposition], "outline_color": LINE, "outline_width": "0.1"}
        )
        root.appendChild(QgsRuleBasedRenderer.Rule(symbol, filterExp=condition, label=tr(label)))
    unsure = QgsRuleBasedRenderer.Rule(
        _hatch(), filterExp=f'"{stored_name(layer.fields(), "confidence")}" < {UNSURE}',
        label=tr("Confidence below {limit}").format(limit=f"{UNSURE:g}"),
    )
    root.appendChild(unsure)
    layer.setRenderer(QgsRuleBasedRenderer(root))
    label_with(layer, f'"{stored_name(layer.fields(), "rank")}"')


def _hatch():
    """Thin slanting lines, nothing beneath."""
    line = QgsLinePatternFillSymbolLayer()
    line.setLineAngle(45)
    line.setDistance(1.6)
    line.subSymbol().changeSymbolLayer(0, QgsSimpleLineSymbolLayer(QColor(LINE), 0.25))
    symbol = QgsFillSymbol()
    symbol.changeSymbolLayer(0, line)
    return symbol
