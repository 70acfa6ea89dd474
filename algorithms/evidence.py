"""Pieces of evidence as numbers of 0 to 1, NaN where unknown."""

import numpy as np


def falling(value, threshold):
    """1 at 0, ½ at the threshold, 0 from its double on; NaN stays."""
    level = np.interp(value, (0, 2 * threshold + 1e-12), (1, 0))
    return np.where(np.isnan(value), np.nan, level)


def rising(value, threshold):
    """0 at 0, ½ at the threshold, 1 from its double on; NaN stays."""
    level = np.interp(value, (0, 2 * threshold + 1e-12), (0, 1))
    return np.where(np.isnan(value), np.nan, level)


def yes_or_no(known, found):
    """1 where it was found, 0 where it was not, NaN where nobody knows; shape (n,)."""
    return np.where(known, np.asarray(found, dtype=float), np.nan)
