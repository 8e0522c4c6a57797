# Values that reach places in ways which the types of a program do not show at a glance.
import collections
import functools
import heapq
import operator
import threading
from concurrent.futures import ThreadPoolExecutor


class Box:
    default = 1

    def __init__(self, value):
        self.value = value

    def get(self):
        return self.value

    def both(self, other):
        return self.value, other

    @classmethod
    def make(cls, value):
        return cls(value)

    @staticmethod
    def same(value):
        return value

    @property
    def shown(self):
        return self.value


# ---- attributes by name, __dict__, class attributes ----
def by_name():
    class Set:
        def __init__(self, value): self.value = value
        def get(self): return self.value

    class InDict(Set):
        def __init__(self, value): self.value = value

    class InVars:
        def __init__(self, value): self.value = value
        def get(self): return self.value

    class Around:
        def __init__(self, value): self.value = value
        def get(self): return self.value
        @property
        def shown(self): return self.value
    a, b, c, d = Set(1), InDict(1), InVars(1), Around(1)
    setattr(a, "value", "s")
    b.__dict__["value"] = 2.5
    vars(c)["value"] = None
    object.__setattr__(d, "value", [1])
    return [x.value for x in (a, b, c, d)], [x.get() for x in (a, b, c, d)], d.shown


class Other:
    def __init__(self): self.n = 1
    def read(self): return self.n


def other_classes():
    o = Other()
    o.__class__ = type("Changed", (Other,), {"read": lambda self: "changed"})
    Other.extra = lambda self: ("extra", self.n)
    return o.read(), Other().extra(), getattr(Other(), "read")()


class Counted:
    count = 0

    def step(self):
        self.count = self.count + 1
        return self.count


class Renamed(Counted):
    count = "a"

    def step(self):
        self.count = self.count + "b"
        return self.count


class Again(Renamed):
    def step(self):
        return [super().step()]


def steps():
    return [c.step() for c in (Counted(), Renamed(), Again())], Counted.count, Renamed.count


# ---- functions that others call ----
def double(x):
    return x * 2


def pair(a, b=0, *rest, key=None, **more):
    return a, b, rest, key, more


def called_by_others():
    print(double(1), list(map(double, ["a"])), functools.reduce(lambda a, b: a + b, ["x", "y"]), sorted(["b", "a"], key=double))
    print(functools.partial(double, (1,))(), operator.methodcaller("read")(Other()), collections.Counter(map(double, "ab")))
    print(pair(1), pair("a", *["b", 2.5, None], key=[1], other={}), pair(*(1, 2), **{"key": "k", "z": 0}))
    with ThreadPoolExecutor(1) as pool:
        print(pool.submit(double, 2.5).result(), list(pool.map(double, [[1]])))
    out = []
    thread = threading.Thread(target=lambda a, b: out.append((a, b)), args=("t", 1), kwargs={})
    thread.start()
    thread.join()
    print(out, out[0][0])


def bound():
    get, make, same, both = Box("bound").get, Box.make, Box.same, Box(3).both
    made = make(b"bytes")
    append = [1].append
    append("s")
    l = [1]
    add = l.append
    add("added")
    return get(), made.value, same(None), both("o"), l, l[-1], add.__self__[1]


def defaults(a=1, *, b=2):
    return a, b


def change_defaults():
    defaults.__defaults__ = ("changed",)
    defaults.__kwdefaults__ = {"b": None}
    return defaults()


def cell():
    held = 1

    def inner():
        return held
    inner.__closure__[0].cell_contents = "cell"
    return inner(), held


def traced(f):
    @functools.wraps(f)
    def wrapper(*args, **kwargs):
        return f(*args, **kwargs)
    return wrapper


@traced
def decorated(a, b=1):
    return a, b


# ---- containers that others change ----
def containers():
    heap, dict_, row, swapped = [3, 1], {"a": 1}, [1, 2], [[1], [2]]
    heapq.heappush(heap, 2.5)
    operator.setitem(dict_, "b", "s")
    list.append(row, None)
    row += ("x",)
    row[len(row):] = [b"y"]
    swapped[0], swapped[1] = swapped[1], "s"
    inner = swapped[0]
    swapped[0].append(2.5)
    dict_ |= {"c": 2.5}
    dict_.update([("d", None)], e=[1])
    chained = collections.ChainMap({}, dict_)
    chained.maps[1]["f"] = ()
    return heap[-1], heap, dict_["b"], dict_["e"], dict_.pop("f"), row[2], row[3], row[-1], swapped[1], inner[-1], {**dict_}["c"]


def rows(*args):
    added, cut, repeated = args + (len,), (1, "a", 2.5)[1:], (1, "a") * 2
    cut += (None,)
    return added[0], cut[0], repeated[-1], cut[2], (("b",) + args)[1], tuple([1])[0]


def sets():
    s, t = {1}, {"a"}
    both = s | t
    s |= {2.5}
    s.update([None])
    return sorted(map(str, both)), sorted(map(str, s)), sorted(str(x) for x in s.union(["u"], [b"v"]))


def unpacking(d):
    match d:
        case {"list": [first, *rest]}:
            rest.append("m")
            return first, rest, d
        case Box(value=v):
            return v
        case [x, y] | [x, y, _]:
            return y, x


# ---- operators ----
class Vector:
    def __init__(self, x): self.x = x
    def __add__(self, o): return Vector(self.x + (o.x if isinstance(o, Vector) else o))
    def __radd__(self, o): return ("radd", o)
    def __iadd__(self, o): return ["iadd", o]
    def __mul__(self, o): return NotImplemented
    def __eq__(self, o): return "equal" if o else ""
    def __lt__(self, o): return self.x
    def __getitem__(self, k): return k
    def __contains__(self, k): return k
    def __call__(self, *a): return a
    def __enter__(self): return 2.5
    def __exit__(self, kind, e, tb):
        self.x = kind
        return True
    def __iter__(self): return iter((self.x, "i"))
    def __hash__(self): return 1


class Scale:
    def __rmul__(self, o): return "rmul"


def operators():
    v = Vector(1)
    w = v
    w += 1
    n = 2
    with v as entered:
        raise KeyError("k")
    print((Vector(1) + 2).x, 1 + v, w, v * Scale(), v == 1, v < v, v["k"], v[1:2], v(1, "a"), entered, v.x, list(v), [*v], "z" in v)
    print(2 ** n, 2 ** -n, n ** 0.5, (-8) ** 0.5 == 0, True & True, True | 2, -True, round(2.5), round(25, -1), round(2.567, 1), abs(True), 7 // 2.0, divmod(7, 2))
    print(sum([]), sum([0.5]), sum([[1], ["a"]], []), max(1, 2.5), min([], default="none"), max("a", "b", key=ord), any([0, ""]), 1 < 2 < 3, not 0)
    x = 10
    x **= -1
    y = True
    y &= False
    z = [1] * 2
    z *= 2
    z += "ab"
    t = (1,) + ("a",)
    print(x, y, z, z[-1], t[1], "%s" % 1, b"%d" % 1, [1, 2][True], "ab"[0], b"ab"[0], (1, "a")[-1], {1: "a"}.get(2), {1: "a"}.setdefault(3))


class Key:
    def __call__(self, x): return str(x)


class Ordered:
    def __init__(self, n): self.n = n
    def __lt__(self, other): return [self.n]
    def __eq__(self, other): return False


def keys():
    mixed = [3, "b", 1.5]
    mixed.sort(key=Key())
    return sorted([2, "a"], key=Key()), min([2, "a"], key=Key()), mixed, list(filter(Key(), [0, ""])), [Ordered(1)] < [Ordered(2)], (Ordered(1), 2) < (Ordered(1), 2)


class Base:
    seen = []

    def __init_subclass__(cls): Base.seen.append(cls.__name__)
    def __class_getitem__(cls, item): return cls.__name__, item


class Derived(Base): pass


def too_many():
    class C0:
        def take(self, x): return x
    classes = [C0]
    def c1(x): return x
    def c2(x): return [x]
    functions = [c1, c2]
    for n in range(20):
        class C(C0):
            def take(self, x): return n, x
        classes.append(C)
    functions += [lambda x: x, lambda x: (x,), lambda x: {x}, lambda x: {x: x}, lambda x: x * 2, lambda x: x + x, lambda x: [x] * 2, lambda x: str(x), lambda x: None,
                  lambda x: repr(x), lambda x: x is x, lambda x: not x, lambda x: x == x, lambda x: -1, lambda x: 2.5, lambda x: b"", lambda x: x]
    return [c().take(1) for c in classes[:2]], C0().take("s"), [f("s") for f in functions], c1(1), c2(2)


# ---- generators ----
def echo():
    got = None
    while got != "stop":
        got = yield got
    return "returned"


def outer():
    result = yield from echo()
    yield result


def generators():
    g = outer()
    print(next(g), g.send(1), g.send("s"), g.send("stop"))
    try:
        raise StopIteration(1.5)
    except StopIteration as e:
        value = e.value
    class Trap(Exception):
        def __init__(self, held): self.held = held
    try:
        raise Trap([1])
    except Exception as e:
        e.held.append("caught")
        value = value, e.held
    return value


# ---- metaclasses, __getattr__, descriptors ----
class Meta(type):
    def __call__(cls, *args): return ("made", args)
    def __getattr__(cls, name): return name
    def __iter__(cls): return iter("meta")


class Made(metaclass=Meta): pass
class Sub(Made): pass


class Typed:
    def __set_name__(self, owner, name): self.owner, self.name = owner, name
    def __get__(self, o, cls): return (self.name, getattr(o, "held", None))
    def __set__(self, o, value): o.held = value


class Holder:
    field = Typed()
    held = 0

    def __getattr__(self, name): return [name]


class New:
    def __new__(cls, x): return x


class Text(str):
    def __new__(cls, s): return super().__new__(cls, s + "!")


def reflective():
    h = Holder()
    h.field = "set"
    h.plain = 1
    return Made(1), Sub("s"), Made.name, list(Made), h.field, h.held, h.missing, h.plain, New(5), Text("t"), Text("t") + "u", str(Text("v"))


print(by_name())
print(other_classes())
print(steps())
print(called_by_others())
print(bound())
print(change_defaults())
print(cell())
print(containers(), rows("s"), rows(1))
print(sets())
print(operators())
print(keys(), Base.seen, Derived[1], too_many())
print(generators())
print(reflective())
print(decorated("d"), decorated(1, b=None))
print(unpacking({"list": ["f", 1]}), unpacking(Box("v")), unpacking([1, "y"]), unpacking(("x", 2.5, 0)))
print(Box.default, Box(1).default, setattr(Box, "default", "new"), Box.default, Box(1).default)
