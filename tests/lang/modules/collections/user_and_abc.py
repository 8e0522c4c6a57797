# UserDict, UserList, UserString, and the abstract classes of collections.abc as mixins and as tests.
import collections
import collections.abc as abc
from collections import UserDict, UserList, UserString


def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)), end="; ")
    except Exception as e:
        print(type(e).__name__, e, end="; ")


class Lower(UserDict):
    def __setitem__(self, k, v):
        super().__setitem__(k.lower(), v)

    def __missing__(self, k):
        if isinstance(k, str) and k != k.lower():
            return self[k.lower()]
        raise KeyError(k)


d = Lower({"A": 1}, B=2)
d.update({"C": 3}, Dd=4)
d.setdefault("E", 5)
print(d, d["A"], d.get("dd"), d.get("ZZ", 0), "a" in d, "A" in d, len(d), list(d), d.pop("a"), d.popitem(), d.data, d | {"X": 1}, type(d | {}), {"q": 1} | d, d.copy(), d == {"b": 2, "c": 3, "dd": 4}, Lower.fromkeys("XY", 0), sorted(d.items()), bool(UserDict()))
show(lambda: d["zz"])
show(lambda: d.pop("zz"))
show(lambda: d.__delitem__("zz"))


class Positive(UserList):
    def append(self, v):
        if v <= 0:
            raise ValueError(f"{v} is not positive")
        super().append(v)


l = Positive([3, 1, 2])
l.append(5)
print(l, l + [9], [9] + l, type(l + [1]), l * 2, l[1:3], type(l[1:3]), l == [3, 1, 2, 5], l < [4], len(l), 5 in l, l.index(2), l.count(3), l.data, list(reversed(l)), l.copy(), sorted(l))
l.sort(reverse=True)
l.extend([7, 8])
l.insert(0, 0)
l.reverse()
l += (1,)
l[0:2] = [80]
del l[-1]
print(l, l.pop(), l.pop(0), l.remove(7) if 7 in l else None, l, max(l), l.clear(), l)
show(l.append, -1)
show(l.pop)
s = UserString("Hello")
print(s, repr(s), s + " x", "x " + s, s * 2, s.upper(), type(s.upper()), s[1], type(s[1:]), len(s), "ell" in s, s == "Hello", s < "I", hash(s) == hash("Hello"), s.replace("l", "L"), s.split("l"), int(UserString("42")), float(UserString("1.5")), s.center(9, "*"), s.encode(), s.join(["a", "b"]), s % () if False else "", UserString("%s!") % "a", s.startswith("He"), s.format(), UserString(5), s.find("l"), s.isalpha(), s.data, sorted(s))


class Squares(abc.Sequence):
    def __len__(self):
        return 5

    def __getitem__(self, i):
        if isinstance(i, slice):
            return [self[j] for j in range(*i.indices(5))]
        if not -5 <= i < 5:
            raise IndexError(i)
        return (i % 5) ** 2


q = Squares()
print(list(q), list(reversed(q)), 9 in q, 8 in q, q.index(16), q.count(4), q[1:3], isinstance(q, abc.Collection), isinstance(q, abc.Reversible))
show(q.index, 7)


class Bag(abc.MutableSet):
    def __init__(self, items=()):
        self.items = []
        for i in items:
            self.add(i)

    def __contains__(self, x):
        return x in self.items

    def __iter__(self):
        return iter(self.items)

    def __len__(self):
        return len(self.items)

    def add(self, x):
        if x not in self.items:
            self.items.append(x)

    def discard(self, x):
        if x in self.items:
            self.items.remove(x)

    def __repr__(self):
        return f"Bag({self.items})"


a, b = Bag([1, 2, 3]), Bag([3, 4])
print(a | b, a & b, a - b, a ^ b, a <= b, Bag([3]) < a, a == {1, 2, 3}, a.isdisjoint([9]), {0, 1} & a, [5, 1] | a if False else a | [5, 1], a.pop(), a, a.remove(2), a, len(a))
a |= {7, 8}
a -= [7]
a ^= {3, 100}
a &= {8, 100, 5}
print(a, a >= {8}, a != {8})
show(a.remove, 55)
a.clear()
show(a.pop)


class Map(abc.MutableMapping):
    def __init__(self):
        self.pairs = []

    def __getitem__(self, k):
        for a, v in self.pairs:
            if a == k:
                return v
        raise KeyError(k)

    def __setitem__(self, k, v):
        self.pairs = [(a, b) for a, b in self.pairs if a != k] + [(k, v)]

    def __delitem__(self, k):
        self[k]
        self.pairs = [(a, b) for a, b in self.pairs if a != k]

    def __iter__(self):
        return (a for a, _ in self.pairs)

    def __len__(self):
        return len(self.pairs)


m = Map()
m.update({"a": 1}, b=2)
m.update([("c", 3)])
print(dict(m), m.get("zz"), m.setdefault("d", 4), m.pop("a"), m.pop("zz", None), m.popitem(), list(m.keys()), list(m.values()), list(m.items()), "c" in m, m == {"b": 2, "c": 3}, m.keys() & {"b"}, ("c", 3) in m.items(), 3 in m.values(), repr(m.keys())[:9], m.keys() - ["b"])
show(lambda: m["q"])
show(m.pop, "q")
m.clear()
show(m.popitem)


class Tail(abc.MutableSequence):
    def __init__(self, *v):
        self.v = list(v)

    def __getitem__(self, i):
        return self.v[i]

    def __setitem__(self, i, x):
        self.v[i] = x

    def __delitem__(self, i):
        del self.v[i]

    def __len__(self):
        return len(self.v)

    def insert(self, i, x):
        self.v.insert(i, x)


t = Tail(1, 2, 3)
t.append(4)
t.extend([5, 6])
t += [7]
t.reverse()
t.remove(5)
print(t.v, t.pop(), t.pop(0), t.v, t.index(3), t.count(4), 6 in t, list(t), t.clear(), t.v)
for cls, missing in ((abc.Sequence, "x"), (abc.Mapping, "x"), (abc.Iterator, "x"), (abc.Set, ""), (abc.Callable, ""), (abc.MutableSequence, "")):
    show(cls)
show(type("Half", (abc.Mapping,), {"__len__": lambda s: 0}))
print()
checks = [abc.Hashable, abc.Iterable, abc.Iterator, abc.Reversible, abc.Sized, abc.Container, abc.Collection, abc.Callable, abc.Sequence, abc.MutableSequence, abc.Set, abc.MutableSet, abc.Mapping, abc.MutableMapping, abc.Generator, abc.ByteString, abc.KeysView, abc.ItemsView, abc.ValuesView]
for v in ([], (), "", b"", bytearray(), {}, set(), frozenset(), range(1), iter([]), (x for x in ""), len, int, None, 5, {}.keys(), {}.items(), {}.values(), collections.deque(), memoryview(b""), collections.Counter(), collections.OrderedDict(), d, l, s, enumerate(""), zip(), map(str, "")):
    print(type(v).__name__, "".join(str(int(isinstance(v, c))) for c in checks), end=" ")
print(issubclass(list, abc.Sequence), issubclass(dict, abc.Sequence), abc.Sequence.register(Squares) is Squares)


class Duck:
    def __len__(self):
        return 0

    def __iter__(self):
        return iter(())

    def __contains__(self, x):
        return False


class NoHash:
    __hash__ = None


class NotIterable:
    __iter__ = None


print(isinstance(Duck(), abc.Collection), isinstance(NoHash(), abc.Hashable), isinstance(NotIterable(), abc.Iterable), issubclass(Duck, abc.Sequence), abc.Sized.__abstractmethods__, sorted(abc.MutableMapping.__abstractmethods__))
