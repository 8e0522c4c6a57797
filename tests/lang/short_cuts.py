"""Sorting, copying, sets, text and calls where the runtime takes a short cut: the results are those of the long way."""

class Random:
    state = 7

    def randrange(self, low, high=None):
        if high is None:
            low, high = 0, low
        self.state = (self.state * 1103515245 + 12345) % 2**31
        return low + (self.state >> 8) % (high - low)

    def uniform(self, low, high):
        return low + (high - low) * self.randrange(10**6) / 10**6

    def choice(self, items):
        return items[self.randrange(len(items))]


random = Random()


class Key:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n < other.n


# ---- sorting: numbers, texts that agree in their first eight characters, tuples, and stability ----
numbers = [random.randrange(-50, 50) for _ in range(300)]
print(sorted(numbers) == sorted(numbers, key=lambda n: (n,)), sorted(numbers)[:5], sorted(numbers, reverse=True)[:5])
floats = [random.uniform(-5, 5) for _ in range(200)] + [0.0, -0.0, 1e300, -1e300, 5e-324]
print([repr(x) for x in sorted(floats)][:4], sorted(floats)[-2:])
texts = ["".join(random.choice("ab\0\xff") for _ in range(random.randrange(12))) for _ in range(300)]
print(sorted(texts) == sorted(texts, key=lambda s: [ord(c) for c in s]), sorted(texts)[:6])
wide = texts + ["\u0100", "a\u20ac", "\U0001f600"]
print(sorted(wide) == sorted(wide, key=lambda s: [ord(c) for c in s]), sorted(wide)[-3:])
prefixed = [f"commonprefix{random.randrange(40)}" for _ in range(200)]
print(sorted(prefixed)[:5], sorted(prefixed, reverse=True)[:5])
pairs = [(random.randrange(5), i) for i in range(200)]
for key in (lambda p: p[0], lambda p: str(p[0]), lambda p: p[0] / 2, lambda p: p[:1], lambda p: Key(p[0]), lambda p: -p[0]):
    print(sorted(pairs, key=key)[:8], sorted(pairs, key=key, reverse=True)[:8])
print(sorted([(1, "b"), (1, "a"), (0,), (), (1,), (1.0, "aa"), (True, "c")]))
print(sorted([(1.5, 2), (1.5, 1), (float("nan"), 0), (0.5, 3)])[0])
print(sorted([("x", [2]), ("x", [1]), ("w", [3])]))
for wrong in ([(1, "a"), (1, 2)], [(1, None), (1, 2)], ["a", 1], [(1,), 1]):
    try:
        print(sorted(wrong))
    except TypeError as error:
        print(error)
same = [str(n) for n in (1000, 1000)]
print([x is y for x, y in zip(sorted([same[0], same[1]]), same)])
print(sorted(list(range(100)) + [50]) [49:53], sorted(range(100, 0, -1))[:3])
print(sorted(["b", "a", "c"] * 30, key=len)[:4], sorted([[2], [1], [1, 0]]))

# ---- lists ----
values = [1, "a", 2.5, None, (1,)] * 5
values.extend(values)
values += (1, 2)
print(len(values), values[::-7], values[3:9], values[-4:], values[5:2])
print([0] * 0, [0] * -1, [1, 2] * 3, [[]] * 2, len(values * 3), ["x"] * 9)
print(list(range(5)), list(range(0)), list(range(10, 0, -3)), list(range(2**62, 2**62 + 3)), list(range(-2**62 - 1, -2**62 + 1)))
print(values == list(values), values == values[:-1], [1, 2, 3, 4, 5] < [1, 2, 3, 4, 6], [1, 2, 3, 4, 5, 6] <= [1, 2, 3, 4, 5, 6, 7])
print([1, 2, 3, 4, float("nan")] == [1, 2, 3, 4, float("nan")], [1, 2, 3, 4, 1] == [1, 2, 3, 4, True], [1, 1.0] != [1, 1])
print("ab" in ["x", 1, None, "a" + "b"], 1.0 in [2, 1], True in ["1", 1], "1" in [1, 2], [1, "q", 2.0].index(2), 5 in ["5", None, 5.0])
nested = []
nested.append(nested)
print(nested * 2 == nested + nested, len(nested + nested))
print(sum(range(10)), sum([1, 2, 2**62, -2**62, 0.5, 1]), sum([2**61] * 6), sum([1, True, 2]), sum([], 5), sum([[1], [2]], []))
print(min([3, 1, 2]), max([3, 1, 2]), max([1, 2.5, 2]), min([2, True, 1]), max([1, 1.0]), min((2, 2.0)), max(["a", "b"]), min([], default=4))
print(max([(1, "a"), (1, "b")]), max([1, 2, 3], key=lambda x: -x))

# ---- sets: as they are printed ----
words = "the quick brown fox jumps over the lazy dog".split()
ints = {n * 7 % 41 for n in range(60)}
other = set(range(0, 90, 3))
print(ints | other, ints & other, ints - other, other - ints, ints ^ other, sep="\n")
print(set([5, 3, 5, 1]), set((9, 9)), set(range(20)) - {3, 4}, {1, 2} <= ints, ints <= {1}, {1} < {1, 2}, ints == set(list(ints)))
print(sorted(set(words)), len(set(words) | {"fox", "cat"}), frozenset([3, 1]) | {2})
grown = set()
grown |= ints
grown.update([1000, 2000], (3000,), {4000: 1}, "ab"[:0])
grown.intersection_update(range(0, 5000, 2))
print(sorted(grown))
try:
    grown.update([1, 3, [], 5])
except TypeError as error:
    print(error, 1 in grown, 3 in grown, 5 in grown)

# ---- text ----
print("Hello, World! [\\]^_`{|}~@AZaz09".upper(), "Hello, World! [\\]^_`{|}~@AZaz09".lower(), "Hello, World! @[`{AZaz".swapcase())
print("a".upper(), "".upper(), "abcdefgh".upper(), "\xe9A".lower(), "STRASSE\xdf".casefold(), "ABCDEFGHI".casefold())
table = str.maketrans({"a": "xy", "b": None, "c": "\u20ac", "d": 101, "e": "f", "\xe9": "e"})
print("abcdefg\xe9 abcde".translate(table), "aaa".translate({97: 98}), "abc".translate({}), "abab".translate("xy" * 60))
class Missing(dict):
    def __missing__(self, key):
        return chr(key + 1)
print("abc".translate(Missing()))
print("  a  b\tc\n".split(), "a b c d".split(None, 2), "".split(), "   ".split(), "x" .split(), "a\x1cb\x85c d".split())
print("a,b,,c,".split(","), "a,b,c".split(",", 1), "a--b--c".split("--"), " ".join(str(i) for i in range(40)).split() == [str(i) for i in range(40)])
print("a b c d".rsplit(None, 2), "a,b,c".rsplit(",", 1), ",".join("x" * 40).split(",")[36:], ("ab " * 50).rsplit(" ", 3))
print("a\nb\r\nc\rd\x0be\x1cf".splitlines(), "a\n\nb".splitlines(True), "".splitlines(), "\n".splitlines(), "a\u2028b\n".splitlines())
print("-".join(["a"]), "".join([]), ",".join(("a", "b")), "ab".join(["x", "\u20ac", "\U0001f600"]), "".join(["", "z"]), ", ".join(["a", "bb", "ccc"]))
for wrong in (["a", 1], ("a", b"b"), 5):
    try:
        print(",".join(wrong))
    except TypeError as error:
        print(error)
text = "aabaabaaabcab" * 3
print([text.find(s) for s in ("aab", "aaab", "abc", "cab", "caba", "abcabaab", "abcabaaba", "ca", "zz", "ab" * 9)], text.count("aab"), text.replace("ab", "-"), "ab" in "xab", "ab" in "a")
print("aaaaaaab".find("aab"), "ab".find("abc"), b"xxabcab".find(b"cab"), text.rfind("aab"), text.find("aab", 5, 8), text.find("aab", 5, 7))
print([a == b for a in ("", "a", "ab", "abc", "abcd", "abcde", "abcdefgh", "abcdefghi", "x" * 70) for b in ("", "b", "ab", "abd", "abcd", "abcdf", "abcdefgh", "abcdefgh" + "i", "x" * 69 + "y", "x" * 70)])
a, b = 1, "\u20ac"
print(f"{a}{b}", f"{a}", f"{''}{''}", f"x{a}y{'z' * 3}", f"{a!r:>4}|{chr(233)}")
print(bytes([0, 255, 7]), bytes((1, 2)), bytes([True]), bytearray([9]))
for wrong in ([256], [-1], ["a"], [1.5], (300,)):
    try:
        print(bytes(wrong))
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)

# ---- isinstance, instances, exceptions, iterators ----
class Proxy:
    @property
    def __class__(self):
        return int


class Base:
    pass


class Child(Base):
    __slots__ = ("slot",)


class Getting:
    def __getattribute__(self, name):
        return str if name == "__class__" else object.__getattribute__(self, name)


child = Child()
child.slot, child.free = [1], [2]
print(isinstance(Proxy(), int), isinstance(Proxy(), Proxy), isinstance(Getting(), str), isinstance(child, Base), isinstance(child, int), isinstance(Base(), Child), isinstance(1, (str, int)))
del child


class Refused(Exception):
    def __new__(cls, *args):
        return super().__new__(cls, "from new")


class Quiet(Exception):
    def __init__(self, *args):
        pass


print(Refused(1, 2).args, Quiet(1, 2).args, ValueError(1).args, ValueError().args, KeyError("a", 1.5).args)
again = ValueError("one")
again.__init__("two", 2)
print(again.args, again)
print(list(zip([1, 2, 3], "ab")), list(zip([1], [2], [3], [4], [5])), list(zip()), dict(zip("ab", [1, 2])))
for strict in ((1, 2), (1,)), ((1,), (1, 2)):
    try:
        print(list(zip(*strict, strict=True)))
    except ValueError as error:
        print(error)
table = {n: str(n) for n in range(6)}
del table[2]
print(list(table.keys()), list(table.values()), list(table.items()), [v for v in table.values()], list(reversed(table.items())))
try:
    for value in table.values():
        table[100 + len(table)] = value
except RuntimeError as error:
    print(error)
iterator = iter(table.items())
print(next(iterator), next(iterator))
table.clear()
try:
    next(iterator)
except RuntimeError as error:
    print(error)
