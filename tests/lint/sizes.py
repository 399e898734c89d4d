"""No function of 80 lines or more, no file of 500 or more."""
import sys
from pathlib import Path

from cpp_source import functions, source_files

FUNCTION, FILE = 80, 500


def faults(root):
    for file, path in source_files(root):
        text = path.read_text()
        lines = len(text.splitlines())
        if lines >= FILE:
            yield f"{file}: {lines} lines; a file has fewer than {FILE}"
        for function in functions(text):
            if function.lines >= FUNCTION:
                yield f"{file}:{function.line}: {function.name} has {function.lines} lines; fewer than {FUNCTION}"


if __name__ == "__main__":
    root = Path(__file__).resolve().parents[2]
    found = list(faults(root))
    lengths = sorted(f.lines for _, path in source_files(root) for f in functions(path.read_text()))
    print("\n".join(found))
    print(f"{len(lengths)} functions, median {lengths[len(lengths) // 2]}, longest {lengths[-1]} lines; "
          f"{len(found)} too long")
    sys.exit(1 if found or len(lengths) < 100 else 0)
