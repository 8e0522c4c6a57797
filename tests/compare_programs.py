#!/usr/bin/env python3
"""Runs programs under CPython and under Portalis and compares what they do.

    compare_programs.py --portalis PATH [--jobs N] [--timeout S] [--flags=TEXT] [--lacks WORD...] [--schedules N] FOLDER... [--only TEXT...]

Every *.py of the folders is a program (folders named NAME.d belong to NAME.py and are copied beside it). Compared
are stdout, the exit status and the last line of stderr. Lines of the form '# test: KEY=VALUE' say more:
    stdin=TEXT     what the program reads (escapes as in Python)
    args=WORDS     its arguments
    stderr=full    compare all of stderr; stderr=none: none of it
    timeout=S      seconds, of CPython; Portalis gets four times as long
    needs=WORDS    what not every target has: passed over when --lacks names one of them
--flags are for 'portalis run', as --flags=--target=wasi. With --schedules N, Portalis runs each program N times, with
PORTALIS_SCHEDULE=1 to N.
Closes with 'N passed, N failed'; exit status 1 when one failed.
"""
import argparse, concurrent.futures, os, pathlib, re, shlex, shutil, signal, subprocess, sys, tempfile

ORACLE = os.environ.get("PORTALIS_ORACLE", "/usr/bin/python3")


def settings(text):
    return {m[1]: m[2].strip() for m in re.finditer(r"^# *test: *(\w+)=(.*)$", text, re.M)}


def run(command, folder, given, timeout, **more):
    env = dict(os.environ, PYTHONHASHSEED="0", LC_ALL="C.UTF-8", PYTHONDONTWRITEBYTECODE="1", **more)
    try:
        done = subprocess.run(command, cwd=folder, input=given, capture_output=True, env=env, timeout=timeout)
        status, streams = done.returncode, (done.stdout, done.stderr)
    except subprocess.TimeoutExpired as late:
        status, streams = "timed out", (late.stdout or b"", late.stderr or b"")
    text = [re.sub(r"0x[0-9a-f]{6,}", "0xADDRESS", b.decode("utf-8", "backslashreplace")) for b in streams]
    return status, text[0], text[1]


def copy_of(program, folder):
    place = folder / "work"
    place.mkdir(parents=True)
    shutil.copy(program, place)
    if program.with_suffix(".d").is_dir():
        shutil.copytree(program.with_suffix(".d"), place, dirs_exist_ok=True)
    return place


# Fills the cache: on a busy machine compiling takes many times as long as running, which is what the time limit is for.
def compile_first(program, folder, options):
    command = [os.path.abspath(options.portalis), "build", *options.flags.split(), program.name, "-o", "../built"]
    try:
        subprocess.run(command, cwd=copy_of(program, folder), capture_output=True, timeout=1800)   # faults show when it is run
    except subprocess.TimeoutExpired:
        pass


def run_in_copy(program, extra, command, folder, timeout, **more):
    place = copy_of(program, folder)
    given = extra.get("stdin", "").encode().decode("unicode_escape").encode()
    status, out, err = run(command + [program.name] + shlex.split(extra.get("args", "")), place, given, timeout, **more)
    where = str(place) + os.sep
    return status, out.replace(where, ""), err.replace(where, "")


# In what sanitizers' builds report, and programs that check their types; other schedules may hide it, so no second run counts.
FINDING, WRONG_TYPE = "Sanitizer", ": --verify-types: "


def difference(expected, got, mode):
    (want_status, want_out, want_err), (status, out, err) = expected, got
    if FINDING in err or ": runtime error: " in err:
        return FINDING + "'s report:\n" + err[-4000:]
    hint = " | stderr: " + err.strip()[-200:].replace("\n", " / ")
    if want_status == "timed out":
        return "CPython timed out"
    if status == "timed out":
        return "timed out" + hint
    if out != want_out:
        a, b = want_out.split("\n"), out.split("\n")
        line = next((i for i in range(max(len(a), len(b))) if a[i:i + 1] != b[i:i + 1]), 0)
        return f"stdout line {line + 1}: expected {''.join(a[line:line + 1])[:120]!r}, got {''.join(b[line:line + 1])[:120]!r}{hint}"
    if status != want_status:
        return f"exit status: expected {want_status}, got {status}{hint}"
    last = lambda text: (text.strip().split("\n") or [""])[-1]
    if mode == "full" and err != want_err:
        return f"stderr: expected {want_err[-400:]!r}, got {err[-400:]!r}"
    if mode == "last" and last(err) != last(want_err):
        return f"last line of stderr: expected {last(want_err)!r}, got {last(err)!r}"
    return None


def compare(program, options):
    extra = settings(program.read_text(encoding="utf-8", errors="replace"))
    seconds = float(extra.get("timeout", options.timeout))
    command = [os.path.abspath(options.portalis), "run"] + options.flags.split()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="program_"))
    try:
        expected = run_in_copy(program, extra, [ORACLE], folder / "0", seconds)
        compile_first(program, folder / "compiled", options)
        for seed in range(1, max(options.schedules, 1) + 1):
            more = {"PORTALIS_SCHEDULE": str(seed)} if options.schedules else {}
            got = run_in_copy(program, extra, command, folder / str(seed), seconds * 4, **more)
            if fault := difference(expected, got, extra.get("stderr", "last")):
                return f"schedule {seed}: {fault}" if options.schedules else fault
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--portalis", required=True)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--timeout", type=float, default=20)
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--flags", default="")
    parser.add_argument("--lacks", nargs="*", default=[])
    parser.add_argument("--schedules", type=int, default=0)
    parser.add_argument("folders", nargs="+")
    options = parser.parse_args()
    signal.signal(signal.SIGINT, signal.default_int_handler)   # shells have jobs in the background ignore it, and so would the programs
    programs = []
    for folder in map(pathlib.Path, options.folders):
        found = [folder] if folder.is_file() else sorted(folder.rglob("*.py"))
        programs += [p for p in found if not any(part.endswith(".d") for part in p.parts)]
    if options.only:
        programs = [p for p in programs if any(text in str(p) for text in options.only)]
    if options.lacks:
        needs = lambda p: set(settings(p.read_text(encoding="utf-8", errors="replace")).get("needs", "").split())
        programs = [p for p in programs if not needs(p) & set(options.lacks)]
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for program, fault in zip(programs, pool.map(lambda p: compare(p, options), programs)):
            if fault and not fault.startswith(FINDING) and WRONG_TYPE not in fault and compare(program, options) is None:
                print(f"{os.path.relpath(program)}: passed when run again (first: {fault[:200]})", flush=True)
                fault = None
            if fault:
                failed += 1
                print(f"{os.path.relpath(program)}: {fault}", flush=True)
    print(f"{len(programs) - failed} passed, {failed} failed")
    return failed > 0 or not programs


if __name__ == "__main__":
    sys.exit(main())
