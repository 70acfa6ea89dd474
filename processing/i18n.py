"""Texts in the user's language."""

from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QLocale, QTranslator

CONTEXT = "LandConsolidation"
_FOLDER = Path(__file__).resolve().parent.parent / "i18n"


def tr(text):
    """The translation of an English text, or the text itself."""
    return QCoreApplication.translate(CONTEXT, text)


def is_chinese():
    """Whether texts are shown in Chinese, which also chooses names from the code tables."""
    return QgsApplication.locale().replace("-", "_").split("_")[0] == "zh"


def in_language(texts):
    """One of the texts {"zh", "en"} of a data file, in the user's language."""
    return texts["zh" if is_chinese() else "en"]


def locale_chain(locale):
    """Names under which a translation for `locale` may be shipped, best first.

    Simplified Chinese goes by several names; all lead to zh_CN. Where another
    language is asked for, its country form comes before the plain one.
    """
    name = locale.replace("-", "_")
    if name.lower() in ("zh", "zh_cn", "zh_hans", "zh_hans_cn", "zh_sg", "zh_hans_sg"):
        return ("zh-Hans", "zh_CN", "zh")
    return tuple(dict.fromkeys((name, name.split("_")[0])))


def install_translator():
    """Load the translation of QGIS's language; returns the translator to keep and remove, or None."""
    locale = QgsApplication.locale() or QLocale.system().name()
    for name in locale_chain(locale):
        file = _FOLDER / f"land_consolidation_{name}.qm"
        translator = QTranslator()
        if file.exists() and translator.load(str(file)):
            QCoreApplication.installTranslator(translator)
            return translator
    return None
