"""Items of dicts that are read and stored in one statement, whatever happens in between."""
import threading
from collections import Counter, OrderedDict, defaultdict


class Meddler:
    """A number whose addition changes the dict it comes from."""

    def __init__(self, what):
        self.what = what

    def __add__(self, other):
        self.what()
        return other + 1


def add(d, key, n):
    print("add", key)
    d[key] += n
    return d


def count(d, key, first=0):
    print("count", key)
    d[key] = d.get(key, first) + 1
    return d


def plain():
    d = {}
    for key in ["a", "b", "a", (1, 2), (1, 2), 1, 1.0, True, None, 2 ** 70, 2 ** 70, (1, (2, "x")), b"y", b"y"]:
        count(d, key)
    for key in ["a", (1, 2), 1.0, None, 2 ** 70]:
        add(d, key, 10)
    print(d)
    for key in ["z", (9, 9), 3]:
        try:
            add(d, key, 1)
        except KeyError as e:
            print("KeyError", e, type(e.args[0]).__name__)
    try:
        count(d, [1])
    except TypeError as e:
        print(e)
    d["list"] = [1]
    kept = d["list"]
    add(d, "list", [2])
    print(kept is d["list"], d["list"])


def meddling():
    d = {}

    def remove():
        del d["k"]

    def clear():
        d.clear()

    def grow():
        for i in range(100):
            d[i] = i

    def again():
        del d["k"]
        d["other"] = 0
        d["k"] = 5

    def replace():
        d["k"] = "in between"

    for what in [remove, clear, grow, again, replace]:
        d.clear()
        d["first"] = 1
        d["k"] = Meddler(what)
        add(d, "k", 1)
        print(list(d.items())[:4], len(d))
        d.clear()
        d["first"] = 1
        d["k"] = Meddler(what)
        print("count")
        d["k"] = d.get("k", 0) + 1
        print(list(d.items())[:4], len(d))


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        print("hash", self.n)
        return self.n

    def __eq__(self, other):
        print("eq", self.n)
        return isinstance(other, Key) and self.n == other.n

    def __repr__(self):
        return f"Key({self.n})"


class Upper(dict):
    def get(self, key, otherwise):
        print("get", key, otherwise)
        return 100

    def __getitem__(self, key):
        print("getitem", key)
        return 200

    def __setitem__(self, key, value):
        print("setitem", key, value)
        super().__setitem__(key, value)


def others():
    d = {}
    count(d, Key(1))
    count(d, Key(1))
    add(d, Key(1), 5)
    print(d)
    for d in [defaultdict(int), Counter(), OrderedDict(), Upper()]:
        count(d, "x")
        try:
            add(d, "y", 2)
        except KeyError as e:
            print("KeyError", e)
        print(dict(d))
    xs = [1, 2, 3]
    print(add(xs, 1, 10), add(xs, -1, 5))


def rebound():
    d, e, key = {"a": 1}, {"a": 50}, "a"
    print("rebound")
    d[key] = d.get((d := e) and key, 0) + 1
    print(d, e)
    d[key], key = d.get(key, 0) + 1, "b"
    print(d, key)
    d = {"x": {"y": 1}}
    d["x"]["y"] += 1
    d["x"]["z"] = d["x"].get("z", 7) + 1
    print(d)


def counting(d, lock):
    for i in range(2000):
        with lock:
            d[i % 7] = d.get(i % 7, 0) + 1
            d["all"] += 1


def threads():
    d, lock = {"all": 0}, threading.Lock()
    ts = [threading.Thread(target=counting, args=(d, lock)) for _ in range(4)]
    for t in ts:
        t.start()
    for t in ts:
        t.join()
    print(sorted(d.items(), key=str))


plain()
meddling()
others()
rebound()
threads()
