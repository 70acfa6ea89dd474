"""Exports in a process of their own, which a test can kill, or starve of disk.

export_process.py FOLDER FORMAT [end=FUNCTION:WHEN] [limit=BYTES] [rounds=N] [swap=no]

Plans called one and two take turns in the folder; “ready” is printed before
the first of them. end: the process kills itself BEFORE or AFTER the first call
of a function of export_place in the round after the first; limit: no file may
grow larger after the first round; swap=no: as on systems that cannot swap folders.
"""

import os
import resource
import signal
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests" / "helpers")]
sys.path.append("/usr/share/qgis/python/plugins")


def main(folder, form, **options):
    import plugin_package

    plugin_package.load()
    from qgis.core import QgsApplication, QgsProcessingException

    application = QgsApplication([], False)
    application.initQgis()
    from processing.core.Processing import Processing

    from land_consolidation.processing import export_place
    from land_consolidation.processing.provider import LandConsolidationProvider

    Processing.initialize()
    provider = LandConsolidationProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    from deliveries import export, places, plan

    layers = {"one": plan(), "two": plan()}
    for name, layer in layers.items():
        mark(layer, name)
    if options.get("swap") == "no":
        export_place._exchange = lambda one, other: False
    say("ready")
    for number in range(int(options.get("rounds", 2))):
        if number:
            starve(options.get("limit"))
            end_at(export_place, options.get("end"))
        name = ("one", "two")[number % 2]
        try:
            export(layers[name], folder, FORMAT=int(form), OVERWRITE=True, PLAN_NAME=name, **places())
        except QgsProcessingException as refusal:
            say(f"refused {refusal}")
            os._exit(0)
        say(f"round {number}")
    os._exit(0)


def say(text):
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def mark(layer, name):
    """Every parcel says which plan it is of."""
    at = layer.fields().lookupField("BZ")
    layer.dataProvider().changeAttributeValues({feature.id(): {at: name} for feature in layer.getFeatures()})


def starve(limit):
    if limit:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(limit), resource.RLIM_INFINITY))


def end_at(module, place):
    if not place:
        return
    name, when = place.split(":")
    function = getattr(module, name)

    def ending(*arguments):
        if when == "before":
            os.kill(os.getpid(), signal.SIGKILL)
        result = function(*arguments)
        os.kill(os.getpid(), signal.SIGKILL)
        return result

    setattr(module, name, ending)


if __name__ == "__main__":
    given = dict(part.split("=", 1) for part in sys.argv[3:])
    main(sys.argv[1], sys.argv[2], **given)
