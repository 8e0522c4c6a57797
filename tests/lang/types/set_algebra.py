# set and frozenset: algebra by operators and methods, in-place forms, comparison, errors, hashing, order of small ints.
import itertools


def show(f, *args):
    try:
        r = f(*args)
        print(repr(r) if not isinstance(r, (set, frozenset)) else (type(r).__name__, sorted(r, key=repr)), end="; ")
    except Exception as e:
        print(type(e).__name__, e, end="; ")


a, b, e = {1, 2, 3, 4}, {3, 4, 5}, set()
fa = frozenset(a)
for x in (a, fa, e):
    for name in ("union", "intersection", "difference", "symmetric_difference", "issubset", "issuperset", "isdisjoint"):
        for arg in (b, [3, 9], "ab", {3: 1}, range(3), e):
            show(getattr(x, name), arg)
    print()
for op in ("__or__", "__and__", "__sub__", "__xor__", "__lt__", "__le__", "__gt__", "__ge__", "__eq__", "__ne__"):
    print(op, end=" ")
    for x, y in ((a, b), (a, fa), (fa, b), (a, [1]), (fa, a), (e, a), ({1}, a)):
        show(getattr(x, op), y)
print()
print(type(a | fa), type(fa | a), type(a & frozenset()), a.union() is a, fa.union() == fa, fa.copy() is fa, frozenset(fa) is fa, set().union([1], (2,), {3: 4}), a.intersection(b, [3], "x"), a.difference(b, [1]), {1}.union(*[[i] for i in range(5)]))
for name in ("update", "intersection_update", "difference_update", "symmetric_difference_update", "__ior__", "__iand__", "__isub__", "__ixor__"):
    for arg in (b, [3, 9], 5, a):
        x = set(a)
        print(name, end=" ")
        try:
            r = getattr(x, name)(x if arg is a else arg)
            print(r is x or r, sorted(x), end="; ")
        except Exception as ex:
            print(type(ex).__name__, ex, sorted(x), end="; ")
print()
for name, *args in (("add", 5), ("add", []), ("add",), ("remove", 5), ("remove", 99), ("remove", []), ("discard", 99), ("discard", {}), ("pop", 1), ("clear",), ("pop",), ("update", [1], "ab", {2: 3}), ("update", 1), ("copy",), ("union", 5), ("symmetric_difference", [1], [2]), ("symmetric_difference",), ("nosuch",), ("__contains__", []), ("__contains__", set()), ("__contains__", {1})):
    x = set(a)
    print(name, end=" ")
    show(lambda: getattr(x, name)(*args))
print()
for f in (lambda: hash(a), lambda: {a}, lambda: {a: 1}, lambda: {fa} == {frozenset(a)}, lambda: a in {fa}, lambda: {fa}.__contains__(a), lambda: {fa}.remove(set(a)), lambda: {fa: 1}.get(fa), lambda: {fa: 1}.get(a), lambda: fa.add(1), lambda: set(5), lambda: set([[]]), lambda: set(1, 2), lambda: set(x=1), lambda: frozenset([[]]), lambda: a | [1], lambda: [1] | a, lambda: a < [1], lambda: a + a, lambda: a * 2, lambda: a[0], lambda: a.__ior__([1]), lambda: a - 5, lambda: hash(frozenset()) == hash(frozenset([])), lambda: hash(fa) == hash(frozenset([4, 3, 2, 1])), lambda: hash(frozenset([1, 2])), lambda: hash(frozenset()), lambda: max(a, b), lambda: sorted([{1, 2}, {1}, {1, 2, 3}]) , lambda: frozenset("ab") == set("ab"), lambda: repr(set()), lambda: repr(frozenset()), lambda: {1, True, 1.0}, lambda: {0, False, 0.0, -0.0}):
    show(f)
print()
print({5, 1, 3}, {10, 20, 30, -1, 0}, set(range(20)), {100, 50, 8, 16, 32}, {1.5, 2, 0.25}, {8, 0, 16}, frozenset({3, 1}), {-1, -2}, {2 ** 61 - 1, 0}, set(range(1000, 900, -13)), {True, 2}, {None} == {None}, {(), (1,)} == {(1,), ()})
s = set(range(10))
for v in (3, 5, 7):
    s.discard(v)
s.add(100)
s.add(3)
print(s, s.pop(), s.pop(), len(s), list(s))
try:
    for v in s:
        s.add(v + 1000)
except RuntimeError as ex:
    print(ex)
it = iter({1, 2, 3})
print(it.__length_hint__(), next(it), it.__length_hint__(), type(it).__name__, sum(it), next(it, None))


class SubSet(set):
    pass


class SubFrozen(frozenset):
    def __repr__(self):
        return "SF" + str(sorted(self))


x = SubSet([1, 2])
x.tag = "t"
print(x, type(x | {3}), type(x.copy()), type(x & x), x == {1, 2}, x.tag, SubFrozen([2, 1]), type(SubFrozen() | {1}), hash(SubFrozen([1])) == hash(frozenset([1])), {SubFrozen([1]): "k"}[frozenset([1])])
print([sorted(c) for c in map(set, itertools.combinations("abc", 2))], set("hello") == set("olleh"), len({i % 7 for i in range(100)}), {frozenset(p) for p in [(1, 2), (2, 1)]} == {frozenset({1, 2})}, not set(), bool({0}), set().isdisjoint(set()), {1} < {1}, {1} <= {1}, {1} < {1, 2}, {1, 2} > {3}, {1} != {2})
