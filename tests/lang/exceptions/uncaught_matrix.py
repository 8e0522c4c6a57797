# What happens at the end of a thread of control: excepthook, sys.exit in odd places, and exceptions in hooks.
import sys
import traceback


def show(f):
    try:
        f()
    except SystemExit as e:
        print("SystemExit", repr(e.code), e.args)
    except BaseException as e:
        print(type(e).__name__, e)


show(lambda: sys.exit())
show(lambda: sys.exit(3))
show(lambda: sys.exit("message"))
show(lambda: sys.exit(None))
show(lambda: sys.exit((1, 2)))
show(lambda: sys.exit(1, 2))
show(lambda: exit(4) if "exit" in dir(__builtins__) else sys.exit(4))
show(lambda: (_ for _ in ()).throw(SystemExit(5)))


def ex():
    raise KeyboardInterrupt("pressed")


show(ex)


def hook(t, v, tb):
    print("hook", t.__name__, v, [f.name for f in traceback.extract_tb(tb)])


sys.excepthook = hook
print(sys.excepthook is hook, sys.__excepthook__ is not hook)


def f():
    g()


def g():
    raise ValueError("uncaught")


import atexit
atexit.register(lambda: print("atexit", sys.exc_info()))
f()
