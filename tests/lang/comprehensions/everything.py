# Comprehensions and generator expressions: nesting, conditions, targets, laziness, order, and errors inside them.
log = []


def t(v, tag=None):
    log.append(tag if tag is not None else v)
    return v


print([x * y for x in range(3) for y in range(x)], [[x, y] for x in "ab" for y in "cd"], [y for x in [[1, 2], [3]] for y in x], [[j for j in range(i)] for i in range(4)])
print([x for x in range(20) if x % 2 if x % 3], [x if x % 2 else -x for x in range(5)], [a + b for a, b in zip("ab", "cd")], [a for a, *_ in ["xyz", "w"]], [k + str(v) for k, v in {"a": 1}.items()])
print({x % 3 for x in range(9)}, {x: x ** 2 for x in range(4)}, {**{k: 1 for k in "ab"}, "c": 2}, {v: k for k, v in {"a": 1, "b": 1}.items()}, {(i, j): i * j for i in range(2) for j in range(2)})
print(sum(x for x in range(5)), list(x for x in ()), tuple(c.upper() for c in "ab"), dict((k, v) for k, v in [("a", 1)]), any(x > 2 for x in range(5)), all(x for x in [1, 0, t(5)]), sorted((x for x in "cab"), reverse=True), max((x, -x) for x in range(3)))
log.clear()
[t(x) for x in t([1, 2], "iter1") if t(x > 0, f"if{x}") for y in t("ab", f"iter2 {x}") if t(y == "a", f"cond {x}{y}")]
print(log)
log.clear()
{t(f"k{i}"): t(f"v{i}") for i in range(2)}
print(log)
log.clear()
g = (t(x) for x in t([1, 2], "eager"))
print(log, next(g), log)
h = (t(y) for x in [1] for y in t([2], "lazy"))
print(log)
list(h)
print(log)


class Box: pass


b = Box()
arr = [0, 0]
print([b.v for b.v in range(3)], b.v, [arr[0] for arr[0] in "xy"], arr, [i for i, in [(1,), (2,)]], [(p, q) for [p, (q, *_)] in [(1, "ab")]])
print([i for i in range(5) if (lambda v: v % 2)(i)], [(lambda: i)() for i in range(3)], [f() for f in [lambda i=i: i for i in range(3)]], [f() for f in [lambda: i for i in range(3)]])


def scopes(n):
    total = 10
    a = [total + i for i in range(n)]
    total2 = [total := total + i for i in range(n)]
    def inner(): return [total * i for i in range(2)]
    return a, total2, total, inner(), [n for n in range(n)], n


print(scopes(3))


class K:
    size = 3
    rng = [i for i in range(size)]
    sq = {i: i * i for i in rng}
    try:
        fail = [size for i in rng]
    except NameError as e:
        fail = str(e)
    m = [lambda self: self.size for _ in "a"][0]


print(K.rng, K.sq, K.fail, K().m())
for f in (lambda: [1 / x for x in (1, 0)], lambda: {x: [][x] for x in (0,)}, lambda: {[] for _ in "a"}, lambda: list(undefined for _ in "a"), lambda: [x for x in 5], lambda: [a for a, b in [1]], lambda: [a for a, b in [(1, 2, 3)]], lambda: sum(x for x in ["a"]), lambda: [x for x in iter(int, 1) if 1 / 0]):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


def early():
    for row in [[1, 2], [3, 4]]:
        hit = next((c for c in row if c > 2), None)
        if hit: return hit, [c for c in row]


print(early())


def gen_in_gen():
    yield from (x * 2 for x in range(2))
    yield [y for y in (yield "sent?")] if False else [z for z in range(2)]


print(list(gen_in_gen()))
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)], [list(r) for r in zip(*matrix)], [n for row in matrix for n in row if n % 2 == 0], {n: {m for m in range(n)} for n in range(3)})
primes = [p for p in range(2, 50) if all(p % d for d in range(2, int(p ** 0.5) + 1))]
print(primes, [w[::-1] for w in "the quick fox".split()], "".join(chr(ord(c) + 1) for c in "HAL"), {len(w): w for w in "a bb cc".split()})
deep = [[[(i, j, k) for k in range(2)] for j in range(2)] for i in range(2)]
print(deep, [[x := i, x + 1] for i in range(2)], x)
it = iter(range(6))
print([(a, b) for a in it for b in it], list(it), [(a, next(it2, None)) for it2 in [iter("abc")] for a in it2])
print(*[c for c in "abc"], *(d for d in "de"), sep="-")
print([x for x in [1, 2, 3] if x in {y for y in [2, 3]}], [x or "zero" for x in range(2)], [not x for x in (0, 1)], [(yield_) for yield_ in "ab"], [x for x in (1, 2) if x == 1 or x == 2 and False])
