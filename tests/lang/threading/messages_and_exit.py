# test: stderr=full
# What attributes and arguments say when they are misused, and failures in functions of atexit.
import atexit
import functools
import queue
import threading


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


t = threading.Thread(target=print, args=("run",))
for name in ("ident", "native_id"):
    show(lambda: setattr(t, name, 1))
    show(lambda: delattr(t, name))
t.start()
t.join()
for timeout in ("a", [], None, -1, 0):
    show(lambda: t.join(timeout))
b = threading.Barrier(2)
for name in ("parties", "n_waiting", "broken"):
    show(lambda: setattr(b, name, 1))
show(lambda: "RLock" in repr(threading.RLock(1, 2, x=3)))
show(lambda: queue.SimpleQueue(3))
show(lambda: queue.SimpleQueue(x=3))


class Named(queue.SimpleQueue):
    def __init__(self, name):
        self.name = name


show(lambda: Named("n").name)
show(lambda: functools.lru_cache(5)(5))
show(lambda: ExceptionGroup("g", [ValueError()]).split())
show(lambda: ExceptionGroup("g", [ValueError()]).derive(1, 2))


@atexit.register
def failing():
    raise RuntimeError("in atexit")


atexit.register(print, "atexit still runs")
