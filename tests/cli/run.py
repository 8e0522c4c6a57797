#!/usr/bin/env python3
"""Tests of the portalis command as a user meets it.

    run.py --portalis PATH [--only TEXT...]

Closes with 'N passed, N failed'; exit status 1 when one failed.
"""
import argparse
import os
import signal
import sys

import harness
import commands        # noqa: F401  (importing a file of tests registers them)
import programs        # noqa: F401
import report          # noqa: F401
import terminal        # noqa: F401
import bad_input       # noqa: F401
import interruptions   # noqa: F401
import large           # noqa: F401
import guided          # noqa: F401

parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("--portalis", required=True)
parser.add_argument("--only", nargs="*", default=[])
options = parser.parse_args()
signal.signal(signal.SIGINT, signal.default_int_handler)   # shells have jobs in the background ignore it, and so would the programs
sys.exit(harness.run_all(os.path.abspath(options.portalis), options.only))
