#!/usr/bin/env python3
"""Runs the sample programs that stand outside the project, where they exist, in the areas this project covers.

    sample_cases.py --portalis PATH [--jobs N] [--flags=TEXT] CASES_FOLDER

Areas are judged in groups, each with the share of its programs that must pass. Closes with 'N passed, N failed',
where failed counts the programs that a group is short of its share, or those that found a wrong type (--verify-types)
where these are more: with --flags=--verify-types the other areas run too, for that alone. --flags are for 'portalis run'.
"""
import argparse, math, os, re, subprocess, sys

REQUIRED = (
    (("threading", "queue", "futures", "language"), 0.95),
    (("atomicity",), 1.0),
    (("builtins", "errors"), 0.9),
)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--portalis", required=True)
    parser.add_argument("--jobs", default="2")
    parser.add_argument("--flags", default="")
    parser.add_argument("folder")
    options = parser.parse_args()
    runner = [sys.executable, os.path.join(options.folder, "run.py"), "--cmd", os.path.abspath(options.portalis) + f" run {options.flags} {{file}}"]
    areas_wanted = [] if "--verify-types" in options.flags else [area for areas, _ in REQUIRED for area in areas]   # []: all
    out = subprocess.run([*runner, "--jobs", options.jobs, *areas_wanted], capture_output=True, text=True).stdout
    print("\n".join(out.splitlines()[:-1]))
    # Some samples count on CPython's switch interval: what failed beside others gets another chance by itself.
    recovered = {}
    wrong_types = set(re.findall(r"^(\w+/\w+)\.py: .*: --verify-types: ", out, re.M))
    judged = {area for areas, _ in REQUIRED for area in areas}
    for case in re.findall(r"^(\w+/\w+)\.py: ", out, re.M):
        if case in wrong_types or case.split("/")[0] not in judged:
            continue
        alone = [*runner, "--jobs", "1", case]
        if any(subprocess.run(alone, capture_output=True).returncode == 0 for _ in range(5)):   # a few race with themselves
            print(f"{case}: passed when run again by itself")
            area = case.split("/")[0]
            recovered[area] = recovered.get(area, 0) + 1
    passed = failed = 0
    for areas, share in REQUIRED:
        good = total = 0
        for area in areas:
            found = re.search(rf"^{area}: (\d+)/(\d+)$", out, re.M)
            good += (int(found[1]) if found else 0) + recovered.get(area, 0)
            total += int(found[2]) if found else 1
        short = max(0, math.ceil(share * total) - good)
        passed += good
        failed += short
        if short:
            print(f"{', '.join(areas)}: {short} short of the required {share:.0%}")
    failed = max(failed, len(wrong_types))
    print(f"{passed} passed, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
