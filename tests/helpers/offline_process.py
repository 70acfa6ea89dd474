"""Every algorithm on its fixture, all its outputs made, in a process that the kernel ends at the first network socket.

offline_process.py [try]: prints the id of each algorithm that ran, last of all “done”; try: makes an attempt instead.
"""

import os
import socket
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests" / "helpers")]
sys.path.append("/usr/share/qgis/python/plugins")


def main(attempt):
    # Qt 5 looks at the machine's network devices, through a socket, every so many milliseconds; in effect never now.
    os.environ["QT_BEARER_POLL_TIMEOUT"] = "100000000"
    import plugin_package

    plugin_package.load()
    from qgis.core import QgsApplication

    application = QgsApplication([], False)
    application.initQgis()
    from no_network import end_at_network
    from processing.core.Processing import Processing

    # QGIS itself lists those devices as it starts; nothing of ours has run yet.
    end_at_network()
    Processing.initialize()
    from land_consolidation.processing.provider import LandConsolidationProvider

    provider = LandConsolidationProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    if attempt:
        socket.getaddrinfo("example.org", 80)
    from calls import CALLS, parameters_of
    from scenes import run

    for name, call in sorted(CALLS.items()):
        algorithm = QgsApplication.processingRegistry().algorithmById(name)
        outputs = {one.name(): "TEMPORARY_OUTPUT" for one in algorithm.destinationParameterDefinitions()}
        run(call.layer(), name, main=call.main, **{**outputs, **parameters_of(name)})
        say(name)
    say("done")
    os._exit(0)


def say(text):
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main("try" in sys.argv[1:])
