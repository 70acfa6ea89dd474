"""Farmland blocks as “Farmland contiguity” wrote them, read by other tools."""

from dataclasses import dataclass

from ..algorithms.errors import InvalidInput
from .fields import find_field

_ID, _MU = "block_id", "NET_MU"


@dataclass(frozen=True)
class FarmlandBlocks:
    """Blocks in the work CRS: geometry, id (their own, else from 1) and net area in mu, shape (m,)."""

    geometry: object
    id: object
    mu: object


def refuse_other_blocks(blocks):
    """Raise InvalidInput where a layer given for BLOCKS (None for none) holds no blocks."""
    if blocks is not None and not find_field(blocks.fields(), _MU):
        raise InvalidInput(
            "BLOCKS: the layer “{layer}” has no field net_mu. Choose the blocks that “Farmland contiguity” wrote.",
            layer=blocks.sourceName(),
        )


def read_blocks(layers, progress):
    """The blocks of the parameter BLOCKS, None where nothing is known of them. layers: OptionalLayers."""
    import numpy as np

    from . import areas

    id_field, mu_field = (layers.field("BLOCKS", name) for name in (_ID, _MU))
    blocks = layers.read("BLOCKS", progress, [name for name in (id_field, mu_field) if name])
    if blocks is None:
        return None
    number = np.arange(1.0, len(blocks.geometry) + 1)
    if id_field:
        own = areas.numbers(blocks.values[id_field])
        number = number if np.isnan(own).any() else own
    return FarmlandBlocks(blocks.geometry, number, areas.numbers(blocks.values[mu_field]))
