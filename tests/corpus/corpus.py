"""Runs coopmine over corpus/ and holds its output to account.

    corpus.py golden COOPMINE    the records are those kept in golden/NAME.jsonl
    corpus.py same COOPMINE      the same bytes for any -j, locale, time zone and order of options
    corpus.py spans COOPMINE     every span of every record and mention quotes its text exactly
    corpus.py schema COOPMINE    every line fits `coopmine schema`, read by another validator
    corpus.py floor COOPMINE     accuracy by `coopmine eval` is not below what floor.json asks for

With COOPMINE_REPOPULATE=1 in the environment, `golden` and `floor` write their files anew instead of comparing.
"""
import difflib
import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = Path(__file__).with_name("golden")
FLOOR = Path(__file__).with_name("floor.json")
SLACK = 0.01  # how far a new floor lies below what was measured


def articles():
    found = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "corpus").glob("*.txt"))
    if len(found) < 25:
        raise SystemExit(f"only {len(found)} articles in corpus/")
    return found


def run(binary, *arguments, environment=None, records=None):
    """Standard output of coopmine, started in the source folder; anything on standard error is a fault."""
    done = subprocess.run([binary, *arguments], cwd=ROOT, capture_output=True, input=records,
                          env=os.environ | (environment or {}))
    if done.returncode != 0 or done.stderr:
        raise SystemExit(f"coopmine {' '.join(arguments[:4])} ... ended with {done.returncode}:\n"
                         f"{done.stderr.decode(errors='replace')}")
    return done.stdout


def extract(binary, *options, **environment):
    return run(binary, "extract", "-q", *options, *articles(), environment=environment)


def lines_of(output):
    lines = [json.loads(line) for line in output.decode().splitlines()]
    if not lines:
        raise SystemExit("coopmine wrote nothing at all")
    return lines


def by_article(output):
    parts = {}
    for line in output.decode().splitlines(keepends=True):
        parts.setdefault(Path(json.loads(line)["doc"]["id"]).stem, []).append(line)
    return parts


def readable(line):
    return json.dumps(json.loads(line), ensure_ascii=False, indent=1).splitlines()


def golden(binary):
    found = by_article(extract(binary))
    names = [Path(name).stem for name in articles()]
    if os.environ.get("COOPMINE_REPOPULATE"):
        GOLDEN.mkdir(exist_ok=True)
        for path in GOLDEN.glob("*.jsonl"):
            path.unlink()
        for name in names:
            (GOLDEN / f"{name}.jsonl").write_text("".join(found.get(name, [])))
        print(f"wrote {len(names)} files")
        return 0
    kept = {path.stem: path.read_text().splitlines(keepends=True) for path in GOLDEN.glob("*.jsonl")}
    faults = 0
    for name in sorted(set(names) | set(kept)):
        if name not in kept or name not in names:
            print(f"{name}: {'no golden file' if name not in kept else 'no such article'}")
            faults += 1
        elif kept[name] != found.get(name, []):
            faults += 1
            before = [row for line in kept[name] for row in readable(line)]
            after = [row for line in found.get(name, []) for row in readable(line)]
            print("\n".join(list(difflib.unified_diff(before, after, f"golden/{name}", "found", lineterm="", n=3))[:60]))
    print(f"{len(names)} articles, {sum(map(len, found.values()))} records, {faults} articles differ")
    if faults:
        print("If this is meant: COOPMINE_REPOPULATE=1 ctest -R corpus/golden, then read the diff")
    return 1 if faults else 0


def same(binary):
    one = extract(binary, "--mentions", "-j", "1")
    others = {
        "-j 8": extract(binary, "-j", "8", "--mentions"),
        "-j 8 again": extract(binary, "-j", "8", "--mentions"),
        "another locale and time zone": extract(binary, "--mentions", LC_ALL="C.UTF-8", LANG="tr_TR.UTF-8",
                                                TZ="Asia/Tokyo"),
    }
    faults = [name for name, output in others.items() if output != one]
    print(f"{len(one)} bytes; different with: {', '.join(faults) or 'none'}")
    return 1 if faults or not one else 0


def quoted(value, path=""):
    """Every object with a span, with its path."""
    if isinstance(value, dict):
        if "span" in value:
            yield path, value
        for key, part in value.items():
            yield from quoted(part, f"{path}.{key}")
    elif isinstance(value, list):
        for at, part in enumerate(value):
            yield from quoted(part, f"{path}[{at}]")


def spans(binary):
    texts = {name: (ROOT / name).read_bytes().decode() for name in articles()}
    counts, faults = {"commitment": 0, "mention": 0}, 0
    for line in lines_of(extract(binary, "--mentions")):
        text = texts[line["doc"]["id"]]
        for path, value in quoted(line):
            begin, end = value["span"]
            counts[line["kind"]] += 1
            if not begin < end or text[begin:end] != value["text"]:
                print(f"{line['doc']['id']}: {line['kind']}{path} [{begin},{end}) is {text[begin:end]!r}, "
                      f"not {value['text']!r}")
                faults += 1
    print(f"spans of commitments {counts['commitment']}, of mentions {counts['mention']}; {faults} wrong")
    return 1 if faults or not all(counts.values()) else 0


def schema(binary):
    import jsonschema
    text = json.loads(run(binary, "schema"))
    kind = jsonschema.validators.validator_for(text)
    kind.check_schema(text)
    validator = kind(text)
    lines, faults = lines_of(extract(binary, "--mentions")), 0
    for line in lines:
        for fault in validator.iter_errors(line):
            print(f"{line['doc']['id']} {line['kind']} {'/'.join(map(str, fault.path))}: {fault.message[:300]}")
            faults += 1
    # A validator that takes anything would pass, too: a record without a key must be refused.
    record = next(line for line in lines if line["kind"] == "commitment")
    for key in record:
        if validator.is_valid({k: v for k, v in record.items() if k != key}):
            print(f"the schema takes a record without '{key}'")
            faults += 1
    print(f"{len(lines)} lines, {faults} faults")
    return 1 if faults else 0


def floor(binary):
    records = extract(binary)
    scored = json.loads(run(binary, "eval", "--json", "corpus", records=records))
    empty = {Path(name).stem for name in articles()
             if not json.loads((ROOT / name).with_suffix(".gold.json").read_text())["commitments"]}
    measured = {"detection F1": scored["detection"][2], "slots F1": scored["slots"][2], "whole": scored["whole"]}
    false = sum(len(lines) for name, lines in by_article(records).items() if name in empty)
    print(", ".join(f"{name} {value:.3f}" for name, value in measured.items())
          + f"; {false} records in the {len(empty)} articles without commitments")
    if os.environ.get("COOPMINE_REPOPULATE"):
        kept = {name: round(value - SLACK, 2) for name, value in measured.items()}
        FLOOR.write_text(json.dumps(kept | {"records without commitments": false}, indent=1) + "\n")
        return 0
    kept = json.loads(FLOOR.read_text())
    faults = [name for name, value in measured.items() if value < kept[name]]
    faults += ["records without commitments"] * (false > kept["records without commitments"])
    for name in faults:
        print(f"{name}: worse than {kept[name]}")
    return 1 if faults or scored["documents"] != len(articles()) else 0


if __name__ == "__main__":
    sys.exit({"golden": golden, "same": same, "spans": spans, "schema": schema, "floor": floor}[sys.argv[1]](sys.argv[2]))
