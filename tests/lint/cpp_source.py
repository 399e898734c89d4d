"""A lexer for the C++ of this project: enough to see literals, calls, includes and functions.

    for token in tokens(text): token.kind, token.text, token.line
    for literal in literals(text): literal.value, literal.line, literal.calls, literal.function
    for function in functions(text): function.name, function.line, function.lines

It knows comments, raw strings, prefixes, escapes and joined literals; it does not expand macros.
"""
import re
from dataclasses import dataclass, field
from pathlib import Path

TOKEN = re.compile(
    r"""
    (?P<blank>\s+|\\\n)
  | (?P<comment>//[^\n]*|/\*.*?\*/)
  | (?P<raw>(?:u8|[uUL])?R"(?P<mark>[^()\\\s]{0,16})\(.*?\)(?P=mark)")
  | (?P<string>(?:u8|[uUL])?"(?:[^"\\\n]|\\.)*")
  | (?P<char>(?:u8|[uUL])?'(?:[^'\\\n]|\\.)+')
  | (?P<number>\.?\d(?:'?[\w.]|[eEpP][+-])*)
  | (?P<word>[A-Za-z_]\w*)
  | (?P<mark_>::|->|\S)
    """,
    re.VERBOSE | re.DOTALL,
)
ESCAPE = re.compile(r"\\(x[0-9a-fA-F]+|[0-7]{1,3}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)", re.DOTALL)
NO_CALLS = ("if", "for", "while", "switch", "return", "catch", "sizeof", "static_assert", "constexpr")
SIMPLE = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v", "\n": ""}


@dataclass
class Token:
    kind: str  # string, char, number, word, mark
    text: str
    line: int


@dataclass
class Literal:
    value: str
    line: int
    calls: list = field(default_factory=list)  # calls (and types with braces) around it, innermost last
    function: str = ""                         # the function it stands in, "" outside of all


@dataclass
class Function:
    name: str
    line: int
    lines: int


def source_files(root):
    """All files of src/, with their paths from `root`, in order."""
    found = [p for p in (Path(root) / "src").rglob("*") if p.suffix in (".h", ".cpp")]
    return sorted((p.relative_to(root).as_posix(), p) for p in found)


def tokens(text):
    line, at, fresh = 1, 0, True
    while at < len(text):
        if fresh and text[at] == "#":  # a preprocessor line
            end = re.compile(r"(?:[^\n\\]|\\.)*", re.DOTALL).match(text, at).end()
            if text[at:].startswith("#define"):
                for token in tokens(text[at + len("#define"):end]):
                    yield Token(token.kind, token.text, line + token.line - 1)
            line += text.count("\n", at, end)
            at = end
            continue
        match = TOKEN.match(text, at)
        kind = match.lastgroup
        if kind == "mark" or match.group("raw"):
            kind = "raw"
        if kind == "mark_":
            kind = "mark"
        if kind not in ("blank", "comment"):
            yield Token("string" if kind == "raw" else kind, match.group(), line)
            fresh = False
        if "\n" in match.group():
            fresh = True
        line += match.group().count("\n")
        at = match.end()


def value_of(written):
    """What a string literal stands for."""
    raw = re.match(r'(?:u8|[uUL])?R"([^(]*)\((.*)\)\1"$', written, re.DOTALL)
    if raw:
        return raw.group(2)
    out = bytearray()
    body = written[written.index('"') + 1:-1]
    at = 0
    for match in ESCAPE.finditer(body):
        out += body[at:match.start()].encode()
        code = match.group(1)
        if code[0] == "x":
            out.append(int(code[1:], 16) & 0xFF)
        elif code[0] in "uU":
            out += chr(int(code[1:], 16)).encode()
        elif code[0] in "01234567":
            out.append(int(code, 8) & 0xFF)
        else:
            out += SIMPLE.get(code, code).encode()
        at = match.end()
    out += body[at:].encode()
    return out.decode(errors="replace")


class _Walker:
    """Follows brackets and tells scopes from function bodies."""

    def __init__(self):
        self.open = []      # (bracket, name before it)
        self.head = []      # tokens of the statement so far, outside of functions
        self.scopes = []    # one a brace outside of functions: (is a function, name, line)
        self.depth = 0      # braces inside the function
        self.paren = 0

    def function(self):
        return self.scopes[-1] if self.scopes and self.scopes[-1][0] else None

    def head_is_function(self):
        words = [t.text for t in self.head]
        if "(" not in words:
            return None
        at = words.index("(")
        if "operator" in words[:at + 1]:
            return "operator"
        if any(w in ("namespace", "class", "struct", "enum", "union", "=") for w in words[:at]):
            return None
        return words[at - 1] if at and re.match(r"\w", words[at - 1]) else None


def _walk(text):
    """Yields (token, walker) for each token, and ('end', function, line) when a function closes."""
    state = _Walker()
    previous = None
    for token in tokens(text):
        inside = state.function() is not None
        yield token, state
        mark = token.text if token.kind == "mark" else ""
        if mark in ("(", "{", "["):
            name = previous.text if previous is not None and previous.kind == "word" else ""
            state.open.append(name if mark == "(" or name[:1].isupper() else "")
        elif mark in (")", "}", "]") and state.open:
            state.open.pop()
        if inside:
            if mark == "{":
                state.depth += 1
            elif mark == "}":
                if state.depth == 0:
                    closed = state.scopes.pop()
                    state.head = []
                    yield ("end", closed, token.line), state
                else:
                    state.depth -= 1
        else:
            _outside(state, token, mark)
        previous = token


def _outside(state, token, mark):
    if mark == "(":
        state.paren += 1
    elif mark == ")":
        state.paren -= 1
    if mark == "{" and state.paren == 0:
        name = state.head_is_function()
        last = state.head[-1].text if state.head else ""
        # "member{value}," of a constructor's list is no body: a word stands before its brace.
        listed = name is not None and ":" in [t.text for t in state.head] and re.match(r"\w", last) \
            and last not in ("const", "noexcept", "override", "final", "try", "mutable")
        if listed:
            state.scopes.append((False, "", token.line, True))
        else:
            line = state.head[0].line if state.head else token.line
            state.scopes.append((name is not None, name or "", line, False))
            state.depth = 0
            if name is None:
                state.head = []
    elif mark == "}" and state.paren == 0:
        closed = state.scopes.pop() if state.scopes else (False, "", 0, False)
        if not closed[3]:
            state.head = []
        else:
            state.head.append(token)
    elif mark == ";" and state.paren == 0:
        state.head = []
    elif mark == ":" and state.head and state.head[-1].text in ("public", "private", "protected"):
        state.head = []
    else:
        state.head.append(token)


def literals(text):
    """The string literals; neighbours that the compiler joins are one."""
    found, last = [], None
    for token, state in _walk(text):
        if isinstance(token, tuple):
            last = None
            continue
        if token.kind != "string":
            last = None
            continue
        if last is not None:
            last.value += value_of(token.text)
            continue
        function = state.function()
        names = [name for name in state.open if name and name not in NO_CALLS]
        last = Literal(value_of(token.text), token.line, names, function[1] if function else "")
        found.append(last)
    return found


def functions(text):
    """The functions that have a body, with the lines from their head to the closing brace."""
    found = []
    for token, _ in _walk(text):
        if isinstance(token, tuple):
            _, closed, line = token
            found.append(Function(closed[1], closed[2], line - closed[2] + 1))
    return found


def includes(text):
    """(line, name, quoted) of each include."""
    for at, line in enumerate(text.splitlines(), 1):
        match = re.match(r'\s*#\s*include\s*([<"])([^>"]+)[>"]', line)
        if match:
            yield at, match.group(2), match.group(1) == '"'
