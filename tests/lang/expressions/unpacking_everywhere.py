# Star unpacking in calls, displays, returns, yields, subscripts, loops and assignments, with its evaluation order and errors.
log = []


def it(name, *vals):
    log.append(name)
    return iter(vals)


def f(*a, **k): return a, k


print([*it("a", 1), 2, *it("b", 3, 4)], (*it("c"), 0), {*it("d", 1, 1), 2}, {**{"x": 1}, "y": 2, **{"x": 3}}, f(*it("e", 1), *it("f", 2), k=3, **{"j": 4}), log)


def ret(): return 1, *[2, 3]
def ret2():
    x = [4]
    return *x, *x
def gen():
    got = yield 1, *"ab"
    yield *[got], "end"


g = gen()
print(ret(), ret2(), next(g), g.send("sent"))
a, *b = *range(3), 9
*c, d = {"k": 1, "l": 2}
(e, *f1), *g1 = [[1, 2, 3], 4, 5]
print(a, b, c, d, e, f1, g1)
for x, *y in [(1,), (2, 3), "abc"]: print(x, y, end=" ")
for z in *[1], *(2, 3): print(z, end=" ")
print()
print({(*"ab",): 1}[*"ab"], [*[*[*[1]]]], [[*r] for r in ("ab", "c")], *[1, 2], *"x", sep="-")
t = 1, *(2, 3),
s = *"hi",
print(t, s, (*t, *s), [*t][1:], len([*range(5), *range(5)]))
print(f(*[], **{}), f(*[1], 2, *[3]), f(a=1, *[2]), f(*"ab", **dict(zip("ab", range(2)))), f(**{"a b": 1}), f(*(i for i in range(2))), f(*{1: 2}, *{3}), max(*[1, 5], *(2,)), print(*[]) is None, dict(**{"a": 1}, b=2))


def sig(a, b=2, *c, d, e=5, **g): return a, b, c, d, e, g


print(sig(*[1], d=4), sig(*range(4), d=0, **{"z": 1}), sig(**{"a": 1, "d": 2}), sig(1, **{"b": 3}, **{"d": 4}, x=9), sig(*(1, 2), *(3,), **dict(d=1, e=2)))
for bad in (lambda: [*5], lambda: (*None,), lambda: {*5}, lambda: {**5}, lambda: {**[1]}, lambda: f(*5), lambda: f(**5), lambda: f(**{1: 2}), lambda: f(k=1, **{"k": 2}), lambda: f(**{"k": 1}, **{"k": 2}), lambda: sig(*[1, 2], a=1, d=1), lambda: sig(*[]), lambda: [*range(2), *None], lambda: {**{"a": 1}, **None}, lambda: {*[[]]}, lambda: {**{}, **"ab"}, lambda: sig(**{"d": 1}), lambda: print(*1), lambda: max(*5)):
    try:
        print(bad())
    except TypeError as err:
        print(err)


class Mapping:
    def keys(self): log.append("keys"); return ["p", "q"]
    def __getitem__(self, k): log.append(k); return k * 2


log.clear()
print(f(**Mapping()), {**Mapping()}, dict(Mapping()), log)


class OnlyKeys:
    def keys(self): return ["a"]


class Iter:
    def __iter__(self): yield from "it"


for bad in (lambda: f(**OnlyKeys()), lambda: {**OnlyKeys()}, lambda: f(**Iter()), lambda: f(*OnlyKeys())):
    try:
        print(bad())
    except TypeError as err:
        print(err)
print(f(*Iter()), [*Iter()], dict(zip(Iter(), Iter())))
x, y = y0, x0 = 1, 2
(p, q), r = (p2, *q2), r2 = [(1, 2), 3]
print(x, y, x0, y0, p, q, r, p2, q2, r2)
first, (second, *[third, *rest]), = "a", "bcde"
print(first, second, third, rest)
*head, (mid, *_), tail = [1, 2, (3, 4, 5), 6]
print(head, mid, _, tail)
print([i for i in (*range(2), *"a")], {k: v for k, v in {**{"a": 1}}.items()}, (lambda *a, **k: (a, k))(*[1], **{"z": 2}), *map(str, [1, 2]), *sorted({3, 1, 2}), *{"k": "v"})
matrix = [[1, 2], [3, 4]]
print(*zip(*matrix), *map(list, zip(*matrix)), [*zip(*[iter(range(6))] * 2)], list(zip(*[(1, 2, 3)])), sum([*matrix], []), [*matrix[0], *matrix[1]])
