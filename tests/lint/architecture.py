"""The table of rooms in ARCHITECTURE.md is that of src/rooms.txt, and names the libraries that each room includes."""
import re
import sys
from pathlib import Path

from cpp_source import includes, source_files
from include_order import read_order

LIBRARIES = {"re2": "RE2", "unicode": "ICU", "openssl": "libcrypto", "simdjson.h": "simdjson", "zlib.h": "zlib",
             "zstd.h": "zstd", "rapidjson": "RapidJSON", "sqlite3.h": "SQLite", "CLI": "CLI11"}
ROW = re.compile(r"^\| (\d+) \| `(\w+)` \|.*\| *([^|]*?) *\|$", re.MULTILINE)


def faults(root):
    told = {room: (int(rank), libraries) for rank, room, libraries in ROW.findall((root / "ARCHITECTURE.md").read_text())}
    order = read_order(root / "src/rooms.txt")
    for room in sorted(set(told) | set(order)):
        if told.get(room, (None,))[0] != order.get(room):
            yield f"{room}: {told.get(room, ('no row',))[0]} in ARCHITECTURE.md, {order.get(room, 'no line')} in src/rooms.txt"
    used = {}
    for file, path in source_files(root):
        for _, name, quoted in includes(path.read_text()):
            library = LIBRARIES.get(name.split("/")[0])
            if library and not quoted and file.count("/") == 2:
                used.setdefault(file.split("/")[1], set()).add(library)
    for room, libraries in sorted(used.items()):
        # The command line tells the versions of all libraries.
        for library in sorted(libraries if room != "cli" else libraries & {"CLI11"}):
            if library not in told.get(room, (0, ""))[1]:
                yield f"{room}: includes {library}, of which ARCHITECTURE.md does not know"


if __name__ == "__main__":
    found = list(faults(Path(__file__).resolve().parents[2]))
    print("\n".join(found) or "ARCHITECTURE.md is true to src/")
    sys.exit(1 if found else 0)
