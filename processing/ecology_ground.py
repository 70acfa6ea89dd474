"""The land that the rules of ecological restoration look at, and what they can ask of it."""

from functools import cached_property

import numpy as np
import shapely
from qgis.core import Qgis, QgsExpression, QgsFeatureRequest

from ..algorithms.dissolve import united
from ..algorithms.overlay import inside, made_valid
from ..algorithms.parallel import step
from .code_reading import known_codes
from .i18n import tr
from .layer_reader import evaluate, prepared_scope, read_features, unchecked
from .optional_layers import OptionalLayers
from .shared_parameters import INPUT


class Silent(Exception):
    """A rule cannot be looked for; the text says what is missing."""


class Ground:
    """Parcels and layers of one run, in the work CRS.

    geometry: valid polygons, shape (n,); id: feature ids; values: columns by field.
    """

    def __init__(self, settings, crs, context, feedback, progress):
        self.settings, self.crs, self._context, self.feedback = settings, crs, context, feedback
        features = read_features(settings.source, INPUT, settings.fields(), crs, context, feedback, progress)
        shapes = made_valid(features.geometry)
        kept = np.flatnonzero(shapely.area(shapes) > 0)
        if len(kept) < len(shapes):
            feedback.pushWarning(
                tr("{parameter}: features without geometry, left out: {count}.").format(
                    parameter=INPUT, count=len(shapes) - len(kept)
                )
            )
        self.geometry, self.id = shapes[kept], features.id[kept]
        self.values = {name: column[kept] for name, column in features.values.items()}
        field = settings.codes.field
        self.codes = known_codes(self.values[field], settings.codes, feedback) if field else None
        self.layers = OptionalLayers(settings.layers, crs, context, feedback)
        self._found = {}

    def of(self, land):
        """Which parcels are this Land, booleans of shape (n,). Raises Silent where nothing can tell."""
        system = self.settings.codes.system
        by_code = system in land.codes
        if not by_code and not land.where:
            if self.codes is None:
                raise Silent(tr("no land code field is given (CODE_FIELD)"))
            raise Silent(tr("the rule has no codes for this code system"))
        found = np.zeros(len(self.geometry), dtype=bool)
        if by_code:
            found |= land.codes[system].matches(self.codes)
        if land.where:
            found |= self._where(land.where)
        return found

    def having(self, attributes):
        """Which parcels have one of the values of each field, booleans of shape (n,)."""
        found = np.ones(len(self.geometry), dtype=bool)
        for name, values in attributes.items():
            field = self.settings.attributes[name]
            if not field:
                raise Silent(tr("the parcels have no field {field}").format(field=name))
            written = np.array([str(value or "").strip().upper() for value in self.values[field]], dtype=object)
            found &= np.isin(written, [value.upper() for value in values])
        return found

    def layer(self, name, progress, fields=()):
        """Features of a layer. Raises Silent where it is not given or empty."""
        if not self.layers.given(name):
            raise Silent(tr("the layer {parameter} is not given").format(parameter=name))
        features = self.layers.read(name, progress, fields)
        if features is None:
            raise Silent(tr("the layer {parameter} has no features").format(parameter=name))
        return features

    @cached_property
    def redline(self):
        """The redline as parts that do not overlap, None where it is not given or empty."""
        try:
            return united(self.layer("REDLINE", lambda fraction: None).geometry)
        except Silent:
            return None

    def share_inside(self, rows, progress):
        """Share of these parcels inside the redline, 0 to 1, NaN where there is no redline."""
        if self.redline is None:
            return np.full(len(rows), np.nan)
        row, _, part = inside(self.geometry[rows], self.redline, progress)
        within = np.bincount(row, weights=shapely.area(part), minlength=len(rows))
        return np.clip(within / shapely.area(self.geometry[rows]), 0, 1)

    def on(self, rows, name, progress):
        """Which of these parcels have a feature of a layer on them; polygons that only touch do not count."""
        shapes = made_valid(self.layer(name, step(progress, 0, 0.5)).geometry)
        own, other = shapely.STRtree(shapes).query(self.geometry[rows], predicate="intersects")
        land = shapely.get_dimensions(shapes[other]) == 2
        shared = shapely.area(shapely.intersection(self.geometry[rows[own]], shapes[other]))
        found = np.zeros(len(rows), dtype=bool)
        found[own[~land | (shared >= 1)]] = True
        return found

    def _where(self, text):
        if text not in self._found:
            self._found[text] = np.isin(self.id, self._ids(text))
        return self._found[text]

    def _ids(self, text):
        source, expression = self.settings.source, QgsExpression(text)
        fields = source.fields()
        missing = [name for name in expression.referencedColumns()
                   if not name.startswith("#") and fields.lookupField(name) < 0]
        if missing:
            raise Silent(tr("the parcels have no field {field}").format(field=sorted(missing)[0]))
        request = QgsFeatureRequest()
        if not expression.needsGeometry():
            request.setFlags(Qgis.FeatureRequestFlag.NoGeometry)
        scope = prepared_scope(expression, source, self._context)
        return [feature.id() for feature in unchecked(source, request)
                if evaluate(expression, scope, feature, "RULES_FILE")]
