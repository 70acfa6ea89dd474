"""A spatial index over very many geometries, planted tree by tree."""

import numpy as np
import shapely

_TREE = 50_000
_NOWHERE = shapely.box(0, 0, 0, 0)


class Forest:
    """Answers as one shapely.STRtree over all the geometries would, shared by any number of threads.

    Making one tree over half a million geometries holds up every thread of the program, the window's too, for a third
    of a second; several smaller ones are made one at a time.
    """

    def __init__(self, geometry):
        """geometry: shape (n,)."""
        self._starts = range(0, max(len(geometry), 1), _TREE)
        self._trees = []
        for start in self._starts:
            tree = shapely.STRtree(geometry[start:start + _TREE])
            tree.query(_NOWHERE)  # built here, before threads share it
            self._trees.append(tree)

    def query(self, geometry, predicate=None):
        """As STRtree.query: indices for one geometry, for an array [of the array, of the forest], shape (2, k).

        The order is that of the trees, as of STRtree it is no promise.
        """
        found = []
        for start, tree in zip(self._starts, self._trees):
            answer = tree.query(geometry, predicate=predicate)
            here = answer if answer.ndim == 1 else answer[1]
            here += start
            found.append(answer)
        return np.concatenate(found, axis=-1)
