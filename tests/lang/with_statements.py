# with statements: compared with CPython.
class CM:
    def __init__(self, name, swallow=False, fail=None):
        self.name, self.swallow, self.fail = name, swallow, fail

    def __enter__(self):
        print("enter", self.name)
        if self.fail == "enter":
            raise RuntimeError("in enter")
        return self.name.upper()

    def __exit__(self, kind, value, tb):
        print("exit", self.name, kind and kind.__name__, value, tb is not None)
        if self.fail == "exit":
            raise RuntimeError("in exit")
        return self.swallow


with CM("a") as a, CM("b") as b:
    print(a, b)
with CM("s", True):
    raise ValueError("gone")
try:
    with CM("outer") as o, CM("inner", fail="enter"):
        print("never")
except RuntimeError as e:
    print("caught", e)


def returns():
    for i in range(3):
        with CM(f"r{i}"):
            if i == 0:
                continue
            if i == 1:
                return "returned"


print(returns())


def breaks():
    while True:
        with CM("x"), CM("y", True):
            break
    return "after"


print(breaks())
try:
    with CM("f", fail="exit"):
        raise KeyError("first")
except RuntimeError as e:
    print(repr(e), repr(e.__context__))
with (CM("p") as p, CM("q") as (q)):
    print(p, q)
x = {}
with CM("k") as x["k"], CM("st") as (s, t):
    print(x, s, t)
try:
    with 5:
        pass
except TypeError as e:
    print(e)


class NoExit:
    def __enter__(self):
        pass


try:
    with NoExit():
        pass
except TypeError as e:
    print(e)
try:
    with CM("bad") as (m, n, o):
        print("never")
except ValueError as e:
    print(e)
import threading

lock = threading.Lock()
with lock:
    print(lock.locked())
print(lock.locked())
from contextlib import contextmanager, suppress


@contextmanager
def managed(n):
    print("start", n)
    try:
        yield n * 2
    except KeyError as e:
        print("saw", e)
    finally:
        print("stop", n)


with managed(4) as n:
    print(n)
with managed(5):
    raise KeyError("k")
with suppress(ZeroDivisionError):
    1 / 0
print("done")
