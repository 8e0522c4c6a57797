# Caches in threading.local: each thread its own, built by __init__ of a subclass, gone with the thread.
import gc
import threading
import weakref


class Connection:
    made = []
    lock = threading.Lock()

    def __init__(self, owner):
        self.owner = owner
        with Connection.lock:
            Connection.made.append(weakref.ref(self))

    def query(self, n):
        return self.owner, n * n


class Cache(threading.local):
    limit = 3
    __slots__ = ()

    def __init__(self, label):
        self.label = f"{label}/{threading.current_thread().name}"
        self.connection = Connection(self.label)
        self.answers = {}

    def ask(self, n):
        if n not in self.answers:
            if len(self.answers) >= self.limit:
                self.answers.clear()
            self.answers[n] = self.connection.query(n)
        return self.answers[n]


cache = Cache("db")
results = {}


def work(numbers):
    mine = [cache.ask(n) for n in numbers]
    results[threading.current_thread().name] = (mine, sorted(cache.answers), cache.label)


threads = [threading.Thread(target=work, args=(range(k, k + 5),), name=f"t{k}") for k in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
for name in sorted(results):
    print(name, *results[name])
print(cache.label, cache.answers, hasattr(cache, "missing"))
del threads, t
gc.collect()
print(len(Connection.made), sum(r() is not None for r in Connection.made))
cache.__dict__["extra"] = 1
print(sorted(cache.__dict__), cache.extra)
del cache.extra
try:
    cache.extra
except AttributeError as e:
    print(e)
try:
    cache.__dict__ = {}
except AttributeError as e:
    print(e)
try:
    threading.local(1)
except TypeError as e:
    print(e)
