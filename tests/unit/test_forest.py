"""An index planted tree by tree answers as one tree does."""

import numpy as np
import pytest
import shapely

from land_consolidation.algorithms import forest


@pytest.fixture
def small_trees(monkeypatch):
    monkeypatch.setattr(forest, "_TREE", 7)


def boxes(count, seed):
    corner = np.random.default_rng(seed).uniform(0, 30, (count, 2))
    return shapely.box(corner[:, 0], corner[:, 1], corner[:, 0] + 4, corner[:, 1] + 3)


@pytest.mark.parametrize("count", [0, 1, 7, 50])
@pytest.mark.parametrize("predicate", [None, "intersects", "contains"])
def test_many_asked_at_once_as_one_tree(small_trees, count, predicate):
    land, asked = boxes(count, 1), boxes(20, 2)
    ours = forest.Forest(land).query(asked, predicate=predicate)
    one = shapely.STRtree(land).query(asked, predicate=predicate)
    assert sorted(map(tuple, ours.T.tolist())) == sorted(map(tuple, one.T.tolist()))
    assert ours.shape == one.shape


def test_one_asked_alone_as_one_tree(small_trees):
    land = boxes(50, 1)
    asked = shapely.box(3, 3, 18, 18)
    ours = forest.Forest(land).query(asked)
    assert sorted(ours.tolist()) == sorted(shapely.STRtree(land).query(asked).tolist())
    assert len(ours) > 7, "all from one tree, so nothing is proved"
