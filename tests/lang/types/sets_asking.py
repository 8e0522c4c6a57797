# Operations on sets where only the program's own comparison can tell: who is asked, in what order, and what comes out.
class Key:
    def __init__(self, name, hash_value, same=()):
        self.name, self.hash_value, self.same = name, hash_value, same

    def __hash__(self):
        return self.hash_value

    def __eq__(self, other):
        log.append((self.name, getattr(other, "name", other)))
        return getattr(other, "name", other) in self.same

    def __repr__(self):
        return self.name


class Angry(Key):
    def __eq__(self, other):
        raise ValueError(self.name)

    __hash__ = Key.__hash__


log = []
a, b, c, d = Key("a", 1, ("b", 1)), Key("b", 1), Key("c", 9, ("a",)), Key("d", 3, (3,))
angry = Angry("angry", 2)
CONTENTS = ([], [1, 2, 3], [a, 2, 3], [1, d, 9], [a, c, d], [b, 5, 6, 7], [3, b, 17, 33], ["x", a, "y"], [angry, 1], [2, 18, a], list(range(20)) + [c])


def show(operation, left, right):
    log.clear()
    one, two = set(left), frozenset(right)
    built = len(log)
    try:
        result = operation(one, two)
        result = list(result) if isinstance(result, (set, frozenset)) else result
    except ValueError as error:
        result = repr(error)
    print(result, log[built:], list(one))


def update(one, two):
    one |= two
    return one


def grow_again(one, two):
    for x in list(one)[1:]:
        one.discard(x)
    one.update(two)
    return one


for left in CONTENTS:
    for right in CONTENTS:
        for operation in (set.__or__, set.__and__, set.__sub__, set.__xor__, set.__le__, set.__ge__, set.__eq__, set.__lt__, set.isdisjoint, update, grow_again,
                          set.union, set.intersection, set.difference, set.symmetric_difference, lambda x, y: y | x, lambda x, y: y ^ x, lambda x, y: {*x, *y}):
            show(operation, left, right)


class Dying(str):
    def __del__(self):
        print("end of", str(self))


for size in (1, 3, 9):
    dying = {Dying(f"only in a set {size}"), "text", 1, *range(size)}
    texts = {"item " + str(i) for i in range(size)} | frozenset({"a", "b"})
    del dying, texts
print("done")
