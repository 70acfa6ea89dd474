"""Land codes of a layer, read and told about."""

import numpy as np
from qgis.core import QgsExpression

from ..algorithms.codes import describe_unknown, read_codes, refuse_wrong_system
from .i18n import tr
from .layer_reader import distinct_values, read_attributes


def known_codes(values, choice, feedback):
    """Normalised codes of a column, '' where there is none or the system lacks it, shape (n,).

    As checked_codes, which tells and refuses.
    """
    return _known(checked_codes(values, choice, feedback))


def checked_codes(values, choice, feedback, parameter="CODE_FIELD"):
    """A column of codes read into Codes.

    choice: CodeChoice, where the column comes from; parameter: what chose the
    field. The log counts the missing and the unknown; too many unknown ones
    raise InvalidInput.
    """
    codes = read_codes(values, choice.system)
    refuse_wrong_system(codes, parameter)
    if codes.empty:
        feedback.pushWarning(
            tr("Features without a land code in {field}, so of no class: {count}.").format(
                count=codes.empty, field=choice.field
            )
        )
    if codes.unknown:
        feedback.pushWarning(
            tr("Features with codes that the chosen code system does not have: {count} ({codes}).").format(
                count=sum(codes.unknown.values()), codes=describe_unknown(codes)
            )
        )
    return codes


def features_of_codes(source, choice, lists, feedback, progress):
    """An expression that holds for the features whose code one of the lists (CodeList) names.

    Looks at the distinct codes only, and at every feature's where some are
    missing or unknown: those are told and refused as in known_codes.
    """
    written = distinct_values(source, choice.field)
    codes = read_codes(written, choice.system)
    if codes.empty or codes.unknown:
        known_codes(read_attributes(source, [choice.field], progress)[choice.field], choice, feedback)
    named = np.any([codes_named.matches(_known(codes)) for codes_named in lists], axis=0)
    return _one_of(choice.field, {value for value, chosen in zip(written, named) if chosen}) or "FALSE"


def _known(codes):
    return np.where(np.isin(codes.value, list(codes.unknown)), "", codes.value)


def expression_of_codes(features, chosen, choice):
    """An expression that holds for all the chosen features, by their codes as they are written; '' for none.

    features: as read, chosen: positions, shape (m,). The provider then need
    not hand out the others when they are read again.
    """
    return _one_of(choice.field, set(features.values[choice.field][chosen]))


def _one_of(field, codes):
    if not codes:
        return ""
    return QgsExpression.quotedColumnRef(field) + " IN ({})".format(
        ", ".join(sorted(QgsExpression.quotedValue(code) for code in codes))
    )
