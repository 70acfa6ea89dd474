"""Layers that a tool can do without: read when asked for, and what is not there is told."""

from .fields import find_field
from .i18n import tr
from .layer_reader import Features, read_features


class OptionalLayers:
    """The sources of optional parameters (None where not given), read in one CRS."""

    def __init__(self, sources, crs, context, feedback):
        self._sources, self._crs, self._context, self.feedback = sources, crs, context, feedback

    def given(self, name):
        """Whether the parameter was given a layer."""
        return self._sources[name] is not None

    def read(self, name, progress, fields=(), where=None, where_parameter="", only=""):
        """Features of a layer, None where it was not given or holds none, which the log then says.

        where, where_parameter, only: as `read_features` takes them; features they leave out are not handed out. Where
        they leave nothing of a layer that has features, that is an answer: no features.
        """
        source = self._sources[name]
        if source is None:
            return None
        features = read_features(
            source, name, list(fields), self._crs, self._context, self.feedback, progress, where, where_parameter, only)
        if where is not None:
            chosen = features.values.pop("where")
            values = {field: column[chosen] for field, column in features.values.items()}
            features = Features(features.geometry[chosen], features.id[chosen], values)
        if len(features.geometry) or ((where is not None or only) and source.featureCount() != 0):
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
