#!/usr/bin/env python3
"""Random typed functions under CPython and Portalis: what they print must be the same.

    run.py --portalis PATH [--functions N] [--per-program N] [--seed N] [--jobs N] [--flags=TEXT] [--keep FOLDER]

N functions in all (200), so many to a program (40), whose seeds go from N (1) upwards: a run that was stopped goes on with --seed set
to the last one it printed plus 1. A program that differs is kept, and named with the first line that differs. Closes with 'N passed, N failed', counted in functions.
"""
import argparse, concurrent.futures, os, pathlib, resource, subprocess, sys, tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from generate import generate

ORACLE = os.environ.get("PORTALIS_ORACLE", "/usr/bin/python3")


def difference(seed, options):
    """What is different of the seed's program, which then is kept; or None."""
    program = pathlib.Path(options.keep) / f"random_{seed}.py"
    program.write_text(generate(seed, options.per_program))
    results = []
    for command in ([ORACLE], [os.path.abspath(options.portalis), "run"] + options.flags.split()):
        try:
            done = subprocess.run(command + [str(program)], capture_output=True, text=True, timeout=900)
        except subprocess.TimeoutExpired:
            return f"{program}: {command[0]} timed out"
        results.append((done.returncode, done.stdout, done.stderr.strip()[-300:]))
    (want_status, want, _), (status, got, errors) = results
    if (want_status, want) == (status, got):
        program.unlink()
        return None
    a, b = want.split("\n"), got.split("\n")
    line = next((i for i in range(max(len(a), len(b))) if a[i:i + 1] != b[i:i + 1]), 0)
    return (f"{program}: line {line + 1}: expected {''.join(a[line:line + 1])[:160]!r}, got {''.join(b[line:line + 1])[:160]!r} "
            f"(status {status}) {errors}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--portalis", required=True)
    parser.add_argument("--functions", type=int, default=200)
    parser.add_argument("--per-program", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--flags", default="")
    parser.add_argument("--keep", default=tempfile.gettempdir())
    options = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_AS, (8 << 30, 8 << 30))   # [1, 2] * n may want all there is; then both shall raise a MemoryError
    passed = failed = 0
    seeds = range(options.seed, options.seed + -(-options.functions // options.per_program))
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for seed, fault in zip(seeds, pool.map(lambda seed: difference(seed, options), seeds)):
            passed, failed = passed + options.per_program * (not fault), failed + options.per_program * bool(fault)
            print(f"seed {seed}: {fault or 'the same'} ({passed + failed} of {len(seeds) * options.per_program} functions)", flush=True)
    print(f"{passed} passed, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
