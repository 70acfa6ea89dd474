"""Make the algorithms' help pages, in both languages.

The words are written by hand in docs/help: page.html frames every page,
ALGORITHM.LANGUAGE.html is the body, ALGORITHM.json says what each output field
means (OUTPUT.FIELD where outputs differ; tag_fields.json what the tag fields
do), ALGORITHM-PART.svg are its pictures, in the body $picture_PART. The tables
of parameters and outputs come from the algorithm itself, so that page and
dialog say the same. A page of the same kind on the tagging dock, tagging, has
no tables.
"""

import base64
import json
import re
from contextlib import contextmanager
from html import escape
from string import Template
from types import SimpleNamespace

import plugin_package
from qgis.analysis import QgsNativeAlgorithms
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsProcessingParameterDistance,
    QgsProcessingParameterEnum,
    QgsProcessingParameterMatrix,
)
from qgis.PyQt.QtCore import QCoreApplication, QLocale, QTranslator

plugin_package.load()

from land_consolidation.algorithms import tags  # noqa: E402 - needs the plugin loaded
from land_consolidation.processing import (  # noqa: E402
    adjustment_outputs,
    check_outputs,
    ecology_outputs,
    export_outputs,
    farmland_outputs,
    i18n,
    indicator_outputs,
    industry_outputs,
    ledger_outputs,
    multifield_outputs,
    plan_codes_outputs,
    project_ledger_outputs,
    provider,
    relocation_outputs,
    restoration_outputs,
    settlement_outputs,
    shipped_models,
    special_outputs,
    structure_outputs,
    suggestion_outputs,
    swap_outputs,
    tag_fields,
    urban_outputs,
    validation_outputs,
)

SOURCES = plugin_package.ROOT / "docs" / "help"
PAGES = plugin_package.ROOT / "docs" / "algorithms"
TRANSLATIONS = {"zh": plugin_package.ROOT / "i18n" / "land_consolidation_zh_CN.qm", "en": None}
_TAG_FIELDS = tuple((name,) for name in tags.FIELDS)
_TAGGED = SimpleNamespace(FIELDS={"OUTPUT": _TAG_FIELDS}, ALIASES=tag_fields.ALIASES)
_SUGGESTED = SimpleNamespace(
    FIELDS={"PARCELS": _TAG_FIELDS, "CONTESTS": suggestion_outputs.CONTEST_FIELDS},
    ALIASES={**tag_fields.ALIASES, **suggestion_outputs.ALIASES},
)
_MODEL = SimpleNamespace(FIELDS={}, ALIASES={})  # its steps write the outputs
_CHECKED = SimpleNamespace(FIELDS={"FINDINGS": check_outputs.FIELDS}, ALIASES=check_outputs.ALIASES)
# Per algorithm the module with FIELDS, the fields of each output, and ALIASES, their shown names.
OUTPUT_MODULES = {
    "farmlandcontiguity": farmland_outputs,
    "farmlandrestoration": restoration_outputs,
    "settlements": settlement_outputs,
    "villagerelocation": relocation_outputs,
    "inefficientindustry": industry_outputs,
    "multifieldoverlay": multifield_outputs,
    "inefficienturban": urban_outputs,
    "ecologicalrestoration": ecology_outputs,
    "specialplaces": special_outputs,
    "forestfarmlandswap": swap_outputs,
    "preparetags": _TAGGED,
    "suggestcategories": _SUGGESTED,
    "tagbyexpression": _TAGGED,
    "checktags": _CHECKED,
    "categoryledger": ledger_outputs,
    "plancodes": plan_codes_outputs,
    "landusestructure": structure_outputs,
    "villageindicators": indicator_outputs,
    "basicfarmlandadjustment": adjustment_outputs,
    "indicatorledger": project_ledger_outputs,
    "exportvillageplan": export_outputs,
    "validatevillageplan": validation_outputs,
}
# Outputs that carry the input's own fields too.
_COPIES = {"PARCELS", "CANDIDATES", "OUTPUT", "PIECES"}
DOCK = "tagging"
_WIDTHS = (25, 22, 53)
OURS = "landconsolidation"
WORDS = {
    "en": {
        "own_parcels": "Takes the village's own parcels where the layer holds more.",
        "parameter": "Parameter", "default": "Default", "meaning": "Meaning", "output": "Output", "field": "Field",
        "shown": "Shown as", "advanced": "Advanced parameters", "required": "required", "none": "empty",
        "metres": "{value} m", "fields": "Fields of “{output}”", "numbers": "For models and scripts",
        "step": "Step", "tool": "Tool",
        "own": "The input's own fields come first, those with personal data left out.",
    },
    "zh": {
        "own_parcels": "图层范围大于本村时，只取本村图斑。",
        "parameter": "参数", "default": "默认值", "meaning": "说明", "output": "输出", "field": "字段",
        "shown": "显示名", "advanced": "高级参数", "required": "必填", "none": "空",
        "metres": "{value} 米", "fields": "“{output}”的字段", "numbers": "供模型和脚本使用",
        "step": "步骤", "tool": "工具",
        "own": "输入图层的原有字段在前，含个人信息的字段除外。",
    },
}  # fmt: skip


@contextmanager
def spoken(language):
    """The plugin's texts in one language, those of its data files too, for as long as the block runs."""
    before, translator = QLocale(), QTranslator()
    file = TRANSLATIONS[language]
    if file is not None and not translator.load(str(file)):
        raise FileNotFoundError(f"{file}: run scripts/help_pages, which builds it")
    QgsApplication.setLocale(QLocale(language))
    QCoreApplication.installTranslator(translator)
    try:
        yield
    finally:
        QCoreApplication.removeTranslator(translator)
        QgsApplication.setLocale(before)


def pages():
    """(path, text) of every help page."""
    for algorithm in provider.ALGORITHMS:
        for language in sorted(TRANSLATIONS):
            with spoken(language):
                made = algorithm()
                made.initAlgorithm()
                text = page(made, language)
            yield PAGES / f"{made.name()}.{language}.html", text
    for about in shipped_models.SHIPPED:
        for language in sorted(TRANSLATIONS):
            with spoken(language):
                text = page(shipped_models.ShippedModel(about), language)
            yield PAGES / f"{about.id}.{language}.html", text
    for language in sorted(TRANSLATIONS):
        yield PAGES / f"{DOCK}.{language}.html", dock_page(language)


def dock_page(language):
    """The help page of the dock; its title is the heading in the body."""
    body = body_of(DOCK, language).substitute(pictures(DOCK))
    return framed(re.search("<h1>(.*)</h1>", body)[1], body, language)


def page(algorithm, language):
    """The help page of an algorithm made in the language spoken."""
    title = escape(algorithm.displayName())
    body = body_of(algorithm.name(), language).substitute(
        title=title,
        summary=escape(algorithm.shortDescription()),
        parameters=parameter_tables(algorithm, WORDS[language]),
        outputs=output_tables(algorithm, language),
        steps=step_table(algorithm, WORDS[language]),
        **pictures(algorithm.name()),
    )
    return framed(title, body, language)


def body_of(name, language):
    return Template((SOURCES / f"{name}.{language}.html").read_text(encoding="utf-8"))


def framed(title, body, language):
    frame = Template((SOURCES / "page.html").read_text(encoding="utf-8"))
    return frame.substitute(language=language, title=title, body=body.strip())


def pictures(name):
    """The pictures of an algorithm, as `picture_PART`: addresses that hold the picture itself."""
    return {
        f"picture_{path.stem.partition('-')[2]}":
            "data:image/svg+xml;base64," + base64.b64encode(path.read_bytes()).decode("ascii")
        for path in SOURCES.glob(f"{name}-*.svg")
    }


def parameter_tables(algorithm, words):
    """What the dialog asks: the plain parameters, then the advanced ones."""
    advanced = Qgis.ProcessingParameterFlag.Advanced
    asked = [one for one in algorithm.parameterDefinitions() if not one.isDestination()]
    head = (words["parameter"], words["default"], words["meaning"])
    plain = [parameter_row(one, words) for one in asked if not one.flags() & advanced]
    folded = [parameter_row(one, words) for one in asked if one.flags() & advanced]
    return f"{table(head, plain, _WIDTHS)}\n<h3>{words['advanced']}</h3>\n{table(head, folded, _WIDTHS)}"


def parameter_row(parameter, words):
    meaning = escape(parameter.help())
    if isinstance(parameter, QgsProcessingParameterEnum):
        options = (f"<code>{i}</code> {escape(option)}" for i, option in enumerate(parameter.options()))
        meaning += "<br>" + "<br>".join(options)
    return named(parameter), default(parameter, words), meaning


def step_table(algorithm, words):
    """The steps of a model in their order, '' for other algorithms. What QGIS says of its own hangs on its version."""
    if not isinstance(algorithm, shipped_models.ShippedModel):
        return ""
    rows = [
        (str(number), f"{escape(step.algorithm().displayName())}<br><code>{step.algorithmId()}</code>",
         escape(step.algorithm().shortDescription() if step.algorithm().provider().id() == OURS
                else words["own_parcels"]))
        for number, step in enumerate(algorithm.in_order(), 1)
    ]
    return table((words["step"], words["tool"], words["meaning"]), rows)


def default(parameter, words):
    """The default value as a person reads it."""
    value = parameter.defaultValue()
    if value in (None, ""):
        optional = parameter.flags() & Qgis.ProcessingParameterFlag.Optional
        return words["none"] if optional else words["required"]
    if isinstance(parameter, QgsProcessingParameterEnum):
        return escape(parameter.options()[value])
    if isinstance(parameter, QgsProcessingParameterDistance):
        return words["metres"].format(value=f"{value:g}")
    if isinstance(parameter, QgsProcessingParameterMatrix):
        columns = len(parameter.headers())
        rows = (" ".join(value[start:start + columns]) for start in range(0, len(value), columns))
        return "<br>".join(f"<code>{escape(row)}</code>" for row in rows)
    return f"<code>{escape(f'{value:g}' if isinstance(value, float) else str(value))}</code>"


def output_tables(algorithm, language):
    """The outputs, the fields of each, and the numbers."""
    words = WORDS[language]
    module = OUTPUT_MODULES.get(algorithm.name(), _MODEL)
    meanings = field_meanings(algorithm.name())
    destinations = algorithm.destinationParameterDefinitions()
    parts = [table((words["output"], words["meaning"]), [(named(one), escape(one.help())) for one in destinations])]
    for one in destinations:
        fields = module.FIELDS.get(one.name())
        if fields is None:
            continue
        parts.append(f"<h3>{words['fields'].format(output=escape(one.description()))}</h3>")
        if one.name() in _COPIES:
            parts.append(f"<p>{words['own']}</p>")
        rows = [
            (f"<code>{name}</code>", escape(i18n.tr(module.ALIASES[name])),
             escape(meanings.get(f"{one.name()}.{name}", meanings.get(name))[language]))
            for name, *_ in fields
        ]
        parts.append(table((words["field"], words["shown"], words["meaning"]), rows))
    written = {one.name() for one in destinations}
    numbers = [one for one in algorithm.outputDefinitions() if one.name() not in written]
    if not numbers:
        return "\n".join(parts)
    parts.append(f"<h3>{words['numbers']}</h3>")
    parts.append(table((words["output"], words["meaning"]), [
        (f"<code>{one.name()}</code>", escape(one.description())) for one in numbers
    ]))  # fmt: skip
    return "\n".join(parts)


def field_meanings(name):
    """What each output field means, {name or OUTPUT.name: {language: text}}."""
    files = [SOURCES / "tag_fields.json", SOURCES / f"{name}.json"]
    return {
        field: texts for file in files if file.exists()
        for field, texts in json.loads(file.read_text(encoding="utf-8")).items()
    }


def named(definition):
    """A parameter's label with its name below."""
    return f"{escape(definition.description())}<br><code>{definition.name()}</code>"


def table(headers, rows, widths=()):
    """An HTML table of finished cells; widths: of the columns, in percent."""
    sizes = [f' width="{width}%"' for width in widths] or [""] * len(headers)
    lines = [
        "<table>",
        f"<tr>{''.join(f'<th{size}>{escape(text)}</th>' for text, size in zip(headers, sizes))}</tr>",
        *(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows),
        "</table>",
    ]
    return "\n".join(lines)


def main():
    application = QgsApplication([], False)
    application.initQgis()
    registry = QgsApplication.processingRegistry()
    registry.addProvider(QgsNativeAlgorithms(registry))
    ours = provider.register()
    PAGES.mkdir(parents=True, exist_ok=True)
    for path, text in pages():
        path.write_text(text, encoding="utf-8")
        print(path.relative_to(plugin_package.ROOT))
    registry.removeProvider(ours)
    application.exitQgis()


if __name__ == "__main__":
    main()
