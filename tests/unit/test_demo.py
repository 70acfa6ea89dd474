"""What the demo says of a QGIS that failed."""

import demo


def test_a_failure_is_told_once_and_without_qgis_s_own_preface():
    words = "Error encountered while running Export: INPUT: no parcels."
    told = f"ERROR:\tAn error was encountered while running\n{words}\n\n{words}\nChoose another layer.\n"
    assert demo.in_short(told) == f"{words}\nChoose another layer."


def test_a_failure_without_words_tells_its_status():
    assert str(demo.Failed(11, "\n")) == "QGIS ended with status 11."
