"""Land codes of a layer, read and told about."""

import numpy as np

from ..algorithms.codes import describe_unknown, read_codes, refuse_wrong_system
from .i18n import tr


def known_codes(values, choice, feedback):
    """Normalised codes of a column, '' where there is none or the system lacks it, shape (n,).

    choice: CodeChoice, where the column comes from. The log counts the missing
    and the unknown; too many unknown ones raise InvalidInput.
    """
    codes = read_codes(values, choice.system)
    refuse_wrong_system(codes)
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
    return np.where(np.isin(codes.value, list(codes.unknown)), "", codes.value)
