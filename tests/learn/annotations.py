"""annotations.jsonl holds what its form allows, and no words of the articles but names."""
import json
import re
import sys
from pathlib import Path

FILE = Path(__file__).parent / "annotations.jsonl"
LONGEST = 80  # characters of a string: a name, never a sentence
ACTOR = {"id", "name"}
SLOTS = {
    "spans", "type", "status", "parties", "initiator", "sectors", "instrument", "amounts", "dates", "duration", "optional",
}
AMOUNT = {"value", "currency", "max", "approx", "cumulative"}


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, list)):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from strings(inner)


def actor_faults(actor, keys):
    if not set(actor) <= keys:
        yield f"keys {sorted(set(actor) - keys)} of an actor"
    if ("id" in actor) == ("name" in actor):
        yield "an actor has an id, or else a name"


def claim_faults(claim):
    if not {"spans", "type", "status"} <= set(claim) <= SLOTS:
        yield f"keys {sorted(claim)}"
        return
    spans = claim["spans"]
    if not spans or spans != sorted(spans) or not all(len(s) == 2 and 0 <= s[0] < s[1] for s in spans):
        yield f"spans {spans}"
    for party in claim.get("parties", []):
        yield from actor_faults(party, ACTOR | {"role"})
    if "initiator" in claim:
        yield from actor_faults(claim["initiator"], ACTOR)
    for amount in claim.get("amounts", []):
        if not set(amount) <= AMOUNT:
            yield f"keys {sorted(amount)} of a sum"


def line_faults(line):
    if set(line) != {"sha256", "date", "commitments"}:
        yield f"keys {sorted(line)}"
        return
    if not re.fullmatch("[0-9a-f]{64}", line["sha256"]):
        yield "no hash"
    if line["date"] is not None and not re.fullmatch(r"\d{4}-\d\d-\d\d", line["date"]):
        yield f"date {line['date']}"
    for claim in line["commitments"]:
        yield from claim_faults(claim)
    for text in strings(line):
        if len(text) > LONGEST or "\n" in text:
            yield f"a string of {len(text)} characters"


def main():
    lines = [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]
    found = [f"{FILE.name}:{number}: {fault}" for number, line in enumerate(lines, 1) for fault in line_faults(line)]
    hashes = [line.get("sha256", "") for line in lines]
    if hashes != sorted(set(hashes)):
        found.append(f"{FILE.name}: not in order of the hashes, each once")
    print("\n".join(found))
    print(f"{len(lines)} articles, {sum(len(line['commitments']) for line in lines)} commitments; {len(found)} faults")
    return 1 if found or len(lines) < 1000 else 0


if __name__ == "__main__":
    sys.exit(main())
