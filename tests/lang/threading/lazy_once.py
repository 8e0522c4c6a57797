# Lazy values made once however many ask at once: double-checked lock, per-key locks, failures tried again.
import functools
import threading


class Once:
    def __init__(self, make):
        self.make, self.lock, self.calls = make, threading.Lock(), 0

    def get(self):
        try:
            return self.value
        except AttributeError:
            pass
        with self.lock:
            if not hasattr(self, "value"):
                self.calls += 1
                self.value = self.make()
        return self.value


class KeyedOnce:
    def __init__(self, make):
        self.make, self.guard, self.locks, self.values = make, threading.Lock(), {}, {}
        self.calls = []

    def __getitem__(self, key):
        if key in self.values:
            return self.values[key]
        with self.guard:
            lock = self.locks.setdefault(key, threading.Lock())
        with lock:
            if key not in self.values:
                self.calls.append(key)
                self.values[key] = self.make(key)
        return self.values[key]


def together(n, function, *args):
    start = threading.Barrier(n)
    out = []

    def body():
        start.wait()
        try:
            out.append(function(*args))
        except Exception as e:
            out.append(type(e).__name__)

    threads = [threading.Thread(target=body) for _ in range(n)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    return out


once = Once(lambda: object())
print(len({id(v) for v in together(8, once.get)}), once.calls)
keyed = KeyedOnce(lambda key: key * 2)
print(sorted(together(6, lambda: [keyed[k] for k in "abc"])), sorted(keyed.calls))

attempts = []


def flaky():
    attempts.append(1)
    if len(attempts) < 3:
        raise OSError("not yet")
    return "made"


unreliable = Once(flaky)
print(sorted(together(5, unreliable.get)), len(attempts))


@functools.lru_cache(maxsize=None)
def square(n):
    return n * n


print(together(4, lambda: sum(square(i) for i in range(50))), square.cache_info().currsize)
