# Equality and hashing across numeric types, containers and classes: what is one key and what is not.
import decimal
import fractions

D, F = decimal.Decimal, fractions.Fraction
groups = [[1, 1.0, True, 1 + 0j, D(1), F(1)], [0, 0.0, -0.0, False, 0j, D("-0"), F(0)], [0.5, D("0.5"), F(1, 2), 0.5 + 0j], [2 ** 80, 2.0 ** 80, D(2 ** 80), F(2 ** 80)], [-1, -1.0, D(-1), F(-1)], [-2, -2.0, D(-2)], [10 ** 20, 1e20, D("1E+20")], [F(1, 3)], [0.1], [D("0.1"), F(1, 10)]]
for g in groups:
    print([a == b for a in g for b in g].count(True) == len(g) ** 2, len({hash(v) for v in g}), len(set(g)), list({v: i for i, v in enumerate(g)}.items()))
print(0.1 == D("0.1"), 0.1 == F(1, 10), F(0.5) == 0.5, D(0.1) == 0.1, 1 == "1", "a" == b"a", (1,) == [1], [] == (), {} == set(), None == 0, None == False, "" == None, True == "True", 1.0 == True, 2 == True, () == [])
keys = {}
for k in (1, 1.0, "1", b"1", True, (1,), (1.0,), frozenset([1]), None, D(1), 1j, -1, "", b"", 0, False, 0.0, (), float("inf"), 2 ** 64):
    keys.setdefault(k, []).append(repr(k))
print(keys)
print(hash(float("inf")), hash(D("Infinity")) == hash(float("inf")), hash(F(1, 2)) == hash(0.5), hash(2 ** 61 - 1), hash(F(1, 2 ** 61 - 1)), hash(0.1) == hash(D(0.1)), hash(1e100) == hash(10 ** 100), hash(int(1e100)) == hash(1e100), hash(None) == hash(None), hash(-1) == hash(-2), hash("") == hash(b""), hash(True) == 1, hash((1, 2)) != hash((2, 1)), hash(frozenset({1, 2})) == hash(frozenset({2, 1})), hash(range(3)) == hash(range(0, 3, 1)))


class OnlyEq:
    def __eq__(self, other):
        return True


class NoHash:
    __hash__ = None


class HashOnly:
    def __hash__(self):
        return 7


class BadHash:
    def __hash__(self):
        return "x"


class BigHash:
    def __hash__(self):
        return 2 ** 100 + 1


class NegHash:
    def __hash__(self):
        return -1


class Child(OnlyEq):
    __hash__ = object.__hash__


class Raises:
    def __eq__(self, other):
        raise ValueError("no comparing")

    def __hash__(self):
        return 3


for c in (OnlyEq, NoHash, HashOnly, BadHash, BigHash, NegHash, Child):
    try:
        h = hash(c())
        print(c.__name__, h if c is not Child else "some", end="; ")
    except TypeError as e:
        print(c.__name__, e, end="; ")
print(OnlyEq() == 5, 5 == OnlyEq(), OnlyEq() != 5, [OnlyEq()] == [1], OnlyEq() in [], OnlyEq() in [3], 4 in [OnlyEq()], OnlyEq.__hash__, hash(BigHash()) == hash(2 ** 100 + 1))
for f in (lambda: {Raises(): 1, 3: 2}, lambda: {3: 2}.get(Raises()), lambda: [Raises()].index(1), lambda: [Raises()].count(1), lambda: Raises() in [Raises()], lambda: {Raises()} == {Raises()}, lambda: (Raises(),) == (1,), lambda: {1: Raises()} == {1: 2}, lambda: [r := Raises()].index(r), lambda: {**{Raises(): 1}, 3: 1}):
    try:
        print(f(), end="; ")
    except ValueError as e:
        print(e, end="; ")
print()
order = []


class Tracks:
    def __init__(self, name):
        self.name = name

    def __hash__(self):
        order.append("hash " + self.name)
        return 1

    def __eq__(self, other):
        order.append(f"{self.name} == {other.name}")
        return self.name[0] == other.name[0]


d = {Tracks("a1"): 1, Tracks("b1"): 2}
d[Tracks("a2")] = 3
print(Tracks("b2") in d, [k.name for k in d], list(d.values()), order)
order.clear()
s = {Tracks("x1")} | {Tracks("x2"), Tracks("y1")}
print(sorted(t.name for t in s), len(order))
x = [1, 2]
x.append(x)
y = [1, 2]
y.append(y)
try:
    print(x == y)
except RecursionError as e:
    print(type(e).__name__, e)
print(x == x, [x] == [x], x in x, x.index(x), x.count(x))
print(object() == object(), (o := object()) == o, object().__eq__(5), object().__ne__(5), object().__lt__(5), type(1).__eq__(1, "a"), (1).__eq__(1.0), (1.0).__eq__(1), "a".__eq__(1), [].__eq__(()), None.__eq__(0), int.__eq__(1, True))
