"""Merging parcels that share their vertices, as survey parcels do.

An edge between two parcels of one block is walked once in each direction; it
vanishes. What remains are the edges of the block's boundary, and following
them vertex by vertex gives its rings. All blocks are done at once.
"""

import numpy as np
import shapely
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

_EDGE_MIX, _VERTEX_MIX = np.uint64(0x165667B19E3779F9), np.uint64(0xC2B2AE3D27D4EB4F)
_STIR = (np.uint64(0xFF51AFD7ED558CCD), np.uint64(0xC4CEB9FE1A85EC53))


def merge_coverage(geometry, label, count):
    """One polygon or multipolygon per block, None where its parcels do not fit together edge by edge.

    geometry: polygons, shape (n,); label: block of each, 0 to count-1, shape (n,).
    """
    parts, row = parts_of(geometry)
    rings, part = shapely.get_rings(parts, return_index=True)
    tail, head, key, edge_part = edges_of(rings, part, label[row])
    block = label[row][edge_part]
    kept, partner, odd = walked(tail, head, key)
    failed = np.zeros(count, dtype=bool)
    failed[block[odd]] = True
    piece = _pieces(len(parts), edge_part[partner[0]], edge_part[partner[1]])
    kept = kept[~failed[block[kept]]]
    piece, block = piece[edge_part[kept]], block[kept]
    vertex, tail, head = _vertices(tail[kept], head[kept], block)
    chains = _chains(tail, head, vertex)
    return _polygons(chains, vertex[head], block, piece, count, failed)


def parts_of(geometry):
    """Polygons and multipolygons as polygons, and the row of each; without a copy of each where all are polygons."""
    if (shapely.get_type_id(geometry) == shapely.GeometryType.POLYGON).all():
        return geometry, np.arange(len(geometry))
    return shapely.get_parts(geometry, return_index=True)


def edges_of(rings, part, block):
    """All edges with the parcel to their left.

    Returns start and end points, shape (m, 2); a key that is the same for both
    directions of an edge of a block; and the part of each.
    """
    points, ring = shapely.get_coordinates(rings, return_index=True)
    points += 0.0  # −0.0 becomes 0.0, so that equal coordinates have equal bits
    is_shell = np.r_[True, np.diff(part) != 0] if len(part) else np.empty(0, dtype=bool)
    backwards = shapely.is_ccw(rings) != is_shell
    start = np.flatnonzero(ring[1:] == ring[:-1])
    hashed = _hash(points)
    key = hashed[start] + hashed[start + 1]
    start = start[key != 2 * hashed[start]]  # an edge of no length
    ring = ring[start]
    turn = backwards[ring]
    tail, head = points[start + turn], points[start + 1 - turn]
    key = hashed[start] + hashed[start + 1] + block[part[ring]].astype(np.uint64) * _EDGE_MIX
    return tail, head, key, part[ring]


def _hash(points):
    # Whole metres end in many zero bits, and a product keeps those: fold the high bits down before each one.
    bits = np.ascontiguousarray(points).view(np.uint64)
    return _stirred(_stirred(bits[:, 0]) + bits[:, 1])


def _stirred(key):
    """Every bit of the 64 made to depend on every other (the finish of MurmurHash3)."""
    key = key ^ (key >> np.uint64(33))
    key *= _STIR[0]
    key ^= key >> np.uint64(33)
    key *= _STIR[1]
    key ^= key >> np.uint64(33)
    return key


def walked(tail, head, key):
    """Edges walked once; pairs of edges walked both ways; edges that are neither."""
    order = np.argsort(key)
    key = key[order]
    starts = np.flatnonzero(np.r_[True, key[1:] != key[:-1]]) if len(order) else np.empty(0, dtype=int)
    length = np.diff(np.r_[starts, len(order)])
    kept = np.sort(order[starts[length == 1]])
    two = starts[length == 2]
    a, b = order[two], order[two + 1]
    opposite = (tail[a] == head[b]).all(axis=1)
    odd = np.concatenate([
        a[~opposite], *(order[start:start + size] for start, size in zip(starts[length > 2], length[length > 2]))
    ])
    return kept, (a[opposite], b[opposite]), odd.astype(int)


def _vertices(tail, head, block):
    """Distinct vertices of every block: their coordinates, and the number of each edge's start and end."""
    points = np.concatenate([tail, head])
    key = _hash(points) + np.concatenate([block, block]).astype(np.uint64) * _VERTEX_MIX
    _, first, number = np.unique(key, return_index=True, return_inverse=True)
    return points[first], number[:len(tail)], number[len(tail):]


def _pieces(parts, a, b):
    """Which parts hang together over shared edges."""
    graph = coo_matrix((np.ones(len(a), dtype=np.int8), (a, b)), shape=(parts, parts))
    return connected_components(graph, directed=False)[1]


def _chains(tail, head, vertex):
    """Closed walks along the edges, each a list of positions, none meeting a vertex twice."""
    order = np.argsort(tail, kind="stable")
    # Vertices are numbered 0, 1, …, and as many edges leave one as arrive.
    leaving = np.bincount(tail, minlength=len(vertex))
    first = (np.cumsum(leaving) - leaving)[head]
    choices = leaving[head]
    following = order[first]
    for edge in np.flatnonzero(choices > 1):
        following[edge] = _turn(edge, order[first[edge]:first[edge] + choices[edge]], tail, head, vertex)
    following = following.tolist()
    crossing = set(head[choices > 1].tolist())
    ends = head.tolist()
    seen = bytearray(len(following))
    chains = []
    for edge in range(len(following)):
        if seen[edge]:
            continue
        walk = []
        while not seen[edge]:
            seen[edge] = 1
            walk.append(edge)
            edge = following[edge]
        chains.extend(_simple(walk, ends, crossing) if crossing else [walk])
    return chains


def _turn(edge, choices, tail, head, vertex):
    """Of edges that leave where `edge` ends, the one that bounds the same land: first clockwise from the way back."""
    here = vertex[head[edge]]
    back = vertex[tail[edge]] - here
    ways = vertex[head[choices]] - here
    angle = np.arctan2(back[1], back[0]) - np.arctan2(ways[:, 1], ways[:, 0])
    angle = np.mod(angle, 2 * np.pi)
    angle[angle == 0] = 2 * np.pi
    return choices[np.argmin(angle)]


def _simple(walk, ends, crossing):
    """The walk parted where it comes back to a vertex: a ring must not touch itself."""
    parted, path, at = [], [], {}
    for edge in walk:
        path.append(edge)
        vertex = ends[edge]
        if vertex not in crossing:
            continue
        if vertex in at:
            loop = path[at[vertex]:]
            del path[at[vertex]:]
            parted.append(loop)
            for gone in [v for v, position in at.items() if position > at[vertex]]:
                del at[gone]
        else:
            at[vertex] = len(path)
    if path:
        parted.append(path)
    return parted


def _polygons(chains, point, block, piece, count, failed):
    """Polygons from the rings: each piece of land has one shell, and the holes that belong to it.

    point, block, piece: where each boundary edge ends, its block, and its piece of land.
    """
    merged = np.full(count, None, dtype=object)
    lengths = np.array([len(chain) for chain in chains], dtype=int)
    edges = np.array([edge for chain in chains for edge in chain], dtype=int)
    first = edges[np.cumsum(lengths) - lengths] if len(chains) else edges
    failed[block[first[lengths < 3]]] = True
    good = ~failed[block[first]]
    edges, lengths, first = edges[np.repeat(good, lengths)], lengths[good], first[good]
    if not len(first):
        return merged
    rings = shapely.linearrings(point[edges], indices=np.repeat(np.arange(len(lengths)), lengths))
    is_shell = shapely.is_ccw(rings)
    order = np.lexsort((~is_shell, piece[first]))  # each piece's shell, then its holes
    rings, is_shell, first = rings[order], is_shell[order], first[order]
    begins = np.flatnonzero(np.r_[True, np.diff(piece[first]) != 0])
    shells = np.add.reduceat(is_shell.astype(int), begins)
    failed[block[first[begins[shells != 1]]]] = True
    polygons = shapely.polygons(rings[begins])
    ends = np.r_[begins[1:], len(rings)]
    for position in np.flatnonzero(ends - begins > 1):
        begin = begins[position]
        polygons[position] = shapely.polygons(rings[begin], holes=rings[begin + 1:ends[position]])
    of = block[first[begins]]
    order = np.argsort(of, kind="stable")
    shapely.multipolygons(polygons[order], indices=of[order], out=merged)
    single = shapely.get_num_geometries(merged) == 1
    merged[single] = shapely.get_geometry(merged[single], 0)
    merged[failed] = None
    return merged
