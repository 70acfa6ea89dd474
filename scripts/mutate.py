"""Mutation testing: break the analysis in one place after the other, and see whether its tests notice.

scripts/mutate [MODULE …] [--most N]: modules of algorithms/ (all of TESTS when none is named), N places of each
(all of them unless given), spread evenly over the module. Every change runs the module's own unit tests in a process
of its own. Printed are the changes that no test noticed, and how many there were.

A change is one of: a comparison moved to its neighbour or turned round, an operator exchanged for its opposite, `and`
for `or`, a condition negated, a number made one larger, a truth made untruth.
"""

import argparse
import ast
import copy
import importlib
import importlib.util
import math
import os
import signal
import sys
import time

import plugin_package

ROOT = plugin_package.ROOT
TESTS = {
    "contiguity": ("test_contiguity",),
    "barriers": ("test_contiguity",),
    "relocation": ("test_relocation", "test_relocation_cases"),
    "weights": ("test_weights",),
    "ranking": ("test_ranking",),
    "plan_codes": ("test_plan_codes",),
    "structure_table": ("test_structure_table",),
    "rounding": ("test_structure_table", "test_membership"),
    "village_indicators": ("test_village_indicators",),
    "tag_ledger": ("test_tag_ledger",),
}
HEAVY = ("hypothesis", "numpy", "pandas", "pytest", "scipy.sparse.csgraph", "scipy.spatial", "shapely")
SLOWER = 5  # times what the unchanged module's tests take; changes that make them run on for ever end there
EXCHANGED = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult, ast.Mod: ast.Mult,
    ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd, ast.And: ast.Or, ast.Or: ast.And,
}  # fmt: skip


def changed(node):
    """One node changed, or None where there is nothing to change."""
    node = copy.deepcopy(node)
    if isinstance(node, ast.Compare) and type(node.ops[0]) in EXCHANGED:
        node.ops[0] = EXCHANGED[type(node.ops[0])]()
    elif isinstance(node, (ast.BinOp, ast.BoolOp, ast.AugAssign)) and type(node.op) in EXCHANGED:
        node.op = EXCHANGED[type(node.op)]()
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, (ast.Not, ast.USub, ast.Invert)):
        node = node.operand
    elif isinstance(node, ast.IfExp):
        node.test = ast.UnaryOp(ast.Not(), node.test)
    elif isinstance(node, ast.Constant) and isinstance(node.value, bool):
        node.value = not node.value
    elif isinstance(node, ast.Constant) and type(node.value) in (int, float):
        node.value += 1
    else:
        return None
    return node


def places(tree):
    """The nodes that can be changed, by their number in ast.walk's order; decorators, such as frozen=True, stay."""
    decorators = [one for node in ast.walk(tree) for one in getattr(node, "decorator_list", ())]
    left = {id(node) for decorator in decorators for node in ast.walk(decorator)}
    return [
        number for number, node in enumerate(ast.walk(tree)) if id(node) not in left and changed(node) is not None
    ]


class Exchange(ast.NodeTransformer):
    """Puts one node in another's place."""

    def __init__(self, old, new):
        self.old, self.new = old, new

    def visit(self, node):
        return self.new if node is self.old else super().visit(node)


def broken(source, number):
    """(line, what stood there, what stands there now, the tree) with the node of that number changed."""
    tree = ast.parse(source)
    old = next(node for place, node in enumerate(ast.walk(tree)) if place == number)
    new = changed(old)
    told = old.lineno, ast.unparse(old), ast.unparse(new)
    return (*told, ast.fix_missing_locations(Exchange(old, new).visit(tree)))


def is_noticed(module, tree, patience=0):
    """Run the module's tests on the tree in a process of its own; whether they fail, or take longer than that, s."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    signal.alarm(patience)
    status = 1
    try:
        put_in(module, tree)
        pytest = importlib.import_module("pytest")
        files = [str(ROOT / "tests" / "unit" / f"{name}.py") for name in TESTS[module]]
        options = ["-x", "-q", "-p", "no:pytest_qgis", "-p", "no:cacheprovider", "-p", "no:xdist"]
        status = pytest.main([*options, "-c", str(ROOT / "pyproject.toml"), *files])
    finally:
        os._exit(int(status))


def put_in(module, tree):
    """Make the tree the module that everybody imports."""
    package = importlib.import_module(f"{plugin_package.load().__name__}.algorithms")
    path = ROOT / "algorithms" / f"{module}.py"
    name = f"{package.__name__}.{module}"
    made = importlib.util.module_from_spec(importlib.util.spec_from_file_location(name, path))
    sys.modules[name] = made
    setattr(package, module, made)
    exec(compile(tree, str(path), "exec"), made.__dict__)  # noqa: S102 - our own code, changed by us


def spread(items, most):
    """At most so many of them, evenly from the first to the last."""
    if most is None or most >= len(items):
        return items
    return [items[index * len(items) // most] for index in range(most)]


def main():
    parser = argparse.ArgumentParser(prog="scripts/mutate")
    parser.add_argument("modules", nargs="*", metavar="MODULE")
    parser.add_argument("--most", type=int, metavar="N")
    asked = parser.parse_args()
    unknown = set(asked.modules) - set(TESTS)
    if unknown:
        parser.error(f"there are no tests named for {', '.join(sorted(unknown))}; there are for {', '.join(TESTS)}")
    for name in HEAVY:
        importlib.import_module(name)
    os.chdir(ROOT)
    for module in asked.modules or TESTS:
        source = (ROOT / "algorithms" / f"{module}.py").read_text(encoding="utf-8")
        begun = time.monotonic()
        if is_noticed(module, ast.parse(source)):
            sys.exit(f"{module}: its tests fail without any change")
        patience = math.ceil(SLOWER * (time.monotonic() - begun))
        tried, missed = spread(places(ast.parse(source)), asked.most), 0
        for number in tried:
            line, before, after, tree = broken(source, number)
            if not is_noticed(module, tree, patience):
                missed += 1
                print(f"algorithms/{module}.py:{line}: {before}  →  {after}", flush=True)
        seconds = time.monotonic() - begun
        print(f"{module}: {len(tried)} changes, {missed} not noticed, {seconds:.0f} s", flush=True)


if __name__ == "__main__":
    main()
