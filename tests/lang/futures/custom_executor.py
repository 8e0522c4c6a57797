# Executors and futures of a program's own: Executor subclasses get map and `with`; wait and as_completed take subclasses.
import threading
from concurrent.futures import Executor, Future, ThreadPoolExecutor, as_completed, wait


class Immediate(Executor):
    def __init__(self):
        self.closed, self.calls = False, 0

    def submit(self, fn, /, *args, **kwargs):
        if self.closed:
            raise RuntimeError("closed")
        self.calls += 1
        f = Future()
        try:
            f.set_result(fn(*args, **kwargs))
        except Exception as e:
            f.set_exception(e)
        return f

    def shutdown(self, wait=True, *, cancel_futures=False):
        print("shutdown", wait, cancel_futures)
        self.closed = True


with Immediate() as ex:
    print(list(ex.map(pow, range(4), [2] * 4)), ex.calls)
    print(wait([ex.submit(len, "abc"), ex.submit(int, "z")]).not_done)
try:
    ex.submit(len, "")
except RuntimeError as e:
    print(e)


class Counting(ThreadPoolExecutor):
    submitted = 0
    lock = threading.Lock()

    def submit(self, fn, /, *args, **kwargs):
        with self.lock:
            self.submitted += 1
        return super().submit(self.timed, fn, *args, **kwargs)

    @staticmethod
    def timed(fn, *args, **kwargs):
        return ("timed", fn(*args, **kwargs))


with Counting(2) as pool:
    print(list(pool.map(str, range(3))), pool.submitted, pool.submit(max, [1], default=0).result())


class Promise(Future):
    def then(self, function):
        after = Promise()
        self.add_done_callback(lambda f: after.set_exception(f.exception()) if f.exception() else after.set_result(function(f.result())))
        return after


p = Promise()
end = p.then(lambda v: v + 1).then(lambda v: v * 10)
threading.Thread(target=p.set_result, args=(4,)).start()
print(end.result(5), [f is p for f in as_completed([p])], type(wait([p, end]).done).__name__)
q = Promise()
failed = q.then(str).then(len)
q.set_exception(KeyError("lost"))
print(repr(failed.exception(5)))
print(isinstance(pool, Executor), Counting.__mro__[1:3] == (ThreadPoolExecutor, Executor))
