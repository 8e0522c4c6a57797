#!/usr/bin/env python3
"""Runs programs compiled for browsers in one page of a headless Chromium and compares them with CPython.

    programs.py --portalis PATH --packages NODE_MODULES [--work FOLDER] [--jobs N] FOLDER_OR_FILE... [--only TEXT...]

The programs and their settings are those of compare_programs.py; stdout and the exit status are compared. A program that
needs what no page has says so by `# test: needs=WORDS` (docs/targets.md) and is left out.
Closes with 'N passed, N failed'.
"""
import argparse, concurrent.futures, json, os, pathlib, re, shlex, shutil, subprocess, sys, tempfile

LACKS = {"processes", "signals", "memory", "zones", "digits", "links"}

here = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(here.parent))
from compare_programs import ORACLE, settings  # noqa: E402


def expected(program, folder, extra, seconds):
    try:
        env = dict(os.environ, PYTHONHASHSEED="0", LC_ALL="C.UTF-8", PYTHONDONTWRITEBYTECODE="1")
        done = subprocess.run([ORACLE, "-W", "ignore::SyntaxWarning", program.name] + shlex.split(extra.get("args", "")), cwd=folder, env=env,
                              input=stdin_of(extra).encode(), capture_output=True, timeout=seconds)
        return done.returncode, done.stdout.decode("utf-8", "backslashreplace").replace(str(folder) + os.sep, "/")   # where a page starts
    except subprocess.TimeoutExpired:
        return "timed out", ""


def stdin_of(extra):
    return extra.get("stdin", "").encode().decode("unicode_escape")


def plain(text):
    return re.sub(r"0x[0-9a-f]{5,}", "0xADDRESS", text)


def prepare(program, options, number):
    """Compiles one program; (job for the driver, expected result) or (None, reason)."""
    place = pathlib.Path(tempfile.mkdtemp(prefix="browser_"))
    try:
        shutil.copy(program, place)
        if program.with_suffix(".d").is_dir():
            shutil.copytree(program.with_suffix(".d"), place, dirs_exist_ok=True)
        return prepare_in(place, program, options, number)
    finally:
        shutil.rmtree(place, ignore_errors=True)


def prepare_in(place, program, options, number):
    extra = settings(program.read_text(encoding="utf-8", errors="replace"))
    folder = options.work / str(number)
    built = subprocess.run([options.portalis, "build", "--target", "browser", "--page", "none", "--quick", "-o", folder, program.name],
                           cwd=place, capture_output=True, text=True)
    if built.returncode != 0:
        return None, "does not compile: " + built.stderr.strip()[-300:].replace("\n", " / ")
    # What all programs have in common is served from one place.
    for name in ("program.js", "portalis.js"):
        if not (options.work / name).exists():
            shutil.copy(folder / name, options.work / name)
    files = {}
    data = program.with_suffix(".d")
    if data.is_dir():
        for path in data.rglob("*"):
            if path.is_file():
                files["/" + str(path.relative_to(data))] = path.read_bytes().hex()
    seconds = float(extra.get("timeout", options.timeout))
    job = {"name": program.name, "url": f"{number}/", "args": shlex.split(extra.get("args", "")), "stdin": stdin_of(extra), "files": files,
           "timeout": seconds * 6}
    return job, (str(place) + os.sep, *expected(program, place, extra, seconds))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--portalis", required=True)
    parser.add_argument("--packages", required=True)
    parser.add_argument("--work", type=pathlib.Path, default=pathlib.Path(tempfile.gettempdir()) / "portalis-browser-tests")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--timeout", type=float, default=20)
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("folders", nargs="+")
    options = parser.parse_args()
    options.work, options.portalis = options.work.resolve(), os.path.abspath(options.portalis)
    programs = []
    for folder in map(pathlib.Path, options.folders):
        found = [folder] if folder.is_file() else [p for p in sorted(folder.rglob("*.py")) if not any(part.endswith(".d") for part in p.parts)]
        programs += [p.resolve() for p in found if not options.only or any(text in str(p) for text in options.only)]
    shutil.rmtree(options.work, ignore_errors=True)
    options.work.mkdir(parents=True)
    left_out = 0
    chosen = []
    for program in programs:
        needs = settings(program.read_text(encoding="utf-8", errors="replace")).get("needs", "")
        if LACKS & set(needs.split()):
            left_out += 1
        else:
            chosen.append(program)
    failed = 0
    jobs, wanted = [], {}
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for program, (job, result) in zip(chosen, pool.map(prepare, chosen, [options] * len(chosen), range(len(chosen)))):
            if job is None:
                failed += 1
                print(f"FAILED {program}: {result}", flush=True)
            else:
                jobs.append(job)
                wanted[job["url"]] = (program, result)
    (options.work / "jobs.json").write_text(json.dumps(jobs))
    driver = subprocess.Popen(["node", here / "programs.mjs", options.packages, options.portalis, options.work],
                              stdout=subprocess.PIPE, text=True)
    passed = 0
    for line in driver.stdout:
        got = json.loads(line)
        program, (place, status, out) = wanted.pop(got["url"])
        problem = None
        a, b = plain(out).split("\n"), plain(bytes.fromhex(got["stdout"]).decode("utf-8", "backslashreplace").replace(place, "/")).split("\n")
        if status == "timed out":
            problem = "CPython timed out"
        elif got["status"] == "timed out":
            problem = "timed out"
        elif a != b:
            n = next((i for i in range(max(len(a), len(b))) if a[i:i + 1] != b[i:i + 1]), 0)
            problem = f"stdout line {n + 1}: expected {''.join(a[n:n + 1])[:120]!r}, got {''.join(b[n:n + 1])[:120]!r}"
        elif got["status"] != status:
            problem = f"exit status: expected {status}, got {got['status']}"
        if problem:
            failed += 1
            print(f"FAILED {program}: {problem} | stderr: {got['stderr'].strip()[-300:]}".replace("\n", " / "), flush=True)
        else:
            passed += 1
    driver.wait()
    for program, _ in wanted.values():
        failed += 1
        print(f"FAILED {program}: the browser ended before it")
    if left_out:
        print(f"{left_out} programs need what no page has and were left out")
    print(f"{passed} passed, {failed} failed")
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
