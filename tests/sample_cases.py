#!/usr/bin/env python3
"""Runs the sample programs that stand outside the project, where they exist, in the areas this project covers.

    sample_cases.py --portalis PATH [--jobs N] CASES_FOLDER

Each area has the share of its programs that must pass; below it the area counts as failed. Closes with
'N passed, N failed', counting areas' programs that must pass and do not as failed.
"""
import argparse, math, os, re, subprocess, sys

REQUIRED = {"threading": 0.95, "queue": 0.95, "futures": 0.95, "language": 0.95, "atomicity": 1.0, "builtins": 0.9, "errors": 0.9}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--portalis", required=True)
    parser.add_argument("--jobs", default="2")
    parser.add_argument("folder")
    options = parser.parse_args()
    command = [sys.executable, os.path.join(options.folder, "run.py"), "--cmd", os.path.abspath(options.portalis) + " run {file}",
               "--jobs", options.jobs, *REQUIRED]
    out = subprocess.run(command, capture_output=True, text=True).stdout
    print("\n".join(out.splitlines()[:-1]))
    passed = failed = 0
    for area, share in REQUIRED.items():
        found = re.search(rf"^{area}: (\d+)/(\d+)$", out, re.M)
        good, total = (int(found[1]), int(found[2])) if found else (0, 1)
        short = max(0, math.ceil(share * total) - good)
        passed += good
        failed += short
        if short:
            print(f"{area}: {short} short of the required {share:.0%}")
    print(f"{passed} passed, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
