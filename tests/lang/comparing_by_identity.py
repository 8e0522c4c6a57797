"""== of objects that do not say what they are equal to, beside those that do, and of those that begin to."""


class Plain:
    pass


class Child(Plain):
    pass


class Ordered:
    def __lt__(self, other):
        return True


class Equal:
    def __eq__(self, other):
        return True

    __hash__ = None


class Never:
    def __ne__(self, other):
        return "never"


a, b, c, o, e, n = Plain(), Plain(), Child(), Ordered(), Equal(), Never()
values = [a, b, c, o, e, n, None, 1, "x", int, Plain]
for x in values:
    print([x == y for y in values], [x != y for y in values])
print([values.index(v) for v in values], a in [b, c], a in [b, e], None in [a, b], b in (a, b), [a, b] == [a, b], [a] == [b], (a, None) != (a, a))
print(len({a, b, c, None, a}), {a: 1, b: 2}[b], {(a, 1): 3}[(a, True)], (b, 1) in {(a, 1): 3}, [a, b, a].count(a), [e].count(a))
values.remove(c)
print(len(values))
Plain.__eq__ = lambda self, other: isinstance(other, Plain)
print(a == b, a == c, c == a, a != b, a in [b], [a].index(c), [a] == [b], o == a, a == None)
del Plain.__eq__
print(a == b, a in [b], [a] == [b])
try:
    a < b
except TypeError as error:
    print(error)
