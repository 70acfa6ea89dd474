"""What keeps land apart: roads, rivers, built-up land that a line of sight may not cross."""

from dataclasses import dataclass, field

import numpy as np
import shapely

from .parallel import in_chunks, run_all

TOLERANCE = 0.001
"""Contact within a millimetre is contact: metres."""

_CHUNK = 5_000


def _nothing():
    return np.empty(0, dtype=object)


@dataclass(frozen=True)
class Barriers:
    """Barrier areas (polygons) and barrier lines, shapely arrays in metres."""

    areas: np.ndarray = field(default_factory=_nothing)
    lines: np.ndarray = field(default_factory=_nothing)

    def __bool__(self):
        """Whether there is any."""
        return len(self.areas) + len(self.lines) > 0


class BarrierIndex:
    """Answers, batch after batch, which straight segments are cut by barriers."""

    def __init__(self, barriers):
        self._areas, self._lines = barriers.areas, barriers.lines
        self._area_tree = shapely.STRtree(self._areas)
        self._line_tree = shapely.STRtree(self._lines)
        self._cores = np.full(len(self._areas), None, dtype=object)

    def cuts(self, segments):
        """Which of the segments a barrier cuts, booleans of shape (n,).

        segments: two-point linestrings, shape (n,).
        An area cuts a segment that enters it by more than a millimetre; running
        along its edge is not entering, unless another area lies on the other
        side: a road stays a road where it is divided into parcels. A line cuts
        whatever it meets.
        """
        cut = np.zeros(len(segments), dtype=bool)
        segment, line = self._line_tree.query(segments)
        cut[segment[_meets(self._lines, line, segments, segment)]] = True
        free = np.flatnonzero(~cut)
        segment, area = self._area_tree.query(segments[free])
        segment = free[segment]
        met = _meets(self._areas, area, segments, segment)
        segment, area = segment[met], area[met]
        self._ready_cores(area)
        cut[segment[_meets(self._cores, area, segments, segment)]] = True
        between = ~cut[segment]
        segment, area = segment[between], area[between]
        hemmed = np.zeros((2, len(segments)), dtype=bool)
        for side, shift in enumerate((2 * TOLERANCE, -2 * TOLERANCE)):
            hemmed[side, segment[_meets(self._cores, area, _shifted(segments, segment, shift), segment)]] = True
        return cut | hemmed.all(axis=0)

    def _ready_cores(self, rows):
        """Make sure of the areas less a millimetre at their edges."""
        rows = np.unique(rows)
        rows = rows[shapely.is_missing(self._cores[rows])]
        if len(rows):
            self._cores[rows] = in_chunks(
                lambda areas: shapely.buffer(areas, -TOLERANCE, join_style="mitre"), self._areas[rows], size=_CHUNK
            )


def _shifted(segments, rows, metres):
    """The segments, those at `rows` moved sideways."""
    moved = segments.copy()
    rows = np.unique(rows)
    ends = shapely.get_coordinates(segments[rows]).reshape(-1, 2, 2)
    along = ends[:, 1] - ends[:, 0]
    across = np.stack([-along[:, 1], along[:, 0]], axis=1) / np.hypot(*along.T)[:, None]
    moved[rows] = shapely.linestrings(ends + metres * across[:, None, :])
    return moved


def _meets(barriers, barrier, segments, segment):
    """For index pairs: does barriers[barrier] intersect segments[segment]?

    Pairs are handed out by barrier, since a prepared geometry belongs to one
    thread at a time.
    """
    result = np.zeros(len(barrier), dtype=bool)
    if len(barrier) == 0:
        return result
    order = np.argsort(barrier, kind="stable")
    barrier, segment = barrier[order], segment[order]
    changes = np.flatnonzero(np.r_[True, np.diff(barrier) != 0])
    starts = changes[np.r_[True, np.diff(changes // _CHUNK) != 0]]

    def meets(part):
        shapely.prepare(barriers[np.unique(barrier[part])])
        return shapely.intersects(barriers[barrier[part]], segments[segment[part]])

    slices = [slice(start, end) for start, end in zip(starts, [*starts[1:], len(barrier)])]
    result[order] = np.concatenate(run_all(meets, slices))
    return result
