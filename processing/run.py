"""One run of an algorithm."""

from dataclasses import dataclass

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
)


@dataclass(frozen=True)
class Run:
    """What is asked, by whom, and who is told."""

    algorithm: QgsProcessingAlgorithm
    parameters: dict
    context: QgsProcessingContext
    feedback: QgsProcessingFeedback

    def sink(self, name, fields, wkb_type, crs):
        """(sink, destination) of an output; (None, None) where nobody asked for it. Raises where it cannot be made."""
        sink, destination = self.algorithm.parameterAsSink(self.parameters, name, self.context, fields, wkb_type, crs)
        if sink is None and self.parameters.get(name) not in (None, ""):
            raise QgsProcessingException(self.algorithm.invalidSinkError(self.parameters, name))
        return (sink, destination) if sink is not None else (None, None)
