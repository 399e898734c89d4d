"""A room includes rooms with lower numbers only (src/rooms.txt); rooms of one number never include each other."""
import sys
from pathlib import Path

from cpp_source import includes, source_files


def read_order(path):
    order = {}
    for number, line in enumerate(path.read_text().splitlines(), 1):
        if line.startswith("#") or not line.strip():
            continue
        rank, room = line.split()
        if room in order:
            raise SystemExit(f"{path}:{number}: '{room}' stands twice")
        order[room] = int(rank)
    return order


def faults(root):
    src = Path(root, "src")
    order = read_order(src / "rooms.txt")
    known = {name for name, _ in source_files(root)}
    for folder in sorted(p.name for p in src.iterdir() if p.is_dir()):
        if folder not in order:
            yield f"src/{folder}: the room is not in src/rooms.txt"
    for file, path in source_files(root):
        parts = file.split("/")
        room = parts[1] if len(parts) == 3 else None
        if len(parts) > 3:
            yield f"{file}: rooms have no folders inside"
        for line, name, quoted in includes(path.read_text()):
            other = name.split("/")[0]
            inside = "src/" + name in known
            if quoted and not inside:
                yield f"{file}:{line}: \"{name}\" is no file of src/ (its paths begin at src/)"
            elif not quoted and inside:
                yield f"{file}:{line}: <{name}> is a file of src/ (write it in quotes)"
            elif inside and room in order and other in order and other != room and order[other] >= order[room]:
                yield (f"{file}:{line}: {room} ({order[room]}) must not include {other} ({order[other]}): "
                       f"what both need belongs into a room below")


if __name__ == "__main__":
    found = list(faults(Path(__file__).resolve().parents[2]))
    print("\n".join(found))
    print(f"{len(found)} includes against the order of the rooms")
    sys.exit(1 if found else 0)
