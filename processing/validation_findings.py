"""What a validation finds, gathered rule by rule."""

from dataclasses import dataclass, field

from ..algorithms.validation_rules import validation_rules
from .i18n import in_language

_DECIMALS = 4


@dataclass(frozen=True, eq=False)
class Batch:
    """Faults of one rule in one layer.

    rule: validation_rules.Rule; features: what they are called, texts, '' for none; field: '' for none; values: texts,
    '' for none; shapes: shapely geometries in the work CRS, None where there is none; measured: whether their area is
    the area concerned; facts: what else the sentence says, by name, lists.
    """

    rule: object
    layer: str
    features: list
    field: str
    values: list
    shapes: list
    measured: bool
    facts: dict

    def __len__(self):
        return len(self.features)

    def messages(self):
        """The sentence of each fault, in the user's language."""
        text = in_language(self.rule.message)
        return [
            text.format(layer=self.layer, field=self.field, feature=feature, value=value,
                        **{name: facts[k] for name, facts in self.facts.items()})
            for k, (feature, value) in enumerate(zip(self.features, self.values))
        ]


@dataclass
class Findings:
    """Everything found so far.

    batches: Batch; checked: names of the layers that each rule was checked on, by rule id; skipped: why a rule could
    not be checked, sentences by rule id.
    """

    batches: list = field(default_factory=list)
    checked: dict = field(default_factory=dict)
    skipped: dict = field(default_factory=dict)

    def looked(self, rule, layer):
        """A rule was checked on a layer, whatever came of it."""
        self.checked.setdefault(rule, {})[layer] = True

    def skip(self, rule, reason):
        """A rule cannot be checked."""
        self.skipped.setdefault(rule, []).append(reason)

    def of_layer(self, rule, layer, feature="", shape=None, field="", value="", measured=False, **facts):
        """One fault of a layer as a whole, or of land without a feature: measured, whether shape is the land."""
        self.looked(rule, layer)
        self._add(rule, layer, [feature], field, [text(value)], [shape], measured, {n: [v] for n, v in facts.items()})

    def of_rows(self, rule, layer, rows, field="", values=None, shapes=None, **facts):
        """Faults of features: rows, positions in a Checked layer; values: what the field holds there, the column's own
        values without; facts: lists aligned with rows, or one value for all."""
        self.looked(rule, layer.name)
        rows = rows.tolist() if hasattr(rows, "tolist") else list(rows)
        if not rows:
            return
        if values is None:
            values = layer.values[field][rows].tolist() if field in layer.values else [""] * len(rows)
        if shapes is None:
            shapes = [None] * len(rows) if layer.geometry is None else layer.geometry[rows].tolist()
        facts = {
            name: [text(one) for one in value] if isinstance(value, list) else [text(value)] * len(rows)
            for name, value in facts.items()
        }
        self._add(rule, layer.name, layer.label[rows].tolist(), field, [text(value) for value in values], list(shapes),
                  True, facts)

    def _add(self, rule, layer, features, field, values, shapes, measured, facts):
        self.batches.append(
            Batch(validation_rules()[rule], layer, features, field, values, shapes, measured, facts))

    def count(self, severity):
        """How many faults there are of a severity."""
        return sum(len(batch) for batch in self.batches if batch.rule.severity == severity)


def text(value):
    """A value as sentences and tables show it, '' for NULL."""
    if value is None or value != value:
        return ""
    if isinstance(value, float):
        return f"{value:.{_DECIMALS}f}".rstrip("0").rstrip(".")
    return str(value)
