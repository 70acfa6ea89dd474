"""Areas as Chinese land law counts them."""

MU = 10_000 / 15
"""One mu (亩) in square metres, exactly 10000/15."""


def to_mu(square_metres):
    """Square metres (scalar or array) in mu."""
    return square_metres / MU
