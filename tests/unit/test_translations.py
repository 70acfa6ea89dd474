"""Every text the plugin shows is collected, and translated."""

import pytest
import translate


def texts(code):
    return translate.texts_of(code, "module.py")[0]


def problems(code):
    return [str(problem) for problem in translate.texts_of(code, "module.py")[1]]


def test_nothing_is_left_to_translate(capsys):
    assert translate.main(["--check"]) == 0, capsys.readouterr().out


def test_the_plugin_has_texts(root):
    found, wrong = translate.collect(root)
    assert wrong == []
    assert len(found) > 50


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('tr("Maximum gap")', {"Maximum gap"}),
        ('self.tr("Maximum gap")', {"Maximum gap"}),
        ('tr("One "\n   "sentence")', {"One sentence"}),
        ('raise InvalidInput("No {field}", field=name)', {"No {field}"}),
        ('raise errors.InvalidInput("No field")', {"No field"}),
        ('LABEL = translatable("Farmland")', {"Farmland"}),
        ("tr(LABEL)", set()),
        ("tr(LABELS[code])", set()),
        ('print("not shown")', set()),
    ],
)
def test_marked_literals_are_collected(code, found):
    assert texts(code) == found
    assert problems(code) == []


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ('\ntr(f"{count} blocks")', "module.py:2: an f-string in tr()"),
        ('tr("a" + name)', "takes a literal"),
        ("translatable(make())", "takes a literal"),
        ('tr("")', "an empty text"),
    ],
)
def test_texts_that_cannot_be_collected_are_reported(code, sentence):
    assert sentence in problems(code)[0]


@pytest.fixture
def plugin(tmp_path):
    """A tiny plugin with one translation file."""
    (tmp_path / "i18n").mkdir()
    (tmp_path / "ui").mkdir()
    (tmp_path / "plugin.py").write_text('tr("Open")\ntr("{count} blocks")\n', encoding="utf-8")
    translate.write_translations(
        tmp_path / "i18n" / "land_consolidation_zh_CN.ts", "zh_CN", {"Open": "打开", "Gone": "没了"}
    )
    return tmp_path


def translations(plugin):
    return translate.read_translations(plugin / "i18n" / "land_consolidation_zh_CN.ts")


def test_update_keeps_translations_adds_new_texts_and_drops_vanished_ones(plugin):
    assert translate.main([], plugin) == 0
    assert translations(plugin) == {"Open": "打开", "{count} blocks": ""}
    again = (plugin / "i18n" / "land_consolidation_zh_CN.ts").read_bytes()
    translate.main([], plugin)
    assert (plugin / "i18n" / "land_consolidation_zh_CN.ts").read_bytes() == again


@pytest.mark.parametrize(
    ("messages", "sentence"),
    [
        ({"Open": "打开"}, "not in the file"),
        ({"Open": "打开", "{count} blocks": ""}, "not translated: '{count} blocks'"),
        ({"Open": "打开", "{count} blocks": "{counts} 块"}, "placeholders differ"),
        ({"Open": "打开", "{count} blocks": "{count} 块", "Gone": "没了"}, "no longer in the code"),
    ],
)
def test_check_fails_and_changes_nothing(plugin, capsys, messages, sentence):
    path = plugin / "i18n" / "land_consolidation_zh_CN.ts"
    translate.write_translations(path, "zh_CN", messages)
    before = path.read_bytes()
    assert translate.main(["--check"], plugin) == 1
    assert sentence in capsys.readouterr().out
    assert path.read_bytes() == before


def test_check_accepts_a_finished_file(plugin):
    path = plugin / "i18n" / "land_consolidation_zh_CN.ts"
    translate.write_translations(path, "zh_CN", {"Open": "打开", "{count} blocks": "{count} 块"})
    assert translate.main(["--check"], plugin) == 0
