"""No word of a language stands in src/: what matching uses lives in rules/.

Every string literal of src/ is searched for all forms that the rules hold.  One that contains a form must be
named in literals.txt, which says why it may stand there.  With --list the literals found are shown.
"""
import json
import re
import sys
from collections import defaultdict
from pathlib import Path

from cpp_source import literals, source_files
from lexicon import in_text, lexicon

ALLOWED = Path(__file__).with_name("literals.txt")


class Allowed:
    """The lines of literals.txt; remembers which were needed."""

    def __init__(self, path):
        self.rooms, self.likes, self.calls, self.places, self.texts = {}, {}, {}, {}, {}
        reason = ""
        for number, line in enumerate(path.read_text().splitlines(), 1):
            if line.startswith("#"):
                reason = line.lstrip("# ")
                continue
            kind, _, rest = line.partition(" ")
            if not kind:
                continue
            if not reason:
                raise SystemExit(f"{path}:{number}: no reason stands above this line")
            if kind == "room":
                self.rooms[rest] = number
            elif kind == "like":
                self.likes[rest] = number
            elif kind == "call":
                self.calls.update({name: number for name in rest.split()})
            elif kind == "in":
                file, *functions = rest.split()
                self.places.update({(file, "" if f == "-" else f): number for f in functions})
            elif kind == "text":
                file, _, written = rest.partition(" ")
                self.texts.update({(file, text): number for text in json.loads("[" + written + "]")})
            else:
                raise SystemExit(f"{path}:{number}: unknown kind '{kind}'")
        self.needed = set()

    def allows(self, file, literal):
        found = [key for key in (
            ("rooms", file.split("/")[1]),
            ("places", (file, literal.function)),
            ("places", (file, "*")),
            ("texts", (file, literal.value)),
            *(("calls", name) for name in literal.calls),
        ) if key[1] in getattr(self, key[0])]
        found += [("likes", like) for like in self.likes if re.fullmatch(like, literal.value)]
        self.needed.update(found)
        return bool(found)

    def useless(self):
        """Entries that let nothing pass, with their lines."""
        for kind in ("rooms", "likes", "calls", "places", "texts"):
            for key, line in getattr(self, kind).items():
                if (kind, key) not in self.needed:
                    yield line, " ".join(key) if isinstance(key, tuple) else key


def main(root, show):
    forms, allowed = lexicon(root), Allowed(ALLOWED)
    if len(forms) < 1000:
        print(f"only {len(forms)} forms were read from rules/: the tables' columns have changed?")
        return 1
    faults, seen = [], defaultdict(int)
    for file, path in source_files(root):
        for literal in literals(path.read_text()):
            found = in_text(forms, literal.value)
            if not found:
                continue
            seen[file] += 1
            if not allowed.allows(file, literal):
                word = " ".join(found[0])
                faults.append(f"{file}:{literal.line}: {json.dumps(literal.value, ensure_ascii=False)} in "
                              f"{literal.function or '-'}: '{word}' is a form of {forms[found[0]]}")
    if show:
        print("\n".join(f"{count:5} {file}" for file, count in sorted(seen.items())))
    print("\n".join(faults))
    for line, what in sorted(allowed.useless()):
        print(f"note: {ALLOWED.name}:{line}: '{what}' is not needed any more")
    print(f"{sum(seen.values())} literals hold a form of {len(forms)}; {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(Path(__file__).resolve().parents[2], "--list" in sys.argv))
