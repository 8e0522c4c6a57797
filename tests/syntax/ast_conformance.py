"""Compares Portalis' trees with CPython's for every file of its standard library, tests included.

    ast_conformance.py AST_DUMP [--sample N] [--jobs N] [--folder DIR] [--show N]

AST_DUMP is the test tool of that name. The oracle is the newest CPython up to 3.13 on the machine. The
tree's text is that of 3.13's ast.dump; for older versions it is made here in the same form. What those
do differently is evened out: before 3.13, characters that a newer Unicode calls printable and empty
texts in format specifications; before 3.12, where CPython did not know where the parts of an f-string
stand, files with f-strings are compared without positions, and f-strings that only 3.12 accepts are
counted as skipped.
"""
import argparse
import ast
import multiprocessing
import os
import re
import subprocess
import sys
import time
import warnings

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import cpython

POSITIONS = re.compile(r"(, )?lineno=\d+, col_offset=\d+, end_lineno=\d+, end_col_offset=\d+")
OLD_UNICODE = sys.version_info < (3, 13)
OLD_FSTRINGS = sys.version_info < (3, 12)


def dump(node, out):
    """ast.dump(node, include_attributes=True) as 3.13 writes it, only faster."""
    if isinstance(node, ast.AST):
        cls = type(node)
        out.append(cls.__name__ + "(")
        comma = ""
        for name in cls._fields:
            value = getattr(node, name, None)
            if value is None and (cls is not ast.Constant or name == "kind") and cls is not ast.MatchSingleton:
                continue
            if OLD_UNICODE and cls is ast.JoinedStr and name == "values":
                value = [v for v in value if not (isinstance(v, ast.Constant) and v.value == "")]
            if isinstance(value, list) and not value:
                continue
            out.append(f"{comma}{name}=")
            comma = ", "
            dump(value, out)
        if cls._attributes:
            out.append(f"{comma}lineno={node.lineno}, col_offset={node.col_offset}, "
                       f"end_lineno={node.end_lineno}, end_col_offset={node.end_col_offset}")
        out.append(")")
    elif isinstance(node, list):
        out.append("[")
        for i, item in enumerate(node):
            if i:
                out.append(", ")
            dump(item, out)
        out.append("]")
    else:
        out.append(repr(node))


def expected(path):
    with open(path, "rb") as stream:
        source = stream.read()
    try:
        tree = ast.parse(source, path)
    except (SyntaxError, ValueError, UnicodeError, RecursionError, MemoryError) as error:
        return None, f"{type(error).__name__}: {error}"
    out = []
    dump(tree, out)
    return "".join(out), None


def run_tool(tool, paths):
    result = subprocess.run([tool], input="\n".join(paths) + "\n", capture_output=True,
                            encoding="utf-8", errors="surrogatepass")
    text = result.stdout.encode("utf-8", "surrogatepass")
    at = 0
    answers = []
    for _ in paths:
        end = text.find(b"\n", at)
        if end < 0:
            answers.append(("CRASH", f"tool ended with status {result.returncode}"))
            continue
        words = text[at:end].split()
        size = int(words[-1])
        body = text[end + 1:end + 1 + size].decode("utf-8", "surrogatepass")
        at = end + 1 + size + 1
        answers.append((words[0].decode(), body))
    return answers


def first_difference(ours, theirs):
    at = next((i for i, (a, b) in enumerate(zip(ours, theirs)) if a != b), min(len(ours), len(theirs)))
    return f"  ours   ...{ours[max(0, at - 120):at + 160]!r}\n  theirs ...{theirs[max(0, at - 120):at + 160]!r}"


def check_batch(arguments):
    tool, paths = arguments
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(20000)
    counts = {"same": 0, "rejected": 0, "skipped": 0}
    problems = []
    for path, (status, ours) in zip(paths, run_tool(tool, paths)):
        theirs, error = expected(path)
        if error is not None:
            if status == "ERROR":
                counts["rejected"] += 1
            elif status == "OK" and OLD_FSTRINGS and "f-string" in error:
                counts["skipped"] += 1
            else:
                problems.append(f"{path}: CPython rejects it ({error}), we say {status}")
            continue
        if status != "OK":
            problems.append(f"{path}: {status}: {ours}")
            continue
        if OLD_FSTRINGS and "JoinedStr(" in theirs:
            ours, theirs = POSITIONS.sub("", ours), POSITIONS.sub("", theirs)
        if OLD_UNICODE:
            ours, theirs = (t.encode("ascii", "backslashreplace").decode() for t in (ours, theirs))
        if ours == theirs:
            counts["same"] += 1
        else:
            problems.append(f"{path}: trees differ\n{first_difference(ours, theirs)}")
    return counts, problems


def python_files(folder):
    for base, folders, names in os.walk(folder):
        folders[:] = sorted(f for f in folders if f not in ("site-packages", "__pycache__"))
        yield from (os.path.join(base, n) for n in sorted(names) if n.endswith(".py"))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("tool")
    parser.add_argument("--sample", type=int, default=1, help="look at every Nth file only")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--folder", default=cpython.library_folder())
    parser.add_argument("--show", type=int, default=10, help="how many problems to print")
    options = parser.parse_args()

    started = time.time()
    files = list(python_files(options.folder))[::options.sample]
    batches = [(options.tool, files[i:i + 40]) for i in range(0, len(files), 40)]
    totals = {"same": 0, "rejected": 0, "skipped": 0}
    problems = []
    with multiprocessing.Pool(options.jobs) as pool:
        for counts, found in pool.imap_unordered(check_batch, batches):
            for key, value in counts.items():
                totals[key] += value
            problems += found
    for problem in problems[:options.show]:
        print(problem)
    print(f"CPython {sys.version.split()[0]}: {len(files)} files of {options.folder}: "
          f"{totals['same']} trees equal, {totals['rejected']} rejected by both, "
          f"{totals['skipped']} skipped, {len(problems)} problems, {time.time() - started:.1f} s")
    return 1 if problems else 0


if __name__ == "__main__":
    cpython.reexec_with_newest()
    sys.exit(main())
