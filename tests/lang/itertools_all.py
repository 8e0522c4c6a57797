# itertools: results, reprs, errors.
import itertools as it
import operator


def attempt(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


print(it.count(), it.count(3), it.count(1.5, 0.5), it.count(10, -2), it.repeat(1), it.repeat("x", 3), list(it.islice(it.count(2**62 - 2), 4)), list(it.islice(it.count(-5, 10**30), 3)), list(it.islice(it.count(True), 2)))
c = it.count(5)
next(c)
print(c, list(it.islice(it.cycle("abc"), 7)), list(it.cycle([])), list(it.repeat(0, 0)), list(it.repeat(0, -5)), it.repeat(1, 5).__length_hint__())
print(list(it.accumulate([1, 2, 3])), list(it.accumulate("abc")), list(it.accumulate([3, 1, 4], max)), list(it.accumulate([], initial=7)), list(it.accumulate([1, 2], operator.mul, initial=10)), list(it.accumulate([1, 2], func=lambda a, b: a - b)))
print(list(it.chain("ab", [], (1,))), list(it.chain.from_iterable(["ab", [1]])), list(it.compress("abcdef", [1, 0, 1, 0, 1])), list(it.dropwhile(lambda x: x < 3, [1, 4, 2])), list(it.takewhile(lambda x: x < 3, [1, 4, 2])), list(it.filterfalse(None, [0, 1, ""])))
print(list(it.islice("abcdefg", 3)), list(it.islice("abcdefg", 2, None)), list(it.islice("abcdefg", 1, 6, 2)), list(it.islice("abc", None, None, 2)), list(it.islice("abc", 0)), list(it.pairwise("abcd")), list(it.starmap(divmod, [(7, 2), [9, 4]])))
g = it.groupby("AAABBC")
k1, g1 = next(g)
k2, g2 = next(g)
print(k1, list(g1), k2, list(g2), [(k, "".join(v)) for k, v in it.groupby("aAbB", str.lower)])
a, b = it.tee("abcde")
print(next(a), next(a), list(b), list(a), it.tee([], 0), len(it.tee([1], 3)))
x = iter(range(4))
p, q = it.tee(x)
next(p)
r = p.__copy__()
print(list(p), list(q), list(r))
print(list(it.zip_longest("abc", "x", fillvalue="-")), list(it.zip_longest()), list(it.zip_longest([1], [], [2, 3])))
print(list(it.product("ab", repeat=2)), list(it.product()), list(it.product([1], [])), len(list(it.product(range(5), range(6), repeat=2))))
print(list(it.permutations("abc")), list(it.permutations([1, 2, 3], 2)), list(it.permutations([1], 2)), list(it.permutations([], 0)))
print(list(it.combinations("abcd", 2)), list(it.combinations([1], 0)), list(it.combinations([1], 2)), list(it.combinations_with_replacement("abc", 2)), list(it.combinations_with_replacement([], 1)), list(it.combinations_with_replacement([], 0)))
for f in (lambda: it.count("a"), lambda: it.count(1, 2, 3), lambda: it.cycle(), lambda: it.cycle(5), lambda: it.repeat(), lambda: it.repeat(1, "x"), lambda: it.accumulate(5), lambda: list(it.chain(5)), lambda: it.compress("a"), lambda: it.dropwhile(1), lambda: list(it.starmap(pow, [5])),
          lambda: it.islice("a", -1), lambda: it.islice("a", "x"), lambda: it.islice("a", 1, -2), lambda: it.islice("a", 0, 2, 0), lambda: it.islice("a"), lambda: it.tee("a", -1), lambda: it.tee(5), lambda: it.zip_longest(x=1), lambda: it.zip_longest(5), lambda: it.product(repeat=-1), lambda: it.product([1], x=2),
          lambda: it.permutations("a", -1), lambda: it.permutations("a", "b"), lambda: it.combinations("a"), lambda: it.combinations("a", -1), lambda: it.groupby(), lambda: it.pairwise(5), lambda: next(it.chain()), lambda: list(it.takewhile(5, [1])), lambda: it.repeat(1).__length_hint__()):
    print(attempt(f))


def source(log):
    for i in range(3):
        log.append(i)
        yield i


log = []
print(list(it.islice(source(log), 2)), log, sum(it.chain.from_iterable(map(range, range(100)))), sum(1 for _ in it.combinations(range(18), 9)), [next(it.islice(it.permutations(range(7)), n, None)) for n in (0, 1, 5039, 2500)])


# Results that are filled anew or not, iterators that end early or raise.
import itertools

for z in (itertools.zip_longest([1, 2], "abc", (), fillvalue=0), itertools.zip_longest(), itertools.zip_longest(*[iter(range(7))] * 3), itertools.zip_longest(range(3), range(2), range(1), "ab", [5], "q")):
    print(list(z))
for a, b in itertools.zip_longest(range(3), "x"):
    print(a, b, end=" ")


def bad():
    yield 1
    raise LookupError("bad")


z = itertools.zip_longest("abcd", bad())
for _ in range(4):
    try:
        print(next(z, "end"))
    except LookupError as e:
        print("LookupError", e)
print(list(itertools.product("ab", [1, 2])), list(itertools.product("ab", repeat=3))[-1], list(itertools.product()), list(itertools.product(*["xy"] * 8))[-1])
print(list(itertools.combinations("abc", 2)), list(itertools.combinations(range(9), 8))[1], list(itertools.combinations("ab", 0)), [a + b for a, b in itertools.permutations("abc", 2)])
print(list(itertools.combinations_with_replacement("ab", 3)), len(set(itertools.permutations(range(7)))))
