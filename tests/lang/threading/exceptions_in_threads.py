# test: stderr=none
# Uncaught exceptions in threads: excepthook and its arguments, hooks that fail, SystemExit is silent, joins go on.
import io
import sys
import threading


def capture(function, *args, name="worker"):
    old, sys.stderr = sys.stderr, io.StringIO()
    try:
        t = threading.Thread(target=function, args=args, name=name)
        t.start()
        t.join()
        return sys.stderr.getvalue()
    finally:
        sys.stderr = old


def fail(n):
    if n:
        fail(n - 1)
    raise ValueError("deep")


def chained():
    try:
        {}["missing"]
    except KeyError as e:
        raise TypeError("outer") from e


text = capture(fail, 2).splitlines()
print(text[0], text[1], text[-1], sum(line.startswith("  File") for line in text) >= 3)
text = capture(chained, name="ünïcode").splitlines()
print(text[0], text[-1], sum("direct cause" in line for line in text))
print(repr(capture(sys.exit, 3)), repr(capture(lambda: (_ for _ in ()).throw(SystemExit))))

seen = []


def hook(args):
    seen.append((args.exc_type.__name__, str(args.exc_value), args.exc_traceback is not None, args.thread.name))


threading.excepthook = hook
print(repr(capture(fail, 0, name="hooked")), seen)
print(threading.ExceptHookArgs.__name__, threading.excepthook is hook, threading.__excepthook__ is not hook)


def failing_hook(args):
    raise RuntimeError("hook failed")


threading.excepthook = failing_hook
text = capture(fail, 0)
print("Exception in threading.excepthook:" in text, "hook failed" in text, "deep" in text)
threading.excepthook = threading.__excepthook__
args = threading.ExceptHookArgs((ValueError, ValueError("given"), None, None))
old, sys.stderr = sys.stderr, io.StringIO()
threading.excepthook(args)
text, sys.stderr = sys.stderr.getvalue(), old
print(text.splitlines()[-1], text.startswith("Exception in thread "))
try:
    threading.ExceptHookArgs((1, 2))
except TypeError as e:
    print(e)
try:
    threading.excepthook(1)
except TypeError as e:
    print(e)
