import concurrent.futures as cf
import threading
import time
from concurrent.futures import Future, ThreadPoolExecutor, as_completed

with ThreadPoolExecutor(4) as ex:
    print(list(ex.map(pow, [2, 3, 4], [5, 2, 3, 9])), list(ex.map(len, [])))
    started = []
    it = ex.map(lambda x: started.append(x) or x, [1, 2, 3])
    print(iter(it) is it, next(it), list(it), sorted(started))
    it = ex.map(lambda x: 1 // x, [1, 0, 2])
    print(next(it))
    for _ in range(2):
        try:
            print(next(it))
        except (ZeroDivisionError, StopIteration) as e:
            print(type(e).__name__)
    try:
        list(ex.map(time.sleep, [0.3], timeout=0.01))
    except TimeoutError as e:
        print(repr(e))
    try:
        ex.map(len, 1)
    except TypeError as e:
        print(e)
    fs = {ex.submit(time.sleep, d): d for d in (0.15, 0.01, 0.08)}
    print([fs[f] for f in as_completed(fs)])
done = Future()
done.set_result(1)
print(list(as_completed([done, done])) == [done])
try:
    for f in as_completed([done, Future(), Future()], timeout=0.01):
        print(f is done)
except cf.TimeoutError as e:
    print(e)
gen = as_completed([Future()])
gen.close()
print(list(gen))


class Immediate(cf.Executor):
    def submit(self, fn, /, *args, **kwargs):
        f = Future()
        try:
            f.set_result(fn(*args, **kwargs))
        except BaseException as e:
            f.set_exception(e)
        return f


with Immediate() as ex:
    print(list(ex.map(str, [1, 2])))
ex = ThreadPoolExecutor(3, thread_name_prefix="p")
fs = [ex.submit(threading.Event().wait, 0.02) for _ in range(5)]
print(ex._max_workers, len(ex._threads), ex._thread_name_prefix)
ex.shutdown()
print(all(f.done() for f in fs))
try:
    ex.submit(len, "")
except RuntimeError as e:
    print(e)


def nested(ex, n):
    return n if n == 0 else ex.submit(nested, ex, n - 1).result() + 1


with ThreadPoolExecutor(8) as ex:
    print(ex.submit(nested, ex, 6).result())
with ThreadPoolExecutor(2) as ex:
    print(sum(f.result() for f in [ex.submit(pow, i, 2) for i in range(500)]))
r = cf.wait([done], timeout=0)
print(type(r).__name__, r.done == {done}, r.not_done, r[0] is r.done)
