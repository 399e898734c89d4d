"""The top level holds only what is named here."""
import sys
from pathlib import Path

ALLOWED = {
    ".ci", ".clang-format", ".clang-tidy", ".gitignore", "ARCHITECTURE.md", "CHANGELOG.md", "CMakeLists.txt",
    "CMakePresets.json", "LICENSE", "README.md", "corpus", "man", "rules", "src", "tests",
}
NOT_KEPT = {".git", "build"}  # of git, and in .gitignore


def faults(root):
    here = {path.name for path in Path(root).iterdir()} - NOT_KEPT
    return sorted(here - ALLOWED)


if __name__ == "__main__":
    found = faults(Path(__file__).resolve().parents[2])
    for name in found:
        print(f"{name}: does not belong on the top level")
    sys.exit(1 if found else 0)
