"""Short ways of single operations on containers: lists that are counted in groups, small tuples, dict displays, loops over views."""
import sys


class Item:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


class Loud:
    dropped = []

    def __init__(self, name):
        self.name = name

    def __del__(self):
        Loud.dropped.append(self.name)


# Lists of every length around the groups their items are counted in, with one object at each place.
for size in (0, 1, 7, 8, 9, 31, 32, 33, 40, 63, 64, 65, 72, 100):
    for at in {0, 1, 7, 8, 15, 31, 32, 39, size // 2, size - 1}:
        if not 0 <= at < size:
            continue
        item = Item(f"item {at}")
        count = sys.getrefcount(item)
        numbers = [n if n % 3 else n / 2 if n % 2 else None for n in range(size)]
        numbers[at] = item
        copies = [numbers[:], numbers[::-1], numbers[at:at + 1], numbers + numbers, numbers * 3, list(numbers), numbers[::2], numbers[-1::-3]]
        extended = []
        extended.extend(numbers)
        extended += numbers
        held = sys.getrefcount(item) - count
        expected = 1 + sum(copy.count(item) for copy in copies) + extended.count(item)
        if held != expected:
            print("counted wrongly", size, at, held, expected)
        if copies[1] != [numbers[size - 1 - i] for i in range(size)]:
            print("reversed wrongly", size, at)
        del numbers, copies, extended
        if sys.getrefcount(item) != count:
            print("released wrongly", size, at)

# Items are released from the last one on.
for size in (3, 8, 20, 40, 70):
    Loud.dropped.clear()
    louds = [Loud(n) if n % 5 == 0 else n for n in range(size)]
    del louds
    print(Loud.dropped)

# [x] * n counts its item as often as it is there.
item = Item("repeated")
before = sys.getrefcount(item)
for n in (0, 1, 2, 3, 4, 5, 6, 100):
    repeated = [item] * n
    print(n, len(repeated), sys.getrefcount(item) - before, end="; ")
    repeated = None
print(sys.getrefcount(item) - before)
print([1, 2] * 3, 3 * [1, 2], [0] * -1, [] * 5, (1,) * 3, 2 * "ab", [[1]] * 2)
for left, right in (([1], 2.0), (2.0, [1]), ([1], "a"), ("a", "b"), ([1], (2,)), ([1], [2]), ((1,), (2,)), ("a", 1), (b"a", b"b")):
    for name, operation in (("+", lambda a, b: a + b), ("*", lambda a, b: a * b)):
        try:
            print(left, name, right, "=", operation(left, right))
        except TypeError as error:
            print(left, name, right, error)


class Added(list):
    def __add__(self, other):
        return "Added.__add__"

    def __radd__(self, other):
        return "Added.__radd__"

    def __rmul__(self, other):
        return "Added.__rmul__"

    def __mul__(self, other):
        return "Added.__mul__"


print([1] + Added([2]), Added([1]) + [2], Added([1]) + Added([2]), Added([1]) * 2, 2 * Added([1]))

# Tuples that die: what they held last, and deep nesting.
for size in range(1, 12):
    Loud.dropped.clear()
    t = tuple(Loud(n) if n % 2 else f"text {n}" for n in range(size))
    del t
    print(Loud.dropped, end=" ")
print()
deep = ()
for n in range(100000):
    deep = (n, deep, "x")
del deep
item = Item("in tuples")
before = sys.getrefcount(item)
tuples = [(item, n) for n in range(50)] + [(item,), (item, item, item)] + [tuple([item] * n) for n in range(20)]
print(sys.getrefcount(item) - before)
del tuples
print(sys.getrefcount(item) - before)

# zip() and enumerate() of lists that change meanwhile, end together or not.
a, b = [1, 2, 3], ["a", "b", "c", "d"]
print(list(zip(a, b)), list(zip(b, a)), list(zip(a, b, a)), list(zip(a)), list(zip()), list(zip([], a)), list(zip(a, [])))
pairs = zip(a, b)
print(next(pairs))
a.append(4)
a.append(5)
print(list(pairs), list(pairs))
for arguments in ((a, b), (b, a), (a, b, b), ([], [1]), ([1], [])):
    try:
        print(list(zip(*arguments, strict=True)))
    except ValueError as error:
        print(error)
it = iter(a)
print(list(zip(it, it)), list(it))


def failing():
    yield 1
    raise KeyError("in the middle")


for arguments in ((failing(), [1, 2, 3]), ([1, 2, 3], failing())):
    try:
        print(list(zip(*arguments)))
    except KeyError as error:
        print(repr(error))
shrinking = [1, 2, 3, 4, 5, 6]
for i, n in zip(shrinking, shrinking):
    shrinking.pop()
    print(i, n, shrinking)
it = iter(shrinking)
list(it)
shrinking.append("late")
print(list(it))

# Dict displays with equal keys, hashes that are equal, and keys that are no texts.
key = "name"
print({"a": 1, "b": 2, "a": 3, "c": 4}, {1: "int", True: "bool", 1.0: "float"}, {key: 1, "na" + "me": 2, "x": 3})
collisions = {0: "a", 8: "b", 16: "c", 8.0: "d", 2 ** 61 - 1: "e", 24: "f"}
print(collisions, collisions[8], collisions[0], -1 in {-2: 1, -1: 2})


class Key:
    def __init__(self, name):
        self.name = name

    def __hash__(self):
        return hash("same")

    def __eq__(self, other):
        print("asked", self.name)
        return other == "same"


print(len({"same": 1, Key("one"): 2, "other": 3}), list({Key("two"): 1, "same": 2, "x": 4}.values()))
try:
    print({"a": 1, []: 2, "b": 3})
except TypeError as error:
    print(error)
value = Item("value")
before = sys.getrefcount(value)
table = {"k": value, "l": value, "k": value, 3: value}
print(sys.getrefcount(value) - before, table)
table = None
print(sys.getrefcount(value) - before)
print(len({**{"a": 1}, "b": 2}), {str(n): n for n in range(3)})
print({f"{n}": n for n in range(100)} == dict(zip(map(str, range(100)), range(100))))

# setdefault
table = {}
print([table.setdefault(k, []) for k in ("a", "b", "a")], table, table.setdefault("c"), table.setdefault("c", 5), table)
table.setdefault("a", None).append(1)
print(table, table.setdefault(1, "int"), table.setdefault(1.0, "float"), table.setdefault(True, "bool"))
print(table.setdefault(Key("three"), 1), table.setdefault("same", 2), len(table))
try:
    table.setdefault([], 1)
except TypeError as error:
    print(error)

# Loops over keys() and values().
table = {n: str(n) for n in range(6)}
del table[2]
table["end"] = None
for k in table.keys():
    print(k, end=" ")
for v in table.values():
    print(v, end=" ")
print([v for v in table.values() if v], [k for k in table.keys()], [i for i in enumerate(table.values())], list(zip(table.keys(), table.values())))
for v in {}.values():
    print("never")
for view in ("keys", "values", "items"):
    table = dict.fromkeys(range(3))
    try:
        for x in table.keys() if view == "keys" else table.values() if view == "values" else table.items():
            table["new"] = 1
    except RuntimeError as error:
        print(view, error)
    try:
        for x in table.keys() if view == "keys" else table.values() if view == "values" else table.items():
            table.popitem()
            table[len(table) + 10 * len(str(table))] = 2
    except RuntimeError as error:
        print(view, error)
    print(table)
for n in table.values():                                 # values may change
    for k in table:
        table[k] = 7
print(table)


class Named(dict):
    def __iter__(self):
        return iter(["own", "way"])

    def values(self):
        return ["own values"]


named = Named(a=1, b=2)
print([k for k in named], [k for k in named.keys()], [v for v in named.values()], [v for v in dict.values(named)])

# Set operations where keys must be asked, and with tables of every size.
for n in (0, 1, 4, 5, 8, 20, 31, 32, 75, 100, 300):
    one, two = set(range(n)), set(range(n // 2, n + n // 2))
    texts, others = {str(i) for i in one}, {str(i) for i in two}
    for x, y in ((one, two), (texts, others), (one, texts), (frozenset(one), two)):
        if sorted(map(str, x & y)) != sorted(str(i) for i in x if i in y) or sorted(map(str, x - y)) != sorted(str(i) for i in x if i not in y):
            print("wrong", n)
        if len(x | y) != len(x) + len(y) - len(x & y) or len(x ^ y) != len(x | y) - len(x & y):
            print("wrong sizes", n)
    print(list(one & two)[:5], list(one - two)[:5], list(one | two)[-5:], list(one ^ two)[:5])
print(len({Key("four"), "x"} & {"same", "x"}), len({"same", 1} - {Key("five"), 1}))

# Slices that are deleted, few and many; what they held is released from the last one on, and may look at the list.
for size, low, high in ((5, 1, 3), (5, 3, 1), (5, -2, None), (5, 0, None), (40, 5, 25), (40, 20, 36), (40, 20, 37), (5, 7, 9), (5, None, 2), (0, 0, 5)):
    Loud.dropped.clear()
    louds = [Loud(n) for n in range(size)]
    del louds[low:high]
    print([loud.name for loud in louds], Loud.dropped)
    louds[1:2] = []
    print(len(louds), Loud.dropped[-1:])


class Looking:
    def __init__(self, owner):
        self.owner = owner

    def __del__(self):
        print("left", len(self.owner), self.owner[:2])
        self.owner.append("late")


looked = [1, 2, 3, 4]
looked[1] = Looking(looked)
looked[2] = Looking(looked)
del looked[1:3]
print(looked)

# tuple(list), list(tuple), reversed lists, and texts that live for ever beside those that do not.
for size in (0, 1, 2, 7, 8, 9, 40):
    items = [("constant", str(n) + "x", n, 1.5, None)[n % 5] for n in range(size)]
    counts = [sys.getrefcount(items[1])] if size > 1 else []
    pair = tuple(items), list(tuple(items))
    print(pair[0] == tuple(x for x in items), pair[1] == items, list(reversed(items)) == items[::-1], end=" ")
    if size > 1:
        print(sys.getrefcount(items[1]) - counts[0], end=" ")
    pair = None
    if size > 1:
        print(sys.getrefcount(items[1]) - counts[0], end=" ")
print()
shrinking = [1, 2, 3, 4, 5]
for n in reversed(shrinking):
    print(n, end=" ")
    del shrinking[-2:]
it = reversed(shrinking)
print(list(it), list(it), list(reversed([])))
it = reversed([1, 2, 3])
print(next(it), it.__length_hint__(), list(it))

# Loops over sets that change.
numbers = {1, 2, 3}
try:
    for n in numbers:
        numbers.add(n + 10)
except RuntimeError as error:
    print(error, len(numbers))
for n in frozenset([1, 2, 3]):
    print(n, end=" ")
for n in set():
    print("never")
numbers = {1, 2, 3}
for n in numbers:
    numbers.discard(n)
    numbers.add(n)
print(numbers, [n for n in numbers], {n: 1 for n in numbers}, [pair for pair in enumerate({7})], list(zip({7}, {8})))
dicts = [{} for _ in range(3)]
for d in dicts:
    d["a"] = 1
    d.pop("a")
    d["b"] = 2
    d[0], d[1], d[2], d[3], d[4] = range(5)
print(dicts)
