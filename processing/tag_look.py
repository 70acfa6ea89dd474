"""How a tagged layer looks: labels instead of codes, and a colour per category."""

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsEditorWidgetSetup,
    QgsFillSymbol,
    QgsRendererCategory,
)

from ..algorithms import tags
from ..algorithms.tag_scheme import SHIPPED, read_scheme
from .fields import stored_name
from .i18n import is_chinese, tr
from .palette import LINE, UNTAGGED
from .tag_fields import ALIASES

_SCHEME = "land_consolidation/categories"


def name_of(term):
    """A code's name in the user's language."""
    return term.zh if is_chinese() else term.en


def scheme_of(layer):
    """The scheme a layer was prepared with; the shipped one where its own cannot be read any more."""
    from ..algorithms.errors import InvalidInput

    try:
        return read_scheme(layer.customProperty(_SCHEME, ""))
    except InvalidInput:
        return read_scheme()


def dress(layer, scheme, path="", style=True):
    """Aliases, value maps and the category style for a layer that has the tag fields. Only what is shown changes.

    path: the file the scheme came from, '' for the shipped one; style: whether the map style is set too.
    """
    layer.setCustomProperty(_SCHEME, "" if str(path) == str(SHIPPED) else str(path))
    lists = {
        tags.CATEGORY: scheme.categories, tags.SUBTYPE: scheme.subtypes(), tags.DISPOSITION: scheme.dispositions,
        tags.STAGE: scheme.stages,
    }
    for name, alias in ALIASES.items():
        index = layer.fields().lookupField(stored_name(layer.fields(), name))
        if index < 0:
            continue
        layer.setFieldAlias(index, tr(alias))
        if name in lists:
            entries = [{f"{term.code} {name_of(term)}": term.code} for term in lists[name]]
            layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup("ValueMap", {"map": entries}))
    if style:
        style_categories(layer, scheme)


def style_categories(layer, scheme):
    """One colour per category; what is not tagged stays pale."""
    categories = [
        QgsRendererCategory(category.code, _fill(category.colour), f"{category.code} {name_of(category)}")
        for category in scheme.categories
    ]
    categories.append(QgsRendererCategory(None, _fill(UNTAGGED), tr("Not tagged")))
    layer.setRenderer(QgsCategorizedSymbolRenderer(stored_name(layer.fields(), tags.CATEGORY), categories))
    layer.triggerRepaint()


def _fill(colour):
    return QgsFillSymbol.createSimple({"color": colour, "outline_color": LINE, "outline_width": "0.1"})
