# kit: stderr=none
import concurrent.futures as cf
import threading
from concurrent.futures import Future, ThreadPoolExecutor

f = Future()
log = []
for i in range(3):
    f.add_done_callback(lambda f, i=i: log.append((i, f.result())))
f.add_done_callback(lambda f: 1 / 0)
f.add_done_callback(lambda f: log.append("after the bad one"))
f.set_result("r")
f.add_done_callback(lambda f: log.append("late"))
f.add_done_callback(lambda f: 1 / 0)
print(log)
c = Future()
c.add_done_callback(lambda f: log.append(f.cancelled()))
c.cancel()
print(log[-1], repr(c).endswith("state=cancelled>"))
try:
    c.set_result(1)
except cf.InvalidStateError as e:
    print(str(e).split(":")[0])
with ThreadPoolExecutor(2) as ex:
    names = []
    g = ex.submit(lambda: threading.current_thread().name)
    g.add_done_callback(lambda f: names.append(threading.current_thread().name))
    g.result()
print(len(names), g.result().startswith("ThreadPoolExecutor-"))


def deep(n):
    if n == 0:
        raise LookupError("deep")
    deep(n - 1)


with ThreadPoolExecutor(1) as ex:
    h = ex.submit(deep, 3)
    try:
        h.result()
    except LookupError as e:
        print(repr(e), e is h.exception(), e.__traceback__ is not None)
    try:
        ex.submit()
    except TypeError as e:
        print(e)
for call in (lambda: ThreadPoolExecutor(0), lambda: ThreadPoolExecutor("a"), lambda: ThreadPoolExecutor(1, initializer=3),
             lambda: cf.Executor().submit(len), lambda: cf.wait([Future()], return_when="x")):
    try:
        call()
    except Exception as e:
        print(type(e).__name__, e)
print(cf.Executor().shutdown())
