"""Writes the official suite's tests as seeds: a line of schema, then the value.  usage: seeds.py TESTS OUT"""
import json, pathlib, sys

tests, out = map(pathlib.Path, sys.argv[1:])
for file in sorted(tests.rglob("*.json")):
    for group_number, group in enumerate(json.loads(file.read_text())):
        for number, test in enumerate(group["tests"][:3]):
            text = json.dumps(group["schema"]) + "\n" + json.dumps(test["data"])
            if len(text) < 4096:
                (out / f"{file.parent.name}-{file.stem}-{group_number}-{number}").write_text(text)
