# Audit hooks for the program's own events; names of the standard library; clocks of the system.
import sys


def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except BaseException as e:
        print(type(e).__name__, e)


show(sys.audit)
show(sys.audit, 5)
show(sys.audit, "mine", 1)
show(sys.addaudithook)


def first(event, args):
    if event.startswith("mine") or event == "sys.addaudithook":
        print("first", event, args)


def second(event, args):
    if event in ("mine.refused", "sys.addaudithook"):
        raise RuntimeError("second says no")
    if event.startswith("mine"):
        print("second", event, args)


show(sys.addaudithook, first)
show(sys.audit, "mine.a", 1, "two")
show(sys.audit, "mine.b")
show(sys.addaudithook, hook=second)
show(sys.audit, "mine.a", None)
show(sys.audit, "mine.refused", [])
show(sys.audit, 5)
show(sys.addaudithook, print)
show(sys.audit, "mine.c")
print(sys.getdlopenflags(), type(sys.stdlib_module_names), len(sys.stdlib_module_names), sorted(sys.stdlib_module_names))
