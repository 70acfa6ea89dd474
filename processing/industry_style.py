"""Map style of inefficient industry."""

from qgis.core import QgsFillSymbol, QgsRuleBasedRenderer

from .fields import stored_name
from .i18n import tr
from .industry_words import DISPOSALS
from .palette import DISPOSALS as COLOURS
from .palette import LINE, OTHER_INDUSTRY


def style_parcels(layer):
    """One colour per disposal, candidates outlined; the rest pale."""
    disposal, candidate = (stored_name(layer.fields(), name) for name in ("disposal", "candidate"))
    root = QgsRuleBasedRenderer.Rule(None)
    for code, label in DISPOSALS.items():
        wanted = f"\"{disposal}\" = '{code}'" if code else f'"{disposal}" IS NULL'
        symbol = QgsFillSymbol.createSimple(
            {"color": COLOURS[code], "outline_color": LINE, "outline_width": "0.5"}
        )
        root.appendChild(QgsRuleBasedRenderer.Rule(symbol, filterExp=f'"{candidate}" AND {wanted}', label=tr(label)))
    rest = QgsFillSymbol.createSimple(
        {"color": OTHER_INDUSTRY, "outline_color": "#9a9a94", "outline_width": "0.1"}
    )
    root.appendChild(QgsRuleBasedRenderer.Rule(rest, filterExp="ELSE", label=tr("No candidate")))
    layer.setRenderer(QgsRuleBasedRenderer(root))
