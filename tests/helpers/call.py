"""How to call one algorithm on its fixture, and what must come out."""

from dataclasses import dataclass, field

from scenes import moved


@dataclass(frozen=True)
class Call:
    """One algorithm on its fixture.

    layer: makes the main input, in a CRS asked for, its first feature one that
    counts, with a field CUN that holds A and B; parameters: all but the
    sources that can be left out and the outputs; other: name of a second source and other_layer what
    makes it; copies: the main output, one feature for the first of the input;
    carries: whether it carries the input's features and fields; key: a field
    of the input; answer: what must not change, from a run; expected: it;
    figures: number fields of the outputs, short enough for shapefiles; group,
    note: what a layer's group and notes say; nothing: a word of the warning
    that nothing was found; writing: the percentage at which the main output is
    being written; dirt: codes of the fixture as people write them;
    large: parameters for a large survey layer; files: outputs that are files;
    sources: whether INPUT takes part of a layer; measures: whether it measures,
    and so says where; phases: the fewest it has; counted: how many features
    came through, from a run, where the main output is a table; stays: CRSs
    besides the fixture's of which it says nothing; empty: words with which an
    empty layer is refused, '' where the answer is empty; main: the parameter
    that takes the main input.
    """

    layer: object
    parameters: dict
    other: str
    other_layer: object
    copies: str
    key: str
    answer: object
    expected: object
    figures: tuple
    group: str
    note: str
    writing: float
    carries: bool = True
    nothing: str = ""
    dirt: dict = field(default_factory=dict)
    large: dict = field(default_factory=dict)
    files: dict = field(default_factory=dict)
    sources: bool = True
    measures: bool = True
    phases: int = 4
    counted: object = None
    stays: tuple = ("EPSG:4528", "EPSG:32651")
    empty: str = ""
    main: str = "INPUT"

    def count(self, ran):
        """How many features of the input came through a run."""
        return self.counted(ran) if self.counted else ran[self.copies].featureCount()


def in_crs(layer, crs):
    """The layer itself, or moved to another CRS."""
    return layer if crs == "EPSG:4549" else moved(layer, crs)
