"""Layers that a tool can do without: read when asked for, and what is not there is told."""

from .fields import find_field
from .i18n import tr
from .layer_reader import read_features


class OptionalLayers:
    """The sources of optional parameters (None where not given), read in one CRS."""

    def __init__(self, sources, crs, context, feedback):
        self._sources, self._crs, self._context, self.feedback = sources, crs, context, feedback

    def given(self, name):
        """Whether the parameter was given a layer."""
        return self._sources[name] is not None

    def read(self, name, progress, fields=()):
        """Features of a layer, None where it was not given or holds none, which the log then says."""
        source = self._sources[name]
        if source is None:
            return None
        features = read_features(source, name, list(fields), self._crs, self._context, self.feedback, progress)
        if len(features.geometry):
            return features
        self.feedback.pushWarning(
            tr("{parameter}: the layer “{layer}” has no features, so nothing is known from it.").format(
                parameter=name, layer=source.sourceName()
            )
        )
        return None

    def field(self, name, meaning):
        """The field of a layer that means this, '' where it has none."""
        return find_field(self._sources[name].fields(), meaning) if self.given(name) else ""
