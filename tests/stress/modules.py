# Modules with state of their own used by many threads at once: streams, caches, random, json, partial, dataclasses, enum.
# test: timeout=60
import collections
import contextlib
import copy
import dataclasses
import datetime
import decimal
import enum
import functools
import heapq
import io
import json
import math
import operator
import os
import random
import string
import struct
import sys
import tempfile
import threading
import time
import typing

SHORT = os.environ.get("PORTALIS_STRESS") == "short"
WORKERS, ROUNDS = (4, 40) if SHORT else (8, 400)
sys.setswitchinterval(1e-5)


def run(*works):
    gate = threading.Barrier(WORKERS * len(works))
    errors = []

    def body(work, k):
        gate.wait()
        try:
            work(k)
        except Exception as error:
            errors.append(repr(error))

    threads = [threading.Thread(target=body, args=(w, k)) for k in range(WORKERS) for w in works]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    return errors


# one text file, one binary file, StringIO and BytesIO written by all: no line is torn or lost
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "lines")
    with open(path, "w") as text:

        def write_lines(k):
            for i in range(ROUNDS):
                text.write("%d %d\n" % (k, i))
                if i % 50 == 0:
                    text.flush()

        print(run(write_lines))
    with open(path) as text:
        print(sorted(text) == sorted("%d %d\n" % (k, i) for k in range(WORKERS) for i in range(ROUNDS)))
    with open(path, "wb") as binary:
        print(run(lambda k: [binary.write(b"%d %d\n" % (k, i)) for i in range(ROUNDS)]))
    with open(path, "rb") as binary:
        read = [[] for _ in range(WORKERS)]

        def read_lines(k):
            while line := binary.readline():
                read[k].append(line)

        print(run(read_lines), sorted(sum(read, [])) == sorted(b"%d %d\n" % (k, i) for k in range(WORKERS) for i in range(ROUNDS)))
    memory, raw = io.StringIO(), io.BytesIO()

    def write_memory(k):
        for i in range(ROUNDS):
            memory.write("x%d\n" % k)
            raw.write(b"y%d\n" % k)
            if i % 20 == 0:
                memory.getvalue(), raw.getvalue(), raw.getbuffer().nbytes

    print(run(write_memory))
    print(sorted(memory.getvalue().split()) == sorted(["x%d" % k for k in range(WORKERS)] * ROUNDS), len(raw.getvalue()) == 3 * WORKERS * ROUNDS)

    def own_files(k):
        for i in range(ROUNDS // 10):
            name = os.path.join(folder, "own%d_%d" % (k, i))
            with open(name, "w") as f:
                f.write("text" * 100)
            assert os.path.getsize(name) == 400 and os.path.exists(name)
            with open(name) as f:
                assert f.read() == "text" * 100
            os.listdir(folder)
            os.remove(name)

    print(run(own_files), os.listdir(folder))

# sys.stdout is one stream for all
kept, sys.stdout = sys.stdout, io.StringIO()
errors = run(lambda k: [print("line", k, i) for i in range(ROUNDS)])
kept, sys.stdout = sys.stdout, kept
print(errors, len(kept.getvalue().split("\n")) == WORKERS * ROUNDS + 1)


# caches
@functools.lru_cache(maxsize=20)
def cached(n):
    return [n]


@functools.cache
def cached_for_ever(n):
    return n * 2


@functools.singledispatch
def dispatch(x):
    return "any"


@dispatch.register
def _(x: int):
    return "int"


class Cached:
    @functools.cached_property
    def value(self):
        return [1]

    @functools.singledispatchmethod
    def method(self, x):
        return "any"

    @method.register
    def _(self, x: str):
        return "str"


one = Cached()


def use_caches(k):
    for i in range(ROUNDS):
        assert cached(i % 30) == [i % 30] and cached_for_ever(i % 50) == i % 50 * 2
        assert dispatch(i) == "int" and dispatch("") == "any" and one.value == [1]
        assert one.method("") == "str" and one.method(0) == "any"
        if i % 40 == 0:
            cached.cache_clear()
            cached_for_ever.cache_info()


print(run(use_caches), cached_for_ever.cache_info().currsize == min(50, ROUNDS))

# random: one generator for all, and one for each
shared = random.Random(1)
numbers = [[] for _ in range(WORKERS)]


def use_random(k):
    mine = random.Random(k)
    for i in range(ROUNDS):
        numbers[k].append(mine.random())
        assert 0 <= shared.random() < 1 and 1 <= shared.randint(1, 6) <= 6
        shared.getrandbits(70), shared.choice("abc"), shared.gauss(0, 1), shared.shuffle([1, 2, 3])
        random.random(), random.uniform(1, 2), random.sample(range(10), 3)
        if i % 50 == 0:
            shared.setstate(shared.getstate())
            shared.seed(i)


print(run(use_random), all(numbers[k] == [r.random() for r in [random.Random(k)] for _ in range(ROUNDS)] for k in range(WORKERS)))


# text and numbers
class Color(enum.Enum):
    RED = 1
    GREEN = 2


class Flags(enum.Flag):
    A = 1
    B = 2
    C = 4


@dataclasses.dataclass(order=True)
class Point:
    x: int
    y: int = 0
    tags: list = dataclasses.field(default_factory=list, compare=False)


Pair = collections.namedtuple("Pair", "a b")
document = {"a": [1, 2.5, None, True, "text\u00e9"], "b": {"c": list(range(20))}}
encoded = json.dumps(document, indent=1, sort_keys=True)
template = string.Template("$a and $b")
packer = struct.Struct("<ihd")


def use_texts(k):
    for i in range(ROUNDS // 2):
        assert json.loads(json.dumps(document)) == document and json.dumps(document, indent=1, sort_keys=True) == encoded
        assert Color(1) is Color.RED and Color["GREEN"].value == 2 and (Flags.A | Flags.B) & Flags.B is Flags.B
        assert sorted([Point(2), Point(1, 5)])[0] == Point(1, 5) and dataclasses.replace(Point(1), y=3).y == 3
        assert Pair(1, 2)._replace(a=3) == (3, 2)
        assert template.substitute(a=k, b=i) == "%d and %d" % (k, i) == f"{k} and {i}" == "{} and {}".format(k, i)
        assert packer.unpack(packer.pack(i, k, 0.5)) == (i, k, 0.5) and struct.calcsize("<%dh" % (i % 100)) == i % 100 * 2
        assert copy.deepcopy(document) == document
        assert decimal.Decimal("1.1") + decimal.Decimal("2.2") == decimal.Decimal("3.3")
        assert datetime.date(2024, 2, 29) + datetime.timedelta(days=366) == datetime.date(2025, 3, 1)
        assert str(10 ** (i % 50)) == "1" + "0" * (i % 50) and math.factorial(20) == 2432902008176640000
        assert heapq.nsmallest(2, [3, 1, 2]) == [1, 2] and operator.itemgetter(1)([1, 2]) == 2
        assert time.strftime("%Y", time.gmtime(0)) == "1970" and time.localtime(0).tm_year in (1969, 1970)
        assert sys.intern("made%d" % i) is sys.intern("made" + str(i))
        assert "\u00e9t\u00e9".encode("latin-1").decode("latin-1").upper() == "\u00c9T\u00c9"
        assert typing.List[int] == typing.List[int]


print(run(use_texts))


# context managers, environment, and a heap under a lock
stack, heap, lock = contextlib.ExitStack(), [], threading.Lock()
entered = []


@contextlib.contextmanager
def managed(k):
    entered.append(k)
    try:
        yield k
    finally:
        entered.append(-k)


def use_rest(k):
    for i in range(ROUNDS):
        with managed(k) as got, contextlib.suppress(KeyError), contextlib.closing(io.StringIO()):
            assert got == k
            {}["x"]
        os.environ["STRESS_%d" % k] = str(i)
        assert os.environ["STRESS_%d" % k] == str(i) and os.getenv("PATH")
        with lock:
            heapq.heappush(heap, (i, k))
            if len(heap) > 50:
                heapq.heappop(heap)
        os.getcwd(), os.getpid(), time.time(), time.monotonic()


print(run(use_rest), sum(entered), len(heap))
