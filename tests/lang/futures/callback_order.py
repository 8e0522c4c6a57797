# Callbacks: order, the thread they run in, callbacks that raise or add more, callbacks of cancelled futures.
# test: stderr=none
import io
import sys
import threading
from concurrent.futures import Future, ThreadPoolExecutor

log = []
f = Future()
for n in range(5):
    f.add_done_callback(lambda fut, n=n: log.append((n, fut.result())))
f.set_result("value")
print(log)
log.clear()
f.add_done_callback(lambda fut: log.append("at once"))
print(log)

g = Future()
old, sys.stderr = sys.stderr, io.StringIO()


def raising(fut):
    raise ValueError("in callback")


def adding(fut):
    fut.add_done_callback(lambda same: log.append(("added", same is fut)))


log.clear()
g.add_done_callback(raising)
g.add_done_callback(adding)
g.add_done_callback(lambda fut: log.append("after"))
g.set_exception(OSError("failed"))
text, sys.stderr = sys.stderr.getvalue(), old
print(log, "exception calling callback for <Future at" in text, "in callback" in text, repr(g.exception()))

h = Future()
log.clear()
h.add_done_callback(lambda fut: log.append(fut.cancelled()))
print(h.cancel(), log, h.set_running_or_notify_cancel(), log)


def chain(source, function):
    target = Future()

    def forward(done):
        try:
            target.set_result(function(done.result()))
        except Exception as e:
            target.set_exception(e)

    source.add_done_callback(forward)
    return target


with ThreadPoolExecutor(2) as pool:
    ends = [chain(chain(pool.submit(int, text), lambda v: 100 // v), str) for text in ("4", "0", "x", "7")]
    for end in ends:
        print(repr(end.exception(5)) if end.exception(5) else end.result())

names = []
gate = threading.Event()
with ThreadPoolExecutor(1, thread_name_prefix="pool") as pool:
    first = pool.submit(gate.wait, 10)
    first.add_done_callback(lambda fut: names.append(threading.current_thread().name))
    gate.set()
    first.result()
first.add_done_callback(lambda fut: names.append(threading.current_thread().name))
print(names)


class Callback:
    def __init__(self):
        self.calls = 0

    def __call__(self, future):
        self.calls += 1


shared = Callback()
futures = [Future() for _ in range(4)]
for fut in futures:
    fut.add_done_callback(shared)
    fut.add_done_callback(shared)
for fut in futures:
    fut.set_result(None)
print(shared.calls)
