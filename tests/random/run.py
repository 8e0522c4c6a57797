#!/usr/bin/env python3
"""Random typed functions under CPython and Portalis: what they print must be the same.

    run.py --portalis PATH [--functions N] [--per-program N] [--seed N] [--flags=TEXT] [--keep FOLDER]

N functions in all (200), so many to a program (40), from seed N on. A program that differs is kept, and named with the first line
that differs. Closes with 'N passed, N failed', counted in functions.
"""
import argparse, os, pathlib, resource, subprocess, sys, tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from generate import generate

ORACLE = os.environ.get("PORTALIS_ORACLE", "/usr/bin/python3")


def limit_memory():
    """[1, 2] * n may want all there is; then both shall raise a MemoryError."""
    resource.setrlimit(resource.RLIMIT_AS, (8 << 30, 8 << 30))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--portalis", required=True)
    parser.add_argument("--functions", type=int, default=200)
    parser.add_argument("--per-program", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--flags", default="")
    parser.add_argument("--keep", default=tempfile.gettempdir())
    options = parser.parse_args()
    passed = failed = 0
    for seed in range(options.seed, options.seed + -(-options.functions // options.per_program)):
        program = pathlib.Path(options.keep) / f"random_{seed}.py"
        program.write_text(generate(seed, options.per_program))
        results = []
        for command in ([ORACLE], [os.path.abspath(options.portalis), "run"] + options.flags.split()):
            done = subprocess.run(command + [str(program)], capture_output=True, text=True, timeout=900, preexec_fn=limit_memory)
            results.append((done.returncode, done.stdout, done.stderr.strip()[-300:]))
        (want_status, want, _), (status, got, errors) = results
        if (want_status, want) == (status, got):
            passed += options.per_program
            program.unlink()
            continue
        a, b = want.split("\n"), got.split("\n")
        line = next((i for i in range(max(len(a), len(b))) if a[i:i + 1] != b[i:i + 1]), 0)
        print(f"{program}: line {line + 1}: expected {''.join(a[line:line + 1])[:160]!r}, got {''.join(b[line:line + 1])[:160]!r} "
              f"(status {status}) {errors}", flush=True)
        failed += options.per_program
    print(f"{passed} passed, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
