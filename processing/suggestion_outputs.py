"""What suggest categories writes: fields, rows, numbers, and how the layer looks."""

from qgis.core import Qgis, QgsCoordinateReferenceSystem
from qgis.PyQt.QtCore import QMetaType

from ..algorithms import tags
from ..algorithms.errors import translatable
from .i18n import in_language, tr
from .layer_writer import NUMBER, TEXT, copy_features, joined_fields, kept_fields, new_fields, write_rows
from .progress import phase
from .styling import Look, alias_of, aliases_in, look_after
from .tag_preparation import ROLE
from .wording import first_few

CONTEST_FIELDS = (
    ("parcel", TEXT, 60), ("source", TEXT, 60), ("category", TEXT, 5), ("subtype", TEXT, 8),
    ("disposition", TEXT, 10), ("share", NUMBER), ("won", QMetaType.Type.Bool), ("reasons", TEXT, 0),
)
ALIASES = {
    "parcel": translatable("Parcel"),
    "source": translatable("Suggested by"),
    "category": translatable("Category"),
    "subtype": translatable("Sub-type"),
    "disposition": translatable("Disposition"),
    "share": translatable("Share of the parcel"),
    "won": translatable("Won"),
    "reasons": translatable("Reasons"),
}


def number_outputs():
    """Names and labels of the numbers a model can use."""
    return (
        ("SUGGESTED_COUNT", tr("Parcels with a suggestion")),
        ("CONTEST_COUNT", tr("Parcels contested")),
        ("KEPT_COUNT", tr("Parcels a person decided on")),
    )


def write_all(run, settings, parcels, suggesting, suggestions):
    """Write every output asked for; returns the results of the run."""
    _warn(run.feedback, settings, parcels, suggesting, suggestions)
    contests = suggestions.contests
    numbers = {
        "SUGGESTED_COUNT": len(suggestions.row), "CONTEST_COUNT": len(set(contests.row.tolist())),
        "KEPT_COUNT": suggestions.kept,
    }
    results = {**numbers, "PARCELS": _parcels(run, settings, parcels, suggestions)}
    finished = phase(run.feedback, tr("Writing contests"), 98, 100)
    results["CONTESTS"] = _contests(run, parcels, contests)
    results = {name: value for name, value in results.items() if value is not None}
    words = in_words(numbers, suggestions.tagged)
    group = tr("5+X tags – {layer}").format(layer=settings.source.sourceName())
    for name, look in _looks(settings, words).items():
        if name in results:
            look_after(run.context, results[name], look, group)
    run.feedback.pushInfo(words)
    finished(1.0)
    return results


def in_words(numbers, tagged):
    """The main result in two sentences."""
    return tr(
        "Parcels with a suggestion: {count}, of which contested: {contests}. Left as they were: {kept} that a person "
        "decided on, and {tagged} that a rule had tagged."
    ).format(
        count=numbers["SUGGESTED_COUNT"], contests=numbers["CONTEST_COUNT"], kept=numbers["KEPT_COUNT"], tagged=tagged
    )


def tagged_values(suggestions, time):
    """What is written to the parcels suggested for, by tag field: lists of k, None clears, '' leaves as it is.

    time: for all of them, see tags.now.
    """
    return {
        tags.CATEGORY: suggestions.category.tolist(),
        tags.SUBTYPE: [code or None for code in suggestions.subtype.tolist()],
        tags.DISPOSITION: suggestions.disposition.tolist(),
        tags.SOURCE: suggestions.source.tolist(),
        tags.RULE: suggestions.rule_json.tolist(),
        tags.TIME: [time] * len(suggestions.row),
    }


def _parcels(run, settings, parcels, suggestions):
    source, feedback = settings.source, run.feedback
    kept = kept_fields(source.fields(), settings.fields, feedback)
    sink, destination = run.sink(
        "PARCELS", joined_fields(source.fields(), kept, settings.fields), source.wkbType(), source.sourceCrs()
    )
    count = len(parcels.id)
    columns = {name: parcels.values[name].tolist() if name in parcels.values else [None] * count
               for name in tags.FIELDS}
    for name, values in tagged_values(suggestions, tags.now()).items():
        column = columns[name]
        for row, value in zip(suggestions.row.tolist(), values):
            if value != "":
                column[row] = value
    progress = phase(feedback, tr("Writing parcels"), 60, 98)
    copy_features(source, sink, kept, parcels.id, [columns[name] for name in tags.FIELDS], progress)
    return destination


def _contests(run, parcels, contests):
    sink, destination = run.sink(
        "CONTESTS", new_fields(CONTEST_FIELDS), Qgis.WkbType.NoGeometry, QgsCoordinateReferenceSystem()
    )
    if sink is not None:
        from .suggestion_analysis import PARCEL

        keys, ids = parcels.values[PARCEL][contests.row].tolist(), parcels.id[contests.row].tolist()
        names = [str(id_) if key in (None, "") else str(key) for key, id_ in zip(keys, ids)]
        texts = (contests.category, contests.subtype, contests.disposition)
        write_rows(sink, (
            names, contests.source.tolist(), *([text or None for text in column.tolist()] for column in texts),
            contests.share.tolist(), contests.won.tolist(), [text or None for text in contests.reasons.tolist()],
        ))
    return destination


def _warn(feedback, settings, parcels, suggesting, suggestions):
    for entry, layer in settings.sources.items():
        passed = suggestions.unknown.get(entry.id)
        if passed:
            feedback.pushWarning(
                tr("{parameter}: features passed over because the scheme lacks their codes, or has them in another "
                   "category: {count} ({codes}).").format(
                    parameter=entry.parameter, count=sum(passed.values()),
                    codes=first_few([f"{code} × {count}" for code, count in sorted(passed.items())]),
                )
            )
        if not len(suggesting[entry.id].geometry):
            feedback.pushWarning(
                tr("{parameter}: no feature of the layer “{layer}” suggests anything.").format(
                    parameter=entry.parameter, layer=layer.sourceName()
                )
            )
    if not len(parcels.id):
        feedback.pushWarning(tr("INPUT: the layer has no parcels, so the result is empty."))
    elif not len(suggestions.row):
        feedback.pushWarning(
            tr("No parcel got a suggestion: none without a tag lies in a feature that suggests one by the share asked "
               "for.")
        )


def _looks(settings, words):
    from .tag_look import dress

    lines = (
        *((in_language(entry.label), layer.sourceName()) for entry, layer in settings.sources.items()),
        (tr("Share of the parcel from"), f"{settings.min_share:g}"),
        (tr("Order of codes"), ";".join(settings.order)),
        (tr("Categories"), settings.path or tr("as shipped")),
    )
    lineage = tuple(tr("{label}: {value}").format(label=label, value=value) for label, value in lines)
    return {
        "PARCELS": Look(
            tr("Parcels with suggestions"), words, lineage, aliases_in(settings.source.fields()),
            lambda layer: dress(layer, settings.scheme, settings.path), role=ROLE,
        ),
        "CONTESTS": Look(tr("Contests"), words, lineage, alias_of(list(ALIASES), ALIASES)),
    }
