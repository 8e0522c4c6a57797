"""In which order objects that die together are finalized, however they hang together."""
import gc
import sys
import weakref


class Named:
    def __init__(self, name, *parts):
        self.name = name
        self.first, self.second, self.third = (list(parts) + [None] * 3)[:3]

    def __del__(self):
        print("del", self.name)


class Plain:
    def __init__(self, first=None, second=None, third=None):
        self.first = first
        self.second = second
        self.third = third


class Slotted:
    __slots__ = ("left", "right")

    def __init__(self, left=None, right=None):
        self.left = left
        self.right = right


class Deeper(Slotted):
    __slots__ = ("middle", "__dict__", "__weakref__")


def order():
    x = Plain(Named("a"), Plain(Named("b"), Named("c")), Named("d"))
    x = Slotted(Plain(Named("e")), Slotted(Named("f"), Named("g")))
    x = None
    shared = Named("shared")
    p = Plain(Named("h"), shared, Named("i"))
    del shared
    del p
    d = Deeper(Named("j"), Named("k"))
    d.middle = Named("l")
    d.extra = Named("m")
    d = None
    x = Plain([Named("n"), Plain(Named("o"))], (Named("p"), Named("q")), {"key": Plain(Named("r"))})
    x = None
    print("twice")
    n = Named("s")
    x = Plain(n, n, n)
    n = None
    x = None


class Dropper:
    """Drops in its finalizer what the object that held it has not dropped yet."""

    def __init__(self, other):
        self.other = other

    def __del__(self):
        print("dropper begins")
        self.other.clear()
        print("dropper ends")


def dropped_meanwhile():
    held = []
    last = Named("last")
    held.append(last)
    p = Plain(Dropper(held), last, Named("after"))
    del last
    p = None


class Collecting:
    def __del__(self):
        print("collect", gc.collect() >= 0)


def collected_meanwhile():
    cycle = Plain(Named("in a cycle"))
    cycle.second = cycle
    p = Plain(Plain(Named("t"), Collecting(), Named("u")), Collecting(), Plain(Collecting(), Named("v")))
    del cycle
    p = None


class Lazarus:
    saved = []

    def __init__(self, other):
        self.other = other

    def __del__(self):
        Lazarus.saved.append(self)


def resurrected():
    p = Plain(Lazarus(Plain(Named("kept"))), Named("w"))
    p = None
    print(len(Lazarus.saved), Lazarus.saved[0].other.first.name)
    Lazarus.saved.clear()


def chains():
    chain = None
    for i in range(200000):
        chain = Plain(i, None, chain)
    chain = None
    for i in range(200000):
        chain = Plain(chain, i, None)
    chain = None
    for i in range(200000):
        chain = Slotted(chain, [i])
    chain = None
    for i in range(100000):
        chain = Slotted([chain], i)
    chain = None
    for i in range(100000):
        chain = Plain(first=i, second={"next": chain})
    chain = None
    for i in range(30):
        chain = Plain(chain, Named(f"link {i}")) if i % 10 == 0 else Plain(chain)
    chain = None
    print("chains are gone")


def watched():
    d = Deeper(Named("x"))
    p = Plain(d, Plain(d))
    r = weakref.ref(d, lambda _: print("callback"))
    d = None
    p.first = None
    print(r() is not None)
    p = None
    print(r())


def make_bag():
    class Bag:
        pass
    return Bag


def late_attributes():
    Bag = make_bag()
    bags = [Bag() for _ in range(20)]
    for i, bag in enumerate(bags):
        for j in range(i):
            setattr(bag, f"a{j}", j)
    print([sum(vars(bag).values()) for bag in bags])
    more = [Bag() for _ in range(20)]
    for i, bag in enumerate(more):
        for j in range(19, i, -1):
            setattr(bag, f"a{j}", j)
    print([list(vars(bag)) for bag in more[15:]])
    for bag in more[:10]:
        for name in list(vars(bag))[::2]:
            delattr(bag, name)
    print([len(vars(bag)) for bag in more])
    many = Bag()
    for j in range(100):
        setattr(many, f"b{j}", j)
    again = [Bag() for _ in range(3)]
    again[0].b99 = again[1].b0 = 5
    print(sum(vars(many).values()), vars(again[0]), vars(again[1]), vars(again[2]))


for f in (order, dropped_meanwhile, collected_meanwhile, resurrected, chains, watched, late_attributes):
    print("--", f.__name__)
    f()
