"""The plugin's algorithms as QGIS Processing sees them."""

from qgis.core import QgsApplication, QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from .base import ICONS
from .basic_farmland_adjustment import BasicFarmlandAdjustment
from .category_ledger import CategoryLedger
from .check_tags import CheckTags
from .ecological_restoration import EcologicalRestoration
from .export_village_plan import ExportVillagePlan
from .farmland_contiguity import FarmlandContiguity
from .farmland_restoration import FarmlandRestoration
from .forest_farmland_swap import ForestFarmlandSwap
from .i18n import tr
from .inefficient_industry import InefficientIndustry
from .inefficient_urban import InefficientUrban
from .land_use_structure import LandUseStructure
from .multifield_overlay import MultifieldOverlay
from .plan_codes import PlanCodes
from .prepare_tags import PrepareTags
from .project_ledger import IndicatorLedger
from .settlements import Settlements
from .shipped_models import SHIPPED, ShippedModel
from .special_places import SpecialPlaces
from .suggest_categories import SuggestCategories
from .tag_by_expression import TagByExpression
from .validate_village_plan import ValidateVillagePlan
from .village_indicators import VillageIndicators
from .village_relocation import VillageRelocation

PROVIDER_ID = "landconsolidation"
# Menus show them in this order.
ALGORITHMS = (
    FarmlandContiguity,
    FarmlandRestoration,
    Settlements,
    VillageRelocation,
    InefficientIndustry,
    MultifieldOverlay,
    InefficientUrban,
    EcologicalRestoration,
    SpecialPlaces,
    ForestFarmlandSwap,
    PrepareTags,
    SuggestCategories,
    TagByExpression,
    CheckTags,
    CategoryLedger,
    PlanCodes,
    LandUseStructure,
    VillageIndicators,
    BasicFarmlandAdjustment,
    IndicatorLedger,
    ExportVillagePlan,
    ValidateVillagePlan,
)


class LandConsolidationProvider(QgsProcessingProvider):
    """Provider `landconsolidation`."""

    def id(self):
        return PROVIDER_ID

    def name(self):
        return tr("Land consolidation")

    def longName(self):  # noqa: N802 - QGIS's name
        return tr("Land consolidation (5+X)")

    def icon(self):
        return QIcon(self.svgIconPath())

    def svgIconPath(self):  # noqa: N802
        return str(ICONS / "landconsolidation.svg")

    def in_order(self):
        """The algorithms in the order of ALGORITHMS, as menus show them: QGIS itself sorts by id."""
        made = (*(algorithm.ABOUT for algorithm in ALGORITHMS), *SHIPPED)
        return [one for one in (self.algorithm(about.id) for about in made) if one is not None]

    def loadAlgorithms(self):  # noqa: N802
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm())
        # A model finds its steps in the registry, so only once we are there: see `register`.
        if QgsApplication.processingRegistry().providerById(PROVIDER_ID) is not None:
            for about in SHIPPED:
                self.addAlgorithm(ShippedModel(about))


def register():
    """Add the provider to the registry, with its models; returns it."""
    provider = LandConsolidationProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    provider.refreshAlgorithms()
    return provider
