"""Finds the newest CPython 3 on the machine, and its standard library with tests where they are."""
import glob
import os
import re
import shutil
import subprocess
import sys


def candidates():
    if "PORTALIS_PYTHON" in os.environ:
        yield os.environ["PORTALIS_PYTHON"]
        return
    for minor in range(20, 10, -1):
        path = shutil.which(f"python3.{minor}")
        if path:
            yield path
    yield from glob.glob(os.path.expanduser("~/.pyenv/versions/3.*/bin/python3"))
    yield sys.executable


def newest():
    """The path of the newest released CPython from 3.11 to 3.13 that starts."""
    best, best_version = sys.executable, sys.version_info[:3]
    for path in candidates():
        try:
            out = subprocess.run([path, "-c", "import sys; print(*sys.version_info[:3])"],
                                 capture_output=True, text=True, timeout=20)
        except OSError:
            continue
        if out.returncode != 0:
            continue
        version = tuple(map(int, re.findall(r"\d+", out.stdout)))
        # A newer grammar than ours would compare apples with pears.
        if version[:2] <= (3, 13) and (version > best_version or best_version[:2] > (3, 13)):
            best, best_version = path, version
    return best


def reexec_with_newest():
    """Restarts the running script under newest(), unless it is that already."""
    path = newest()
    if os.environ.get("PORTALIS_TEST_REEXEC") or os.path.realpath(path) == os.path.realpath(sys.executable):
        return
    os.environ["PORTALIS_TEST_REEXEC"] = "1"
    os.execv(path, [path] + sys.argv)


def library_folder():
    return os.path.dirname(os.__file__)
