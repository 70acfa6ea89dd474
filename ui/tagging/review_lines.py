"""The lines of the review list, made when they are looked at: there can be a hundred thousand."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ...algorithms import tags
from ...processing.parcel_scan import VILLAGE
from .review_items import SUGGESTION, Item

_READ = (tags.CATEGORY, tags.SUBTYPE, tags.SOURCE, tags.RULE, VILLAGE)


@dataclass(frozen=True)
class Lines(Sequence):
    """A list of Items.

    ids: of the parcels, shape (n,); said: Items as they occur, each once, their id of no account; place: which of
    them each line is, shape (n,).
    """

    ids: np.ndarray
    said: tuple
    place: np.ndarray

    def __len__(self):
        return len(self.ids)

    def __getitem__(self, row):
        return self.said[self.place[row]]._replace(id=int(self.ids[row]))

    def keep(self, which):
        """Only these lines. which: booleans, shape (n,)."""
        return Lines(self.ids[which], self.said, self.place[which])

    def where(self, wanted):
        """Only lines that say this, {field of Item: text}."""
        fits = [all(getattr(item, name) == text for name, text in wanted.items()) for item in self.said]
        return self.keep(np.array(fits, dtype=bool)[self.place]) if wanted and len(self) else self

    def texts(self, name):
        """What the lines say in a field of Item, each text once."""
        return {getattr(self.said[place], name) for place in np.unique(self.place).tolist()}

    def count(self, kind):
        """How many lines are of this kind."""
        return len(self.where({"kind": kind}))


def suggestions(ledger, names):
    """Lines of the parcels whose tag a rule gave and no person has confirmed. names: {rule: its name}."""
    ids = ledger.ids_starting(tags.SOURCE, tags.by_rule(""))
    if not ids:
        return lines_of([])
    combinations, place = ledger.texts(ids, columns=_READ)
    said = tuple(
        Item(SUGGESTION, -1, held[tags.CATEGORY], held[tags.SUBTYPE], held[VILLAGE], _name(held[tags.SOURCE], names),
             "", held[tags.RULE]) for held in combinations)
    return Lines(np.array(ids, dtype=np.int64), said, np.asarray(place))


def _name(source, names):
    rule = tags.rule_of(source)
    return names.get(rule, rule)


def lines_of(items):
    """Lines of Items."""
    return Lines(np.array([item.id for item in items], dtype=np.int64), tuple(items), np.arange(len(items)))


def joined(*lines):
    """Lines one after the other."""
    starts = np.cumsum([0, *(len(part.said) for part in lines)])
    return Lines(
        np.concatenate([part.ids for part in lines]), tuple(item for part in lines for item in part.said),
        np.concatenate([part.place + start for part, start in zip(lines, starts.tolist())]),
    )
