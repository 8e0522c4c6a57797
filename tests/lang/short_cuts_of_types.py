"""What the runtime does in a shorter way for plain values, and what must take the long way all the same."""
import random

rng = random.Random(7)


# Sorting of texts by their first characters, of tuples without asking their items, and of what only user code can order.
def texts(n, alphabet, longest):
    return ["".join(rng.choice(alphabet) for _ in range(rng.randrange(longest + 1))) for _ in range(n)]


for words in (texts(300, "ab", 12), texts(200, "xyz\x00", 9), texts(100, "aé", 10), texts(100, "a→", 10), texts(60, "q", 30)):
    ordered = sorted(words)
    print(len(ordered), all(a <= b for a, b in zip(ordered, ordered[1:])), sorted(words, reverse=True) == ordered[::-1])
    positions = sorted(range(len(words)), key=lambda i: words[i])
    print(all((words[a], a) < (words[b], b) for a, b in zip(positions, positions[1:])))
    falling = sorted(range(len(words)), key=lambda i: words[i], reverse=True)
    print(all(words[a] > words[b] or (words[a] == words[b] and a < b) for a, b in zip(falling, falling[1:])))


class Versioned:
    asked = 0

    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        Versioned.asked += 1
        return self.n < other.n

    def __eq__(self, other):
        return isinstance(other, Versioned) and self.n == other.n

    def __hash__(self):
        return self.n % 3


pairs = [(rng.randrange(4), Versioned(rng.randrange(5))) for _ in range(40)]
print([(a, b.n) for a, b in sorted(pairs)], Versioned.asked > 0)
mixed = [(1, 2.5), (True, 2), (1.0, 3), (0, "a"), (0, "b")]
print(sorted(mixed))
try:
    sorted([(1, "a"), (1, 2)])
except TypeError as error:
    print(error)
try:
    sorted([(1, None), (2, None), (1, None), (1, 0)])
except TypeError as error:
    print(error)
changing = [(3, Versioned(1))]


class Meddler(Versioned):
    def __lt__(self, other):
        changing.append((0, self))
        return self.n < other.n


changing[:] = [(1, Meddler(3)), (1, Meddler(2)), (1, Meddler(1))]
try:
    changing.sort()
except ValueError as error:
    print(error, len(changing))

# Lists and tuples compared item by item.
nan = float("nan")
print([nan] == [nan], [nan] == [float("nan")], (nan, 1) == (nan, 1.0), [1, True, 1.0] == [True, 1.0, 1])
print([1, 2] < [1, 2, 0], [2] < [1, 9], [1, "a"] < [1, "b"], (1, (2, 3)) < (1, (2, 4)), [[1], [2]] > [[1], [1]])
print([Versioned(1), 2] == [Versioned(1), 2], [Versioned(1)] < [Versioned(2)], [0, Versioned(1)] != [0, Versioned(2)])
try:
    print([1, "a"] < [1, 2])
except TypeError as error:
    print(error)
shrinking = []


class Shrinks:
    def __eq__(self, other):
        shrinking.clear()
        return True


shrinking[:] = [Shrinks(), 2, 3]
print(shrinking == [1, 2, 3], shrinking)
print(2 in [1, 2.0, 3], nan in [nan], float("nan") in [nan], "b" in ["a", "b"], Versioned(4) in [1, Versioned(4)], [1, None, "x"].index("x"))
print([0] * 3, [1, 2] * 0, [[0]] * 2, (1, [2]) * 2, [] * 5, [1] * -1, [1] + [] + [2, 3], (1,) + () + (2,))
shared = [[]] * 3
shared[0].append(1)
print(shared)

# Tuples as keys.
deep = deeper = ()
for _ in range(60):
    deep, deeper = (deep, 1), (deeper, 1.0)
table = {deep: "deep", (1, "a"): 1, (1, ("a", 2)): 2, (nan,): 3}
print(table[deeper], table[(True, "a")], table[(1.0, ("a", 2.0))], (nan,) in table, (float("nan"),) in table, ((), 1) in table)
table[(Versioned(1), 2)] = "user"
print(table[(Versioned(1), 2)], (Versioned(2), 2) in table, (2, Versioned(1)) in table)


# Sets whose keys only user code can compare, and which change meanwhile.
class Odd:
    pool = None
    grown = 0

    def __hash__(self):
        return 1

    def __eq__(self, other):
        if Odd.pool is not None and Odd.grown < 20:
            Odd.grown += 1
            Odd.pool.add(100 + Odd.grown)
        return self is other


base = {1, Odd(), 5}
for operation in ("union", "intersection", "difference", "symmetric_difference", "issubset", "isdisjoint"):
    Odd.pool, Odd.grown = set(base), 0
    result = getattr(Odd.pool, operation)({Odd(), 5, 1})
    print(operation, len(result) if isinstance(result, set) else result)
small = {1, 2}
copies = [small | {3}, small & {2}, small - {1}, small ^ {2, 9}, set(small), frozenset(small), small.copy()]
small.add(3)
small.discard(1)
small.clear()
small.add(7)
small.update([8, 9], (10,), {11: 0}, "ab")
print([sorted(c) for c in copies], sorted(small, key=str), small >= {7, 8}, small.isdisjoint({1}))
small &= {7, 8, 9}
small |= {1}
small -= {8}
small ^= {1, 2}
print(sorted(small), len(small))
for n in range(40):
    small.add(n)
    small.discard(n - 4)
print(sorted(small), {1, 2} | {1, 2}, set() | set(), {None} & {None, 1}, {(1, 2)} - {(1, 2.0)})
try:
    {1}.update([2, [3]])
except TypeError as error:
    print(error)


# Making instances.
class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y


class Point3(Point):
    __slots__ = ("z",)

    def __init__(self, x, y, z=0):
        super().__init__(x, y)
        self.z = z


class Empty:
    pass


def attempt(make):
    try:
        made = make()
    except TypeError as error:
        return str(error)
    return type(made).__name__, vars(made)


for _ in range(3):
    print(attempt(lambda: Point(1, 2)), attempt(lambda: Point(1)), attempt(lambda: Point(1, 2, 3)), attempt(lambda: Point(y=1, x=2)))
    print(attempt(lambda: Point3(1, 2)), attempt(lambda: Point3(1, 2, 3)), attempt(Empty), attempt(lambda: Empty(1)))


def other_init(self, x, y):
    self.both = (x, y)


def third_init(self, x):
    self.only = x


Point.__init__ = other_init
print(attempt(lambda: Point(1, 2)))
other_init.__code__ = third_init.__code__
print(attempt(lambda: Point(1, 2)), attempt(lambda: Point(3)))
Empty.__init__ = lambda self: 5
print(attempt(Empty))
del Empty.__init__
print(attempt(Empty))
Empty.__new__ = lambda cls, *args: object.__new__(Point)
print(attempt(lambda: Empty(1, 2)))

# Whole numbers of many digits, an even number of them or not.
print([(a * b + c) // d == (a * b + c - (a * b + c) % d) // d and (a + b) - b == a and (a << c % 130) >> c % 130 == a
       for a, b, c, d in ((rng.getrandbits(n), rng.getrandbits(m), rng.getrandbits(65), rng.getrandbits(k) + 1)
                          for n in (31, 32, 33, 64, 95, 96, 97, 160, 500) for m in (1, 32, 64, 129) for k in (33, 64, 65, 300))].count(True))
print((2**320 - 1) + 1 == 2**320, 2**320 - 1 - (2**320 - 1), (2**96 - 1) * 0xffffffff, (2**128 - 1) // (2**64 + 1), -(2**100) >> 33)
total = 1
for n in range(1, 120):
    total = total * (n * 0x1fffffff) + n
    if n % 7 == 0:
        total //= n * 1000003 ** 3
print(total, total.bit_length())

# Slices and the ends of texts.
text = "hello, wörld → x"
print(text[1:4], text[:-3], text[-1:], text[3:2], text[:0], text[5:100], text[7:8] is text[7:8], "ab"[0:1], [1, 2, 3][:2], [1, 2][5:])
print("..a.b,,".strip(".,"), "xxhixx".strip("x"), "wörldö".strip("ö"), "→a→".strip("→"), "".strip("ab"), "abc".strip(""), "  a ".strip())
print("AbC".lower(), "aBcDeFgHiJ".upper(), "Z".lower(), "HELLO world, ABC".swapcase(), len({hash("x" * n) for n in range(20)}))
