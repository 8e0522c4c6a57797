import sys
import threading
import io


def boom():
    raise KeyError("gone")


args = threading.ExceptHookArgs((ValueError, ValueError("x"), None, None))
print(args)
for bad in ((1, 2, 3), 5):
    try:
        threading.ExceptHookArgs(bad)
    except TypeError as e:
        print(e)
try:
    threading.excepthook(1)
except TypeError as e:
    print(e)
old, sys.stderr = sys.stderr, io.StringIO()
t = threading.Thread(target=boom, name="bad")
t.start()
t.join()
text, sys.stderr = sys.stderr.getvalue(), old
print(text.splitlines()[0], text.splitlines()[1], text.splitlines()[-1])
old, sys.stderr = sys.stderr, io.StringIO()
t = threading.Thread(target=sys.exit, args=(3,))
t.start()
t.join()
text, sys.stderr = sys.stderr.getvalue(), old
print(repr(text))
seen = []
threading.excepthook = lambda a: seen.append((a.exc_type, a.thread.name, a[0] is a.exc_type, len(a)))
t = threading.Thread(target=boom, name="hooked")
t.start()
t.join()
print(seen)
threading.excepthook = threading.__excepthook__
