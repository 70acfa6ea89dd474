"""How much land carries which tag: kept parcel by parcel, added up when asked."""

from dataclasses import dataclass

import numpy as np

_SPARE = 1.25
_SORTED_FROM = 4  # kinds per parcel from which sorting is quicker than a table
_MOST = 2**62


@dataclass(frozen=True)
class Entry:
    """One line of a ledger: the texts of the columns asked for, '' for none, and what carries them.

    parcels: how many; area: m², exact to 0.01; changed: how many of them say something else than what is saved.
    """

    key: tuple
    parcels: int
    area: float
    changed: int


class Ledger:
    """What each parcel says in some columns of text, and its area.

    Areas are held as whole hundredths of a square metre, so that sums are the
    same however one got there: by edits, undone or not, or by a fresh count.
    """

    def __init__(self, columns, ids=(), values=None, area=()):
        """columns: names of the columns; ids: of the parcels, shape (n,); values: per column n texts, None or '' for
        none; area: m², shape (n,)."""
        self.columns = tuple(columns)
        self._row, self._gone, self._count = {}, {}, 0
        self._words = {name: _Words() for name in self.columns}
        self._area, self._alive = np.zeros(0, dtype=np.int64), np.zeros(0, dtype=bool)
        self._said = np.zeros((len(self.columns), 0), dtype=np.int32)
        self._saved = self._said.copy()
        if len(ids):
            self.extend(ids, values, area)

    def extend(self, ids, values, area):
        """More parcels as they are saved, none of them here yet: as for the constructor."""
        start, end = self._count, self._count + len(ids)
        self._make_room(end)
        self._row.update(zip(np.asarray(ids, dtype=np.int64).tolist(), range(start, end)))
        self._area[start:end] = hundredths(np.asarray(area, dtype=float))
        self._alive[start:end] = True
        for column, name in enumerate(self.columns):
            self._said[column, start:end] = self._words[name].codes(values[name])
        self._saved[:, start:end] = self._said[:, start:end]
        self._count = end

    def __len__(self):
        return len(self._row)

    def __contains__(self, identifier):
        return identifier in self._row

    def text(self, identifier, column):
        """What a parcel says in a column, '' for nothing."""
        code = self._said[self.columns.index(column), self._row[identifier]]
        return self._words[column].texts[code]

    def area(self, ids):
        """Areas of some parcels, m², 0 for unknown ones, shape (n,)."""
        row = self._rows(ids)
        return np.where(row >= 0, self._area[row], 0) / 100 if self._count else np.zeros(len(row))

    def texts(self, ids, saved=False, columns=()):
        """What some parcels say in these columns (all where empty): the different combinations, each a dict of texts by
        column, and which of them each parcel says, shape (n,). saved: what is saved of them instead. All ids must be
        here."""
        columns = columns or self.columns
        rows = self._rows(ids)
        said = self._saved if saved else self._said
        said = np.array([said[self.columns.index(name), rows] for name in columns])
        first, place = self._alike(said, columns)
        texts = [self._words[name].texts for name in columns]
        combinations = [
            dict(zip(columns, map(list.__getitem__, texts, codes))) for codes in said[:, first].T.tolist()
        ]
        return combinations, place

    def changed_ids(self, columns=()):
        """Ids of the parcels that say something else than what is saved in these columns (all where empty)."""
        which = [self.columns.index(name) for name in columns or self.columns]
        differs = (self._said[which, : self._count] != self._saved[which, : self._count]).any(axis=0)
        return [identifier for identifier, row in self._row.items() if differs[row]] if differs.any() else []

    def note_saved(self, identifier, values):
        """Somebody else saved a parcel meanwhile: what is saved of it now, texts by column."""
        for column, name in enumerate(self.columns):
            if name in values:
                self._saved[column, self._row[identifier]] = self._words[name].code(values[name])

    def change(self, ids, column, text):
        """Some parcels now say `text` in a column; ids that are not here are passed over."""
        row = self._rows(ids)
        self._said[self.columns.index(column), row[row >= 0]] = self._words[column].code(text)

    def put(self, identifier, values, area):
        """A parcel that is new, or came back: its texts by column, and its area in m²."""
        row = self._row.get(identifier)
        if row is None:
            # One that comes back, when a deletion is undone, is still compared with what is saved of it.
            row = self._gone.pop(identifier, None)
            if row is None:
                row = self._new_row()
            self._row[identifier] = row
        self._alive[row] = True
        self._area[row] = hundredths(np.array([area], dtype=float))[0]
        for column, name in enumerate(self.columns):
            self._said[column, row] = self._words[name].code(values.get(name))

    def remove(self, identifier):
        """A parcel is gone."""
        row = self._row.pop(identifier, None)
        if row is not None:
            self._alive[row] = False
            self._gone[identifier] = row

    def set_area(self, identifier, area):
        """A parcel's shape changed: its area now, m²."""
        self._area[self._row[identifier]] = hundredths(np.array([area], dtype=float))[0]

    def mark_saved(self):
        """What is said now is what is saved."""
        self._saved = self._said.copy()
        self._gone.clear()

    def ids_where(self, **texts):
        """Ids of the parcels that say these texts in these columns, ascending."""
        holds = self._alive[: self._count].copy()
        for column, text in texts.items():
            code = self._words[column].known(text)
            holds &= self._said[self.columns.index(column), : self._count] == code
        return sorted(identifier for identifier, row in self._row.items() if holds[row]) if holds.any() else []

    def ids_starting(self, column, start):
        """Ids of the parcels whose text in a column starts so, in the order they came."""
        which = [code for code, text in enumerate(self._words[column].texts) if text.startswith(start)]
        said = self._said[self.columns.index(column), : self._count]
        holds = np.isin(said, which) & self._alive[: self._count]
        return [identifier for identifier, row in self._row.items() if holds[row]] if holds.any() else []

    def entries(self, *columns):
        """Entries by the texts of these columns, sorted by them."""
        which = [self.columns.index(name) for name in columns]
        rows = np.flatnonzero(self._alive[: self._count])
        if not len(rows):
            return []
        changed = (self._said[:, : self._count] != self._saved[:, : self._count]).any(axis=0)[rows]
        said = self._said[which][:, rows]
        first, place = self._alike(said, columns)
        parcels = np.bincount(place)
        # Whole hundredths below 2**53: added up as floats without any loss.
        area = np.bincount(place, weights=self._area[rows])
        unsaved = np.bincount(place, weights=changed)
        texts = [self._words[name].texts for name in columns]
        keys = [tuple(map(list.__getitem__, texts, codes)) for codes in said[:, first].T.tolist()]
        return sorted(
            (Entry(key, int(count), total / 100, int(new)) for key, count, total, new in zip(
                keys, parcels.tolist(), area.tolist(), unsaved.tolist())),
            key=lambda entry: entry.key,
        )

    def _alike(self, said, columns):
        """Parcels that say the same. said: numbers of their texts, one row per column of `columns`.

        Returns the first parcel of each kind, and the kind of every parcel.
        """
        key, kinds = np.zeros(said.shape[1], dtype=np.int64), 1
        for codes, name in zip(said, columns):
            size = len(self._words[name].texts)
            kinds *= size
            if kinds > _MOST:
                # Numbered anew, so that the product never outgrows 64 bits.
                key = np.unique(key, return_inverse=True)[1]
                kinds = len(key) * size
            key = key * size + codes
        if kinds > _SORTED_FROM * (len(key) + 1):
            return np.unique(key, return_index=True, return_inverse=True)[1:]
        # Few kinds: a table of them is quicker than sorting half a million numbers.
        first = np.full(kinds, -1)
        first[key[::-1]] = np.arange(len(key))[::-1]
        found = np.flatnonzero(first >= 0)
        number = np.empty(kinds, dtype=np.int64)
        number[found] = np.arange(len(found))
        return first[found], number[key]

    def _rows(self, ids):
        row_of = self._row
        return np.array([row_of.get(identifier, -1) for identifier in ids], dtype=np.int64)

    def _new_row(self):
        self._make_room(self._count + 1)
        self._count += 1
        return self._count - 1

    def _make_room(self, count):
        """So that `count` rows fit."""
        if count <= len(self._area):
            return
        room = max(int(len(self._area) * _SPARE) + 16, count) - len(self._area)
        self._area = np.concatenate([self._area, np.zeros(room, dtype=np.int64)])
        self._alive = np.concatenate([self._alive, np.zeros(room, dtype=bool)])
        more = np.zeros((len(self.columns), room), dtype=np.int32)
        self._said = np.concatenate([self._said, more], axis=1)
        self._saved = np.concatenate([self._saved, more], axis=1)


class _Words:
    """The texts of a column and their numbers; 0 is nothing."""

    def __init__(self):
        self.texts = [""]
        self._code = {"": 0}

    def code(self, text):
        text = "" if text is None else str(text)
        code = self._code.get(text)
        if code is None:
            code = self._code[text] = len(self.texts)
            self.texts.append(text)
        return code

    def codes(self, texts):
        return np.array([self.code(text) for text in texts], dtype=np.int32)

    def known(self, text):
        """The number of a text, -1 where nobody ever said it."""
        return self._code.get(text, -1)


def hundredths(area):
    """Square metres as whole hundredths, halves to even as numpy rounds; what is no number is 0."""
    return np.rint(np.nan_to_num(area, posinf=0, neginf=0) * 100).astype(np.int64)
