"""Containers keep the hashes of their keys: what is made of a dict or a set does not ask for them again."""


class Key:
    def __init__(self, number):
        self.number = number

    def __hash__(self):
        print("hash", self.number, end="; ")
        return self.number

    def __eq__(self, other):
        print("eq", self.number, other.number, end="; ")
        return self.number == other.number

    def __repr__(self):
        return f"Key({self.number})"


a = {Key(1): 1, Key(2): 2}
b = {Key(1): 3, Key(5): 4, Key(6): 6}
del b[next(iter(reversed(b)))]
s, t = set(a), {Key(1), Key(7)}
print()
for name, action in {
    "update": lambda: a.update(b), "or": lambda: a | b, "ior": lambda: a.__ior__(b), "dict": lambda: dict(a), "copy": lambda: a.copy(),
    "display": lambda: {**a, **b}, "keywords": lambda: dict(a, x=1), "fromkeys": lambda: dict.fromkeys(a, 0),
    "set": lambda: set(a), "union": lambda: s | t, "and": lambda: s & t, "minus": lambda: s - t, "xor": lambda: s ^ t, "subset": lambda: s <= t,
    "set.update": lambda: set(s).update(t), "set.update of a dict": lambda: set(s).update(b), "frozenset": lambda: frozenset(s),
    "list": lambda: list(s), "pairs": lambda: dict(list(b.items())), "update of a view": lambda: {}.update(b.items()),
}.items():
    result = action()
    print(name, result)


# instances without comparison and hashing of their own, alone and in tuples
class Node:
    def __init__(self, name):
        self.name = name


class Same(Node):
    def __eq__(self, other):
        print("Same.eq", end="; ")
        return isinstance(other, Node) and self.name == other.name

    def __hash__(self):
        return hash(Same.of)


Same.of = Node("of")
one, two = Node("one"), Node("two")
places = {one: 1, two: 2, (one, two): 12, (1, one): 11}
print(places[one], places[two], places[one, two], places[1, one], (two, one) in places, Node("one") in places, (1, two) in places)
places.update({two: 3, (one, two): 13})
print(places[two], places[one, two], one in {one}, one in {two, None, "one"}, (one, 1) in {(one, 1)}, [one].index(one))
Same.of = one
equal_hash = Same("one")
print(equal_hash in places, places.get(equal_hash), one in {equal_hash}, (equal_hash, 1) in {(one, 1)}, equal_hash in [two, one])
mixed = {hash(one): "number"}
print(one in mixed, mixed.get(one), hash(one) in {one}, {one: 1}.get(hash(one)))
seen = set()
for node in [one, two, one]:
    print(node in seen, end=" ")
    seen.add(node)
print(len(seen))
Node.__eq__ = lambda self, other: print("Node.eq", end="; ") or self.name == other.name
Node.__hash__ = lambda self: len(self.name)
twin = Node("two")
print({twin: 1}.get(Node("two")), Node("two") in {twin}, (Node("two"), 1) in {(twin, 1): 0})

# fromkeys() of a set has its order, whatever was removed from it
ordered = {number * 8 for number in range(40)}
for number in range(0, 320, 24):
    ordered.discard(number)
for number in range(1, 200, 7):
    ordered.add(number * 64)
print(list(dict.fromkeys(ordered)) == list(ordered), list(dict.fromkeys(frozenset(ordered))) == list(frozenset(ordered)))
