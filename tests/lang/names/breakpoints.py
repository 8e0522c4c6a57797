# breakpoint() calls sys.breakpointhook (PEP 553).
import os
import sys


def hook(*args, **keywords):
    print("hook", args, keywords)
    return 7


sys.breakpointhook = hook
print(breakpoint(), breakpoint(1, x=2))
sys.breakpointhook = sys.__breakpointhook__
os.environ["PYTHONBREAKPOINT"] = "0"
print(breakpoint("ignored"))
del sys.breakpointhook
try:
    breakpoint()
except RuntimeError as e:
    print(e)
