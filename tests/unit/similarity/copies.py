"""Copies of right answers, changed as somebody does who does not want them to be found: for the proof, not for people.

Each change keeps what the code does, or nearly: nothing here is ever run.
"""

from __future__ import annotations

import ast
import io
import random
import tokenize
from collections.abc import Callable

WORDS = "wert summe ergebnis zwischen teil rest links rechts vorne hinten matrix vektor breite tiefe neu alt".split()
SENTENCES = (
    "zuerst die Summe bilden",
    "hier wird das Ergebnis gespeichert",
    "nun die nächste Zeile berechnen",
    "siehe Vorlesung, Seite 12",
)


def parsed(source: str) -> ast.Module | None:
    try:
        return ast.parse(source)
    except SyntaxError:
        return None


def renamed(source: str, given: frozenset[str], chance: random.Random) -> str:
    """Every name that the student chose is another."""
    tree = parsed(source)
    if tree is None:
        return source
    own = [node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)]
    own += [node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)]
    own += [node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    words = [f"{word}{number or ''}" for number in range(20) for word in chance.sample(WORDS, len(WORDS))]
    words = [word for word in words if word not in given]
    names = dict(zip([name for name in dict.fromkeys(own) if name not in given], words, strict=False))
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            node.id = names.get(node.id, node.id)
        elif isinstance(node, ast.arg):
            node.arg = names.get(node.arg, node.arg)
        elif isinstance(node, ast.FunctionDef):
            node.name = names.get(node.name, node.name)
    return ast.unparse(tree)


def reordered(source: str, given: frozenset[str], chance: random.Random) -> str:
    """Neighbouring statements that do not need each other have changed places, wherever that is possible."""
    tree = parsed(source)
    if tree is None:
        return source
    for node in ast.walk(tree):
        for body in (getattr(node, "body", None), getattr(node, "orelse", None)):
            if isinstance(body, list):
                for _ in range(2):
                    for at in range(len(body) - 1):
                        if _independent(body[at], body[at + 1]) and chance.random() < 0.8:
                            body[at], body[at + 1] = body[at + 1], body[at]
    for node in ast.walk(tree):
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add) and chance.random() < 0.5:
            node.left, node.right = node.right, node.left
    return ast.unparse(tree)


def _independent(one: ast.stmt, other: ast.stmt) -> bool:
    simple = (ast.Assign, ast.AugAssign, ast.FunctionDef, ast.Expr)
    if not isinstance(one, simple) or not isinstance(other, simple):
        return False
    stored = [{ast.unparse(node) for node in ast.walk(it) if _is_stored(node)} for it in (one, other)]
    used = [
        {ast.unparse(node) for node in ast.walk(it) if isinstance(node, ast.Name | ast.Attribute)}
        for it in (one, other)
    ]
    return not (stored[0] & used[1] or stored[1] & used[0])


def _is_stored(node: ast.AST) -> bool:
    return isinstance(node, ast.Name | ast.Attribute) and isinstance(node.ctx, ast.Store)


def reformatted(source: str, given: frozenset[str], chance: random.Random) -> str:
    """Other blanks, brackets where none are needed, statements in one line or in several, empty lines between."""
    tree = parsed(source)
    if tree is None:
        return source
    lines: list[str] = []
    for line in ast.unparse(tree).splitlines():
        name, sign, value = line.partition(" = ")
        simple = sign and "(" not in name and not value.endswith(("[", "(", "{")) and "lambda" not in value
        if simple and name.strip() and chance.random() < 0.5 and parsed(f"_ = ({value})") is not None:
            line = f"{name}=( {value.replace(' + ', '+').replace(' * ', '*')} )"
        lines.append(line)
        if chance.random() < 0.3 and not line.rstrip().endswith((":", ",")):
            lines.append("")
    text = "\n".join(lines)
    return text if parsed(text) is not None else ast.unparse(tree)


def comments_translated(source: str, given: frozenset[str], chance: random.Random) -> str:
    """Every comment and docstring is in another language, and there are more of them."""
    found = []
    try:
        for token in tokenize.generate_tokens(io.StringIO(source).readline):
            if token.type == tokenize.COMMENT:
                found.append(token)
    except (tokenize.TokenError, SyntaxError):
        return source
    lines = source.splitlines()
    for token in reversed(found):
        row, column = token.start
        lines[row - 1] = f"{lines[row - 1][:column]}# {chance.choice(SENTENCES)}"
    tree = parsed("\n".join(lines))
    if tree is None:
        return source
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and (text := ast.get_docstring(node, clean=False)):
            lines = [line.replace(text.splitlines()[0], chance.choice(SENTENCES)) for line in lines]
    spread = []
    for line in lines:
        if line.strip() and not line.startswith(" ") and chance.random() < 0.3:
            spread.append(f"# {chance.choice(SENTENCES)}")
        spread.append(line)
    text = "\n".join(spread)
    return text if parsed(text) is not None else source


class _Otherwise(ast.NodeTransformer):
    """Writes expressions in another way."""

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        self.generic_visit(node)
        call = {ast.MatMult: "matmul", ast.Div: "divide", ast.Sub: "subtract", ast.Mult: "multiply"}.get(type(node.op))
        if call is not None:
            return _numpy(call, node.left, node.right)
        if isinstance(node.op, ast.Pow) and isinstance(node.right, ast.Constant) and node.right.value == 2:
            return _numpy("square", node.left)
        return node

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        self.generic_visit(node)
        return _numpy("transpose", node.value) if node.attr == "T" and isinstance(node.ctx, ast.Load) else node

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        if not isinstance(node.func, ast.Attribute) or ast.unparse(node.func.value) == "np":
            return node
        if node.func.attr not in ("sum", "mean", "dot", "reshape"):
            return node
        return ast.Call(_numpy_name(node.func.attr), [node.func.value, *node.args], node.keywords)


def _numpy_name(name: str) -> ast.expr:
    return ast.Attribute(ast.Name("np", ast.Load()), name, ast.Load())


def _numpy(name: str, *arguments: ast.expr) -> ast.expr:
    return ast.Call(_numpy_name(name), list(arguments), [])


def third_rewritten(source: str, given: frozenset[str], chance: random.Random) -> str:
    """A third of the simple statements, by length, is written in another way, with a name in between."""
    tree = parsed(source)
    if tree is None:
        return source
    bodies = [
        body
        for node in ast.walk(tree)
        for body in (getattr(node, "body", None), getattr(node, "orelse", None))
        if isinstance(body, list)
    ]
    simple = [
        (body, one)
        for body in bodies
        for one in body
        if isinstance(one, ast.Assign | ast.Return | ast.AugAssign) and one.value
    ]
    whole = len(ast.unparse(tree))
    changed = 0
    for number, (body, one) in enumerate(chance.sample(simple, len(simple))):
        if changed >= whole / 3:
            break
        changed += len(ast.unparse(one))
        assert one.value is not None
        value = _Otherwise().visit(one.value)
        between = f"zwischen_{number}"
        at = body.index(one)
        if isinstance(one, ast.AugAssign):
            target = ast.parse(ast.unparse(one.target), mode="eval").body
            new: ast.stmt = ast.Assign([one.target], ast.BinOp(target, one.op, ast.Name(between, ast.Load())))
        else:
            one.value = ast.Name(between, ast.Load())
            new = one
        body[at : at + 1] = [ast.Assign([ast.Name(between, ast.Store())], value), new]
    return ast.unparse(ast.fix_missing_locations(tree))


def everything(source: str, given: frozenset[str], chance: random.Random) -> str:
    """All of it at once."""
    for change in (third_rewritten, reordered, renamed, reformatted):
        source = change(source, given, chance)
    return source


Change = Callable[[str, frozenset[str], random.Random], str]
CHANGES: dict[str, Change] = {
    change.__name__: change
    for change in (renamed, reordered, reformatted, comments_translated, third_rewritten, everything)
}
