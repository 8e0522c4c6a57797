# Attributes, globals, closure cells, class bodies and methods changed by many threads at once.
# test: timeout=60
import os
import sys
import threading

SHORT = os.environ.get("PORTALIS_STRESS") == "short"
WORKERS, ROUNDS = (4, 300) if SHORT else (12, 4000)
sys.setswitchinterval(1e-5)
shared_global = ()


def run(*works):
    gate = threading.Barrier(WORKERS * len(works))

    def body(work, k):
        gate.wait()
        work(k)

    threads = [threading.Thread(target=body, args=(w, k)) for k in range(WORKERS) for w in works]
    for t in threads:
        t.start()
    for t in threads:
        t.join()


class Plain:
    kind = "plain"

    def who(self):
        return self.kind

    @property
    def twice(self):
        return self.kind * 2


class Slotted:
    __slots__ = ("a", "b")


plain, slotted = Plain(), Slotted()
slotted.a = slotted.b = 0


def write(k):
    global shared_global
    for i in range(ROUNDS):
        shared_global = (k, i)
        plain.value = [k, i]
        setattr(plain, "own%d" % k, i)
        setattr(plain, "turn%d" % (i % 40), i)
        slotted.a = (k, i)
        slotted.b = slotted.a
        if i % 7 == 0:
            plain.__dict__["x%d" % (i % 5)] = i
            plain.__dict__.pop("x%d" % (i % 5), None)
        if i % 11 == 0:
            try:
                del plain.turn3
            except AttributeError:
                pass
        globals()["dynamic%d" % (i % 9)] = i


def read(k):
    for i in range(ROUNDS):
        assert shared_global == () or len(shared_global) == 2
        assert len(getattr(plain, "value", "ab")) == 2
        assert slotted.a == 0 or len(slotted.a) == 2
        assert slotted.b == 0 or len(slotted.b) == 2
        hasattr(plain, "turn%d" % (i % 40))
        if i % 50 == 0:
            dir(plain)
            len(vars(plain))
            list(plain.__dict__.items())


run(write, read)
print([getattr(plain, "own%d" % k) for k in range(WORKERS)] == [ROUNDS - 1] * WORKERS, len(shared_global))


# classes change under their instances
class Left:
    def name(self):
        return "left"


class Right:
    def name(self):
        return "right"


class Base:
    def shape(self):
        return "base"


class Derived(Base):
    pass


morphing, derived = Left(), Derived()


def change(k):
    for i in range(ROUNDS):
        morphing.__class__ = Right if i % 2 else Left
        Plain.kind = ("plain", "other")[i % 2]
        if i % 20 == 0:
            Base.shape = lambda self, n=i % 2: ("even", "odd")[n]
            Base.extra = property(lambda self: 5)
            Derived.__repr__ = lambda self: "<derived>"
            Derived.__len__ = lambda self, n=i: n
            Derived.__eq__ = lambda self, other: True
            Derived.__hash__ = lambda self: 3
        if i % 60 == 0:
            try:
                del Derived.__len__
            except AttributeError:
                pass
            type("Fresh", (Base,), {"k": k})()
        if i % 100 == 0:
            Derived.__bases__ = (Base,)
            len(Base.__subclasses__())


def use(k):
    for i in range(ROUNDS):
        assert morphing.name() in ("left", "right")
        assert isinstance(morphing, object) and type(morphing) in (Left, Right)
        assert plain.who() in ("plain", "other")
        assert plain.twice in ("plainplain", "otherother")
        assert derived.shape() in ("base", "even", "odd")
        assert getattr(derived, "extra", 5) == 5
        repr(derived)
        derived == 3
        hash(derived)
        bool(derived) if hasattr(Derived, "__bool__") else None
        try:
            len(derived)
        except TypeError:
            pass
        type(derived).__mro__
        isinstance(derived, Base)


run(change, use)
print(Plain.kind in ("plain", "other"), derived.extra, repr(derived))


# closure cells
def counter():
    count, seen = 0, None
    lock = threading.Lock()

    def bump(k):
        nonlocal count, seen
        for i in range(ROUNDS):
            seen = [k, i]
            assert len(seen) == 2
            with lock:
                count += 1

    return bump, lambda: (count, len(seen))


bump, result = counter()
run(bump)
print(result() == (WORKERS * ROUNDS, 2))


# functions' own attributes, defaults, docs and names
def target(a=1, *, b=2):
    return a, b


def adjust(k):
    for i in range(ROUNDS):
        target.note = i
        target.__doc__ = "doc %d" % k
        target.__name__ = "name%d" % k
        target.__defaults__ = (i,)
        target.__kwdefaults__ = {"b": k}
        target.__dict__["z"] = i


def call(k):
    for i in range(ROUNDS):
        a, b = target()
        assert type(a) is int and type(b) is int
        getattr(target, "note", None), target.__name__, target.__doc__, target.__qualname__, repr(target)


run(adjust, call)
print(len(target()))


# descriptors with state, and __getattr__ computed once
class Lazy:
    def __init__(self):
        self.made = []
        self.lock = threading.Lock()

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        with self.lock:
            if name not in self.__dict__:
                self.made.append(name)
                self.__dict__[name] = object()
        return self.__dict__[name]


lazy = Lazy()
found = [[] for _ in range(WORKERS)]


def touch(k):
    for i in range(ROUNDS // 10):
        found[k].append(getattr(lazy, "n%d" % i))


run(touch)
print(len(lazy.made) == ROUNDS // 10, all(f == found[0] for f in found))
