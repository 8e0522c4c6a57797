"""Compares the scopes and the IR of every file here with the .scopes and .ir beside it; --write makes them anew.

In errors/ the expected diagnostics stand in comments on the lines they are about, and no other may be reported.
"""
import pathlib
import re
import subprocess
import sys

here = pathlib.Path(__file__).parent


def run(tool, *args):
    return subprocess.run([tool, *args], capture_output=True, text=True, cwd=here).stdout


def golden(tool, source, write):
    bad = 0
    for option, suffix in (("--scopes", ".scopes"), ("--positions", ".ir")):
        got = run(tool, option, source.name)
        path = source.with_suffix(suffix)
        if write:
            path.write_text(got)
        elif not path.exists() or path.read_text() != got:
            print(f"{path.name}: differs; golden.py {tool} --write makes it anew, then read the diff")
            bad = 1
    return bad


def errors(tool, source):
    expected = set()
    for number, line in enumerate(source.read_text().splitlines(), 1):
        for code, message in re.findall(r"# (P\d{4}): (.*)", line):
            expected.add((number, code, message))
    got = set()
    for line in run(tool, "--diagnostics", f"errors/{source.name}").splitlines():
        number, code, message = line.split(" ", 2)
        got.add((int(number), code, message))
    for number, code, message in sorted(expected ^ got):
        what = "missing" if (number, code, message) in expected else "not expected"
        print(f"errors/{source.name}:{number}: {what}: {code}: {message}")
    return int(expected != got)


def main():
    tool = str(pathlib.Path(sys.argv[1]).resolve())
    write = "--write" in sys.argv
    bad = 0
    for source in sorted(here.glob("*.py")):
        if source.name not in ("golden.py", "standard_library.py"):
            bad |= golden(tool, source, write)
    for source in sorted((here / "errors").glob("*.py")):
        bad |= errors(tool, source)
    return bad


sys.exit(main())
