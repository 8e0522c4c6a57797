#!/usr/bin/env python3
"""docs/translation.md: every C++ listing must be what the compiler writes for the Python listing before it.

    translation.py ROOT PORTALIS

The lines of a listing must come in that order in the emitted C++; `...` may stand for any number of lines.
"""
import pathlib, re, subprocess, sys, tempfile

root, portalis = pathlib.Path(sys.argv[1]), sys.argv[2]
text = (root / "docs" / "translation.md").read_text()
emitted, problems, listings = [], [], 0
for language, body in re.findall(r"^```(python|cpp)\n(.*?)^```$", text, re.M | re.S):
    if language == "python":
        with tempfile.TemporaryDirectory() as folder:
            program = pathlib.Path(folder) / "program.py"
            program.write_text(body)
            done = subprocess.run([portalis, "build", "--print=cpp", str(program)], capture_output=True, text=True, check=True)
        emitted = [line.strip() for line in done.stdout.split("\n")]
        continue
    listings += 1
    position = 0
    for line in filter(None, (line.strip() for line in body.split("\n"))):
        if line == "...":
            continue
        found = next((n for n in range(position, len(emitted)) if emitted[n] == line), None)
        if found is None:
            problems.append(f"not emitted (in this order): {line}")
            break
        position = found + 1
print("\n".join(problems + [f"{listings} listings"]))
sys.exit(bool(problems) or listings == 0)
