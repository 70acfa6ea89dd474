"""What the algorithms on 5+X tags ask for alike."""

from qgis.core import Qgis, QgsProcessingParameterFile

from ..algorithms.errors import translatable
from ..algorithms.tag_scheme import read_scheme
from .base import advanced, described, given
from .i18n import tr

CATEGORIES = "CATEGORIES"
GROUP_ID = "tags"
GROUP = translatable("5+X tags")


def categories_parameter():
    """CATEGORIES: a scheme of one's own, folded away."""
    return advanced(described(
        QgsProcessingParameterFile(
            CATEGORIES, tr("Categories file"), Qgis.ProcessingFileParameterBehavior.File, "json", optional=True),
        tr("A JSON file with categories, sub-types, dispositions and stages of your own, made like the shipped "
           "remediation_categories.json. Empty: the shipped one."),
    ))


def scheme_and_path(algorithm, parameters, context):
    """The scheme asked for and its file, '' for the shipped one. Raises InvalidInput naming CATEGORIES."""
    path = algorithm.parameterAsFile(parameters, CATEGORIES, context) if given(parameters, CATEGORIES) else ""
    return read_scheme(path), path
