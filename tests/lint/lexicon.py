"""All natural-language forms that the shipped rules hold.

    forms = lexicon(root)       {("united", "states"): "rules/en/actors.tsv:12", ("€",): ...}
    found = in_text(forms, "visits the United States")
"""
import re
import unicodedata
from pathlib import Path

# Columns that hold what a text may say; the others hold ids, kinds, numbers and notes.
FORM_COLUMNS = {"form", "forms", "lemma", "name", "names", "demonym", "demonyms", "adjectives", "near",
                "capital", "capitals", "acronym", "acronyms", "aliases", "short", "leaders", "surname"}
LONGEST = 12  # words of a form that are looked for; a form longer than that would be a sentence
NO_FORMS = ("modality.tsv",)  # its forms are those of grammar
# In these keys of .rules files letters are words of the language, unless they name a group or a define.
PATTERN_KEYS = ("match", "unless", "define", "then", "|")
NO_WORD = re.compile(r"\(\?P<\w+>|\(\?[a-z-]+:?|\{\{\w+\}\}|\{[^}]*\}|\\[a-zA-Z]|\[[^\]]*\]")


def words(text):
    """Runs of letters, folded, and single currency signs."""
    out, run = [], ""
    for char in text:
        if char.isalpha():
            run += char
            continue
        if run:
            out.append(run.casefold())
        run = ""
        if unicodedata.category(char) == "Sc":
            out.append(char)
    if run:
        out.append(run.casefold())
    return out


def lexicon(root):
    forms = {}
    for path in sorted(Path(root, "rules").rglob("*")):
        shown = path.relative_to(root).as_posix()
        if path.suffix == ".tsv":
            source = _table(path)
        elif path.suffix == ".rules":
            source = _rules(path)
        else:
            continue
        for line, form in source:
            key = tuple(words(form))
            # A lone letter is too little to tell a word from a code of a format string.
            if 0 < len(key) <= LONGEST and not (len(key) == 1 and len(key[0]) == 1 and key[0].isalpha()):
                forms.setdefault(key, f"{shown}:{line}")
    return forms


def _table(path):
    columns = None
    for line, text in enumerate(path.read_text().splitlines(), 1):
        if not text.strip() or text.startswith("#"):
            continue
        cells = text.split("\t")
        if columns is None:
            columns = cells
            continue
        for column, cell in zip(columns, cells):
            if column not in FORM_COLUMNS or path.name in NO_FORMS:
                continue
            for form in cell.split("|"):
                yield line, form.strip().lstrip("=")
                yield line, re.sub(r"\([^)]*\)", "", form)           # "shipment(s)" without
                yield line, re.sub(r"[()]", "", form)                # and with its ending


def _rules(path):
    for line, text in enumerate(path.read_text().splitlines(), 1):
        key, _, value = text.strip().partition(" ")
        if key.startswith("|"):
            key, value = "|", text.strip()[1:]
        if key not in PATTERN_KEYS:
            continue
        if key == "define":
            value = value.strip().partition(" ")[2]
        for word in re.findall(r"[^\W\d_]{2,}", NO_WORD.sub(" ", value)):
            if not word.isupper():
                yield line, word


def in_text(forms, text):
    """The longest forms that stand in `text`, from left to right."""
    parts, at, found = words(text), 0, []
    while at < len(parts):
        for length in range(min(LONGEST, len(parts) - at), 0, -1):
            key = tuple(parts[at:at + length])
            if key in forms:
                found.append(key)
                at += length
                break
        else:
            at += 1
    return found
