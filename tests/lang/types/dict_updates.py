# update() of a dict: order, overwritten values that have finalizers, keys that only user code can compare.
class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name, sorted(map(str, table)))


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return hash(self.n)

    def __eq__(self, other):
        print("eq", self.n)
        return isinstance(other, Key) and self.n == other.n

    def __repr__(self):
        return f"Key({self.n})"


table = {"a": Loud("one"), "b": 2, 3: Loud("two")}
table.update({"a": 1, 3: 4, "c": 5})
print(table)
table.update({"d": 6, Key("a"): 7, "b": 8})
print(table)
table |= {Key("a"): 9, 1.0: "x", (1, "y"): "z", True: "w", None: 0}
print(table, {**table, "a": 0} == table, len(table))
for n in range(6):
    left, right = {i: i for i in range(n)}, {i: -i for i in range(2, 40, 3)}
    left.update(right)
    left.update(left)
    del left[2]
    left.update({2: 2})
    print(left)
print(list(range(0)), list(range(3, 10, 3)), list(range(5, -5, -4)), list(range(2**62 - 2, 2**62 + 2)))


def lists(n):
    return [list(range(i, n, 2)) for i in range(n)], list(range(2**63 - 3, 2**63 - 1)), list(range(n, -n))


print(lists(5))


class Clears:
    def __del__(self):
        source.clear()
        source["new"] = 1


source = {"a": 1, "b": 2, "c": 3}
target = {"b": Clears()}
try:
    target.update(source)
except RuntimeError as error:
    print(error)
print(target, source)
