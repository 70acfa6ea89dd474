"""One export from reading to the move into place."""

from ..algorithms.errors import InvalidInput
from .export_checks import check_built, refuse
from .export_clip import outline_of
from .export_formats import refuse_size
from .export_inputs import BY_NAME, INPUTS, PARCELS, needed_names, read_frame
from .export_layers import build
from .export_look import Story, dress_all
from .export_outputs import hand_out, lineage, now, write_manifest
from .export_place import new_delivery
from .export_tables import reckon
from .export_workbook import write_tables
from .export_write import write_all
from .i18n import tr
from .progress import phase
from .wording import first_few


def deliver(run, settings):
    """Make, check and write a delivery; returns the results of the run. Raises InvalidInput, and leaves all as it was,
    where it cannot be delivered."""
    _tell_of_crs(settings, run.feedback)
    frames = _read(settings, run)
    reckoned = reckon(settings, frames, run.context, run.feedback, 32, 35)
    built, faults = build(
        settings.profile, frames, settings.sources_of, settings.facts,
        {kind: table.columns for kind, table in reckoned.items()}, run.feedback, 35, 55,
    )
    progress = phase(run.feedback, tr("Checking what will be written"), 55, 60)
    faults += check_built(built, settings.form, progress)
    problems = run.algorithm.parameterAsFileOutput(run.parameters, "PROBLEMS", run.context)
    refuse(faults, built, settings.form, problems)
    refuse_size(built, settings.form)
    progress(1.0)
    results = _write(run, settings, built, reckoned)
    if problems:
        results["PROBLEMS"] = problems
    run.feedback.setProgress(100)  # the delivery is in its place: nobody is asked any more whether to stop
    return results


def _read(settings, run):
    """Frame of each input that was given, by name."""
    frames, given, outline = {}, [entry for entry in INPUTS if entry.name in settings.sources], None
    for k, entry in enumerate(given):
        # The parcels are most of what there is to read.
        start, end = (0, 25) if entry.name == PARCELS else (25 + 7 * (k - 1) / len(given), 25 + 7 * k / len(given))
        names = needed_names(entry, settings, settings.used.get(entry.name, ()))
        if settings.clip and entry.name != PARCELS and outline is None:
            outline = outline_of(frames[PARCELS].geometry)
        frames[entry.name] = read_frame(entry, settings, names, run.context, run.feedback, start, end, outline)
        if entry.name == PARCELS and not len(frames[PARCELS].id):
            raise InvalidInput(
                "INPUT: there are no parcels of {name} ({code}), so there is no plan to deliver. Choose another layer, "
                "or correct VILLAGE_CODE.",
                name=settings.facts["village_name"], code=settings.facts["village_code"],
            )
    for name, frame in frames.items():
        if not len(frame.id):
            text = (tr("{parameter}: nothing of the layer “{layer}” lies on the parcels.") if settings.clip
                    else tr("{parameter}: the layer “{layer}” has no features."))
            run.feedback.pushWarning(text.format(
                parameter=BY_NAME[name].parameter, layer=settings.sources[name].sourceName()))
    _tell_of_others(frames[PARCELS], settings, run.feedback)
    return frames


def _tell_of_others(parcels, settings, feedback):
    """Warn of parcels of other villages: a delivery is of one, or with a township's code of its villages."""
    code = settings.facts["village_code"]
    start = code.removesuffix("000") if code.endswith("000") else code
    others = {str(value)[:len(code)] for value in parcels.columns.get("ZLDWDM", ()) if value is not None
              and not str(value).startswith(start)}  # fmt: skip
    if others:
        feedback.pushWarning(tr(
            "INPUT: parcels of other villages than {code} are delivered too ({others}). Set a filter on the layer if "
            "they do not belong to the plan.").format(code=code, others=first_few(sorted(others))))


def _write(run, settings, built, reckoned):
    """Write everything beside its place, move it there last; returns the results of the run."""
    when, name, feedback = now(), settings.target.name, run.feedback
    with new_delivery(settings.target, settings.overwrite) as folder:
        places = write_all(
            folder, name, built, settings.form, settings.crs, phase(feedback, tr("Writing the layers"), 60, 94))
        story = Story(settings.facts["plan_name"], lineage(settings), when)
        dress_all(folder, built, places, settings.form, settings.crs, story, settings.scheme,
                  phase(feedback, tr("Storing styles and metadata"), 94, 96))
        progress = phase(feedback, tr("Writing workbook and list of layers"), 96, 99)
        write_tables(folder, name, built, reckoned, settings.facts, feedback)
        write_manifest(folder, settings, built, when)
        progress(0.5)
        results = hand_out(run, settings, built, places, progress)
    return results


def _tell_of_crs(settings, feedback):
    source = settings.sources[PARCELS].sourceCrs()
    if source != settings.crs:
        feedback.pushInfo(tr("The delivery is in {crs} ({name}), the parcels are in {own}.").format(
            crs=settings.crs.authid(), name=settings.crs.description(), own=source.authid() or source.description()))
