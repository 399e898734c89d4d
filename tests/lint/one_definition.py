"""A name of a type stands for one type: two of one name in a program, even in files that never meet, share their templates."""
import re
import sys
from collections import defaultdict
from pathlib import Path

from cpp_source import source_files

TYPE = re.compile(r"^(?:struct|class|enum class|union) (\w+)\b(?!::)[^;]*$")


def types(text):
    """(name, line, unnamed) of each type that stands at the left margin; `unnamed`: in an unnamed namespace."""
    unnamed = False
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("namespace {"):
            unnamed = True
        elif line == "}  // namespace":
            unnamed = False
        elif found := TYPE.match(line):
            yield found.group(1), number, unnamed


def faults(root):
    places = defaultdict(list)
    for file, path in source_files(root):
        for name, line, unnamed in types(path.read_text()):
            if not unnamed:
                places[name].append(f"{file}:{line}")
    for name, at in sorted(places.items()):
        if len(at) > 1:
            yield f"{name} is defined {len(at)} times: {', '.join(at)}"


if __name__ == "__main__":
    root = Path(__file__).resolve().parents[2]
    found = list(faults(root))
    print("\n".join(found))
    known = sum(1 for _, path in source_files(root) for _ in types(path.read_text()))
    print(f"{known} types; {len(found)} names of several")
    sys.exit(1 if found or known < 100 else 0)
