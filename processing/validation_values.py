"""Whether the values of a layer are right: codes, keys, the survey's rules, personal data."""

from types import SimpleNamespace

from ..algorithms.systems import CODE_SYSTEMS, SYSTEM_NAMES
from ..algorithms.validation_rules import key_fields, survey_lists, validation_rules
from . import areas
from .export_columns import Sources, holds
from .fields import personal_fields
from .i18n import tr
from .layer_reader import read_attributes

_RULES_FILE = "validation_rules.json"


def check_codes(layer, findings):
    """Codes in the lists of their fields, and of the right system."""
    lists = survey_lists() if layer.survey else {}
    for field in layer.spec.fields:
        if field.name not in layer.values:
            continue
        column = layer.values[field.name]
        if field.code_table:
            _check_system(layer, field, column, findings)
        elif field.codes or field.name in lists:
            known = lists.get(field.name) or {code for code, _ in field.codes}
            findings.of_rows("codes.list", layer, _rows(column, lambda value, known=known: value not in known),
                             field.name)


def check_keys(layer, findings):
    """Fields that tell features apart; for survey parcels the number within its village too."""
    from ..algorithms.validation import repeated

    for name in key_fields():
        if name in layer.values:
            rows, count = repeated([layer.values[name]])
            findings.of_rows("keys.unique", layer, rows, name, count=count.tolist())
    if layer.survey and {"ZLDWDM", "TBBH"} <= set(layer.values):
        rows, count = repeated([layer.values["ZLDWDM"], layer.values["TBBH"]])
        findings.of_rows("keys.parcel_number", layer, rows, "TBBH", count=count.tolist(),
                         place=layer.values["ZLDWDM"][rows].tolist())


def check_survey(layer, findings):
    """The survey's own rules: expressions of the data file, ridge and net areas."""
    import numpy as np

    columns = dict(layer.values)
    columns["DLBM"] = _normalised(columns.get("DLBM"), len(layer))
    sources = Sources(SimpleNamespace(path=_RULES_FILE))
    for rule in validation_rules().values():
        if not rule.fault:
            continue
        source = sources.get(rule.fault, 0)
        missing = [name for name in source.columns if name not in layer.values]
        if missing:
            findings.skip(rule.id, tr("{layer} has no field {field}").format(layer=layer.name, field=missing[0]))
            continue
        rows = np.flatnonzero(holds(sources.evaluate(source, columns, len(layer), {})))
        findings.of_rows(rule.id, layer, rows, rule.field, code=columns["DLBM"][rows].tolist())


def check_sums(layer, findings):
    """KCMJ and TBDLMJ against the fields they follow from."""
    from ..algorithms.validation import net_faults, ridge_faults

    values = {name: areas.numbers(layer.values[name]) for name in ("TBMJ", "KCXS", "KCMJ", "TBDLMJ")
              if name in layer.values}  # fmt: skip
    rules = validation_rules()
    if layer.survey:
        if {"TBMJ", "KCXS", "KCMJ"} <= set(values):
            rows, expected = ridge_faults(
                values["TBMJ"], values["KCXS"], values["KCMJ"], rules["survey.ridge_area"].tolerance)
            findings.of_rows("survey.ridge_area", layer, rows, "KCMJ", expected=_metres(expected))
        else:
            findings.skip("survey.ridge_area", tr("{layer} has no field {field}").format(
                layer=layer.name, field=", ".join(sorted({"TBMJ", "KCXS", "KCMJ"} - set(values)))))
    if {"TBMJ", "KCMJ", "TBDLMJ"} <= set(values):
        rows, expected = net_faults(
            values["TBMJ"], values["KCMJ"], values["TBDLMJ"], rules["survey.net_area"].tolerance)
        findings.of_rows("survey.net_area", layer, rows, "TBDLMJ", expected=_metres(expected))
    elif layer.survey:
        findings.skip("survey.net_area", tr("{layer} has no field {field}").format(
            layer=layer.name, field=", ".join(sorted({"TBMJ", "KCMJ", "TBDLMJ"} - set(values)))))


def check_personal(name, source, findings, shape):
    """Fields that hold personal data, in any layer. shape: that the fault gets."""
    findings.looked("personal.present", name)
    hidden = personal_fields(source.fields())
    if not hidden:
        return
    columns = read_attributes(source, hidden, lambda fraction: None)
    for field, column in columns.items():
        count = sum(value is not None and str(value).strip() != "" for value in column.tolist())
        if count:
            findings.of_layer("personal.present", name, shape=shape, field=field, count=count)


def normalised_codes(column, system):
    """Codes as the system writes them, '' where there is none, object array."""
    from ..algorithms.codes import code_table, normalise
    from .export_inputs import mapped

    table = code_table(system)
    return mapped(column, lambda value: normalise(value, table))


def _check_system(layer, field, column, findings):
    from ..algorithms.codes import code_table, normalise

    def place(value):
        if value is None:
            return ""
        if code_table(field.code_table).known(normalise(value, code_table(field.code_table))):
            return ""
        for system in CODE_SYSTEMS:
            table = code_table(system)
            if system != field.code_table and table.known(normalise(value, table)):
                return system
        return "?"

    from .export_inputs import mapped

    where = mapped(column, place)
    findings.of_rows("codes.list", layer, _rows(where, lambda system: system == "?"), field.name)
    rows = _rows(where, lambda system: system not in ("", "?"))
    findings.of_rows("codes.system", layer, rows, field.name, system=tr(SYSTEM_NAMES[field.code_table]),
                     other=[tr(SYSTEM_NAMES[system]) for system in where[rows].tolist()])


def _rows(column, wrong):
    import numpy as np

    from .export_inputs import mapped

    flags = mapped(column, lambda value: value is not None and wrong(str(value)))
    return np.flatnonzero(flags.astype(bool)) if len(flags) else np.empty(0, dtype=int)


def _normalised(column, count):
    import numpy as np

    from ..algorithms.systems import SURVEY

    if column is None:
        return np.full(count, None, dtype=object)
    return normalised_codes(column, SURVEY)


def _metres(values):
    return [f"{value:.2f}" for value in values.tolist()]


def check_names(layer, findings):
    """What codes are called beside them."""
    from ..algorithms.codes import code_table
    from .export_columns import distinct_rows

    for code_field, name_field in _named(layer):
        table = code_table(code_field.code_table)
        codes = normalised_codes(layer.values[code_field.name], code_field.code_table)
        names = layer.values[name_field.name]
        first, row = distinct_rows([codes, names], len(layer))
        wrong = [
            bool(codes[at]) and names[at] is not None and bool(table.known(codes[at]))
            and str(names[at]) != table.name(codes[at], True) for at in first.tolist()
        ]
        rows = _true(wrong, row)
        findings.of_rows(
            "codes.name", layer, rows, name_field.name, code=codes[rows].tolist(),
            expected=[table.name(code, True) for code in codes[rows].tolist()])


def _named(layer):
    """(field of codes, field of their names) pairs of a layer."""
    by_name = {field.name: field for field in layer.spec.fields if field.name in layer.values}
    if layer.survey:
        return [(by_name["DLBM"], by_name["DLMC"])] if {"DLBM", "DLMC"} <= set(by_name) else []
    by_source = {field.source: field for field in by_name.values()}
    pairs = ((field, by_source.get(field.source.replace("_code\"", "_name\""))) for field in by_name.values()
             if field.code_table and field.source.endswith("_code\""))
    return [(field, named) for field, named in pairs if named is not None]


def _true(wrong, row):
    import numpy as np

    return np.flatnonzero(np.array(wrong, dtype=bool)[row]) if len(wrong) else np.empty(0, dtype=int)
