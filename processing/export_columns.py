"""A profile's expressions over columns: each different row of what they use is worked out once."""

from dataclasses import dataclass

from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextScope,
    QgsFeature,
    QgsFeatureRequest,
    QgsField,
    QgsFields,
)
from qgis.PyQt.QtCore import QMetaType

from ..algorithms.errors import InvalidInput
from .layer_reader import plain

FACTS = ("village_code", "village_name", "plan_name", "base_year", "target_year")
"""What is known of the plan, in expressions as @village_code and so on."""
_PIECE = 5_000


@dataclass(frozen=True, eq=False)
class Source:
    """An expression of a profile, checked. columns: the fields it uses; plain: whether it is one of them, nothing more;
    line: where it stands in the profile."""

    expression: QgsExpression
    columns: tuple
    plain: bool
    line: int


class Sources:
    """The expressions of one profile, each read once."""

    def __init__(self, profile):
        self._profile, self._known = profile, {}

    def get(self, text, line):
        """The Source of an expression, None for ''. Raises InvalidInput naming its line where it cannot be used."""
        if not text:
            return None
        if text not in self._known:
            self._known[text] = self._read(text, line)
        return self._known[text]

    def _read(self, text, line):
        expression = QgsExpression(text)
        if expression.hasParserError():
            self._refuse(line, text, expression.parserErrorString().strip())
        columns = expression.referencedColumns()
        functions = sorted(name for name in expression.referencedFunctions() if name.startswith("$"))
        variables = sorted(expression.referencedVariables() - set(FACTS))
        if expression.needsGeometry() or functions or QgsFeatureRequest.ALL_ATTRIBUTES in columns or variables:
            raise InvalidInput(
                "PROFILE_FILE: line {line} of {path}: “{text}” uses more than named fields and the variables {facts}. "
                "Areas are in the field area_m2.",
                line=line, path=self._profile.path, text=text, facts=", ".join(f"@{name}" for name in FACTS),
            )
        return Source(expression, tuple(sorted(columns)), expression.isField(), line)

    def _refuse(self, line, text, reason):
        raise InvalidInput(
            "PROFILE_FILE: line {line} of {path}: the expression “{text}” cannot be used ({reason}). Correct it there.",
            line=line, path=self._profile.path, text=text, reason=reason,
        )

    def evaluate(self, source, columns, count, facts, progress=lambda fraction: None):
        """What an expression gives for each row, an object array of shape (count,), None for NULL.

        columns: object arrays by name; a field that is not among them is NULL
        throughout. facts: values by name of FACTS.
        """
        import numpy as np

        if source is None:
            return np.full(count, None, dtype=object)
        if source.plain:
            return columns[source.columns[0]] if source.columns[0] in columns else np.full(count, None, dtype=object)
        used = [name for name in source.columns if name in columns]
        first, row = distinct_rows([columns[name] for name in used], count)
        context, fields = self._context(source, facts)
        values = np.empty(len(first), dtype=object)
        places = [(fields.lookupField(name), columns[name]) for name in used]
        for i, at in enumerate(first.tolist()):
            feature = QgsFeature(fields)
            feature.setValid(True)
            for place, column in places:
                feature.setAttribute(place, column[at])
            context.setFeature(feature)
            values[i] = plain(source.expression.evaluate(context))
            if source.expression.hasEvalError():
                self._refuse(
                    source.line, source.expression.expression(), source.expression.evalErrorString().strip()
                )
            if i % _PIECE == 0:
                progress(i / len(first))
        return values[row]

    @staticmethod
    def _context(source, facts):
        context, scope, fields = QgsExpressionContext(), QgsExpressionContextScope(), QgsFields()
        for name, value in facts.items():
            scope.setVariable(name, value)
        context.appendScope(scope)
        for name in source.columns:
            fields.append(QgsField(name, QMetaType.Type.UnknownType))
        context.setFields(fields)
        source.expression.prepare(context)
        return context, fields


def distinct_rows(columns, count):
    """Which rows say the same in some columns: the first row of each kind, and every row's kind, shape (count,)."""
    import numpy as np
    import pandas as pd

    if not columns:
        return np.zeros(min(count, 1), dtype=np.int64), np.zeros(count, dtype=np.int64)
    key, kinds = np.zeros(count, dtype=np.int64), 1
    for column in columns:
        try:
            codes, words = pd.factorize(column, use_na_sentinel=True)
        except TypeError:  # lists and maps, which fields can hold too
            codes, words = pd.factorize(np.array([str(value) for value in column], dtype=object))
        key = key * (len(words) + 1) + codes + 1
        kinds *= len(words) + 1
        if kinds > count:
            # Numbered anew, so that the numbers never outgrow 64 bits.
            key, words = pd.factorize(key)
            kinds = len(words)
    _, first, row = np.unique(key, return_index=True, return_inverse=True)
    return first, row


def holds(values):
    """Which values of a condition mean yes, booleans of shape (n,): as QGIS takes them, 0 and NULL are no."""
    import numpy as np

    return np.array([bool(value) and value == value for value in values.tolist()], dtype=bool)
