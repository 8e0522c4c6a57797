"""Every diagnostic code of the compiler has its page under docs/errors; codes no test names are listed.

    error_pages.py PROJECT_FOLDER
"""
import glob
import os
import re
import sys


def read(path):
    with open(path, encoding="utf-8", errors="replace") as stream:
        return stream.read()


def files(root, *patterns):
    for pattern in patterns:
        yield from glob.glob(os.path.join(root, pattern), recursive=True)


def main(root):
    code = re.compile(r"\bP\d{4}\b")
    emitted, tested = {}, set()
    for path in files(root, "compiler/**/*.cpp", "compiler/**/*.hpp", "tools/**/*.cpp"):
        if path.endswith("_test.cpp"):
            tested.update(code.findall(read(path)))
        else:
            for name in re.findall(r'"(P\d{4})"', read(path)):
                emitted.setdefault(name, path)
    for path in files(root, "tests/**/*"):
        if os.path.isfile(path):
            tested.update(code.findall(read(path)))
    pages = {os.path.basename(p)[:-3]: p for p in files(root, "docs/errors/P*.md")}

    problems, notes = [], []
    for name in sorted(emitted):
        if name not in pages:
            problems.append(f"{name} ({emitted[name]}) has no page docs/errors/{name}.md")
        if name not in tested:
            notes.append(f"note: {name} ({emitted[name]}) is in no test")
    for name, path in sorted(pages.items()):
        if name not in emitted:
            problems.append(f"{path}: no code emits {name}")
        if not read(path).startswith(f"# {name}: "):
            problems.append(f"{path}: does not begin with '# {name}: '")
    print("\n".join(problems + notes) or f"{len(emitted)} codes, each with a page and a test")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
