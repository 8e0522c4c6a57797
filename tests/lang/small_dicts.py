"""Dicts while they are small: growing out of nothing, copies, updates, what is deleted and stored again, and how they die."""


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name)


class Key:
    """Equal by user code, whose hash collides on purpose."""

    def __init__(self, n, eq=None):
        self.n, self.eq = n, eq

    def __hash__(self):
        return self.n & 3

    def __eq__(self, other):
        if self.eq:
            self.eq()
        return isinstance(other, Key) and self.n == other.n

    def __repr__(self):
        return f"Key({self.n})"


def growing():
    for size in (0, 1, 4, 5, 6, 10, 11, 21, 22, 85, 86, 170, 171, 400):
        table = {}
        for i in range(size):
            table[f"k{i}"] = i
            table[f"k{i // 2}"] = -i
        ints = {}
        for i in range(size):
            ints[i * 8] = i
        mixed = {}
        for i in range(size):
            mixed[i if i % 3 else str(i)] = i
        print(size, len(table), sum(table.values()), list(ints)[-2:], sum(ints.values()), len(mixed), list(mixed)[:3])
        for i in range(0, size, 2):
            del table[f"k{i}"]
        for i in range(0, size, 2):
            table[f"k{i}"] = "again"
        print(list(table)[:3], list(table)[-2:], len(table))


def death():
    print("releases in order")
    table = {"a": 1, "b": Noisy("b"), "c": "text" * 2, "d": [Noisy("d")], "e": Noisy("e")}
    del table
    table = {("t", 1): Noisy("value"), Key(1): 1, "x": None}
    table = None
    print("key and value")
    table = {Noisy("key"): Noisy("its value"), "k": Noisy("k")}
    table = None
    print("nested")
    table = {"a": {"b": {"c": Noisy("deep")}}}
    table.clear()
    print("deep")
    deep = {}
    for _ in range(100000):
        deep = {"in": deep}
    del deep
    print("emptied")
    table = {"a": Noisy("popped"), "b": Noisy("deleted"), "c": Noisy("left")}
    table.pop("a")
    del table["b"]
    table = None
    copied = {"a": Noisy("shared")}
    other = copied.copy()
    del copied
    print("still there")
    del other
    print("a dict that knows itself")
    table = {"n": Noisy("n")}
    table["self"] = table
    del table
    import gc
    gc.collect()


def lookups():
    names = [f"name{i}" for i in range(12)]
    table = {name: i for i, name in enumerate(names)}
    print([table["na" + "me" + str(i)] for i in range(12)])
    print([table.get("name" + str(i)) for i in range(10, 15)], table.get(1), table.get(1.0), table.get(None))
    numbers = {0: "zero", True: "one", 2.0: "two", -1: "minus", -2: "minus two"}
    print(numbers[False], numbers[1], numbers[2], numbers[-1], numbers[-2], numbers.get(2 ** 61 - 1), numbers.get(2 ** 61 + 1))
    keys = {Key(i): i for i in range(8)}
    print([keys[Key(i)] for i in range(8)], keys.get(Key(9)), Key(5) in keys)
    for wrong in ([], {}, {1}):
        for operation in (lambda: table[wrong], lambda: table.get(wrong), lambda: table.pop(wrong), lambda: table.setdefault(wrong, 1)):
            try:
                operation()
            except TypeError as e:
                print(e)
    try:
        table["none"]
    except KeyError as e:
        print(repr(e))


def stores():
    table = {}
    print(table.setdefault("a", 1), table.setdefault("a", 2), table.setdefault("b"), table)
    print(table.pop("a"), table.pop("a", "absent"), table)
    try:
        table.pop("a")
    except KeyError as e:
        print(repr(e))
    try:
        del table["a"]
    except KeyError as e:
        print(repr(e))
    for i in range(50):
        table["x"] = i
        table["y"] = i
        del table["x"]
        table["x"] = -i
        del table["y"]
    print(table)
    stack = {}
    for i in range(1000):
        stack[i] = i
        if i % 3:
            stack.popitem()
    print(len(stack), list(stack)[-2:])

    def meddle():
        if len(victim) < 60:
            for i in range(60):
                victim[f"new{i}"] = i

    victim = {Key(1, meddle): "one"}
    print(victim[Key(1)], len(victim))
    victim = {Key(1, meddle): "one"}
    victim[Key(1)] = "changed"
    print(victim[Key(1)], len(victim))
    victim = {Key(1, meddle): "one"}
    print(victim.pop(Key(1)), len(victim))
    victim = {Key(1, meddle): "one"}
    print(victim.setdefault(Key(1), 0), len(victim))


def wholes():
    for size in (0, 1, 3, 5, 6, 8, 20):
        table = {f"w{i}": i for i in range(size)}
        made, copied, merged = dict(table), table.copy(), table | {"more": 1}
        print(made == table == copied, made is table, list(merged)[-1], len(merged))
        copied["own"] = 1
        made.clear()
        print(len(table), len(copied), len(made))
        holes = {f"w{i}": i for i in range(size)}
        for i in range(0, size, 2):
            del holes[f"w{i}"]
        print(dict(holes), holes | {"w0": "back"}, {**holes, "z": 0})
    one = {"a": 1, "b": 2}
    same = one["a"]
    one.update({"b": 3, "c": 4})
    one.update({"a": same})
    one.update(one)
    one.update([("d", 5)], e=6)
    print(one)
    held = {"k": Noisy("overwritten")}
    held.update({"k": 1})
    print(dict(), dict([("a", 1)]), dict(a=2), dict({"x": 1}, y=2), dict(zip("ab", range(2))))

    class Own(dict):
        def keys(self):
            print("keys")
            return ["only"]

        def __getitem__(self, key):
            return "own " + key

    print(dict(Own(a=1)))
    for wrong in (1, [1], [(1, 2, 3)]):
        try:
            dict(wrong)
        except (TypeError, ValueError) as e:
            print(type(e).__name__, e)

    class Changing:
        def __init__(self, table):
            self.table = table

        def __del__(self):
            self.table["grown"] = 1
            for i in range(20):
                self.table[i] = i

    source = {"a": 1, "b": 2, "c": 3}
    target = {"a": Changing(source)}
    try:
        target.update(source)
    except RuntimeError as e:
        print(e)


def iterating():
    table = {f"v{i}": i for i in range(9)}
    del table["v0"], table["v4"], table["v8"]
    print([v for v in table.values()], [k for k in table], [k for k in table.keys()])
    total = 0
    for value in table.values():
        total += value
    print(total)
    for part in (lambda: table, table.keys, table.values, table.items):
        try:
            for thing in part():
                table["new"] = 1
        except RuntimeError as e:
            print(e)
        del table["new"]
        try:
            for thing in part():
                table.popitem()
        except RuntimeError as e:
            print(e)
        print(len(table))


growing()
death()
lookups()
stores()
wholes()
iterating()
