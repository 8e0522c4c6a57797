# tuple, range and slice objects: arithmetic, membership, indices, equality, hashing and their errors.
def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)), end="; ")
    except Exception as e:
        print(type(e).__name__, e, end="; ")


t = (1, "a", 2.5, None, 1)
print(t[1:4], t[::-1], t * 2, t + (9,), t.count(1), t.index("a"), t.index(1, 1), len(t), 2.5 in t, (), (1,), ((),), tuple("ab"), tuple([1]), tuple(t) is t, t[:] is t, () is (), t == list(t), (1, 2) < (1, 3), (1,) < (1, 0), hash((1, 2)) == hash((1.0, 2.0)), hash(()), hash((1, 2, 3)), hash(("a",)) == hash(("a",)))
for f in (lambda: t[9], lambda: t["x"], lambda: t.index("zz"), lambda: t.index(1, 2, 3), lambda: t + [1], lambda: t * "x", lambda: t.append(1), lambda: t.__setitem__(0, 1), lambda: hash(([],)), lambda: tuple(5), lambda: tuple(1, 2), lambda: (1, "a") < (1, 2), lambda: t.count(), lambda: tuple(x=1), lambda: t[::0], lambda: (1,) < [1], lambda: t.index()):
    show(f)
print()
for args in ((5,), (2, 5), (0, 10, 3), (10, 0, -3), (5, 5), (0, -5), (0, 5, 0), (1.5,), ("a",), (), (1, 2, 3, 4), (2 ** 70, 2 ** 70 + 3), (True,), (None,), (0, 2 ** 100, 2 ** 99), (0, 1, -1)):
    show(range, *args)
print()
r = range(3, 40, 4)
print(r, list(r), len(r), r[0], r[-1], r[2:5], r[::-1], r[::2], r[10:], r[5:1], r.start, r.stop, r.step, r.index(11), r.count(12), r.count(15), 15 in r, 16 in r, 15.0 in r, "x" in r, bool(range(0)), r == range(3, 39, 4), hash(r) == hash(range(3, 39, 4)), range(0) == range(5, 5), range(0, 3, 5) == range(0, 1), r == list(r), r != range(1))
for f in (lambda: r[99], lambda: r["x"], lambda: r[1.5], lambda: r.index(5), lambda: r.index("x"), lambda: r.start.__class__, lambda: setattr(r, "start", 1), lambda: r < r, lambda: r + r, lambda: r * 2, lambda: len(range(2 ** 70)), lambda: range(2 ** 70)[2 ** 69], lambda: range(2 ** 70)[-1], lambda: 2 ** 69 in range(0, 2 ** 70, 2), lambda: range(10)[::0], lambda: r.count(), lambda: range(-5, 5)[::-2], lambda: r[2 ** 70], lambda: list(range(2 ** 65, 2 ** 65 + 2)), lambda: range(10)[slice(None, None, -3)], lambda: bool(range(2 ** 70))):
    show(f)
print()
it = iter(range(5))
print(next(it), it.__length_hint__(), list(it), it.__length_hint__(), list(reversed(range(0, 10, 3))), type(iter(range(1))).__name__, type(iter(range(2 ** 70))).__name__, list(reversed(range(2 ** 66, 2 ** 66 + 3))), [*range(3)], sum(range(101)), max(range(0, 100, 7)), min(range(5, 0, -1)), sorted(range(3), reverse=True), tuple(range(3)), set(range(3)))
for args in ((1,), (1, 2), (1, 2, 3), (None,), ("a", [], 1.5), (), (1, 2, 3, 4)):
    show(slice, *args)
print()
s = slice(1, 10, 2)
print(s.start, s.stop, s.step, s == slice(1, 10, 2), s != slice(1), s < slice(2, 3), [slice(1), slice(None)] == [slice(1), slice(None)])
for sl, n in ((slice(None), 5), (slice(None, None, -1), 5), (slice(-3, None), 5), (slice(10, -10, -2), 5), (slice(2, 100), 5), (slice(None, 0), 5), (slice(5, 1), 10), (slice(None, None, 0), 5), (slice("a"), 5), (slice(1.5), 5), (slice(0, 5), -1), (slice(0, 5), "x"), (slice(2 ** 70), 5), (slice(-2 ** 70, None, 2 ** 70), 5), (slice(None, None, -2 ** 70), 5), (slice(0, 5), 2 ** 80), (slice(True, None), 3)):
    show(sl.indices, n)
print()
show(hash, slice(1))
show(lambda: setattr(s, "start", 5))
show(lambda: s.indices())
show(lambda: slice(1) < 5)
show(lambda: {slice(1): 2})


class Shows:
    def __getitem__(self, key):
        return key

    def __setitem__(self, key, value):
        print("set", key, value)

    def __delitem__(self, key):
        print("del", key)


o = Shows()
print(o[1], o[1:2], o[::3], o[1:2, ...], o[:, 0], o[()], o[(1, 2)], o[None:], o["a":"b"], o[-1:], o[*[1, 2]], o[1:2, *"ab"])
o[1:2] = 5
o[::] = 6
o[1, 2:3] = 7
del o[:5], o[...], o[1, 2]


class Seq:
    def __len__(self):
        return 4

    def __getitem__(self, i):
        if isinstance(i, slice):
            return [self[j] for j in range(*i.indices(len(self)))]
        if not 0 <= i < 4:
            raise IndexError("out")
        return i * 10


q = Seq()
print(q[1:], q[::-1], list(q), list(reversed(q)), 20 in q, 25 in q, [*q], tuple(q), max(q), sum(q))
a, *b, c = q
print(a, b, c, dict(zip(q, q)), sorted(q, reverse=True), ",".join(map(str, q)), enumerate(q).__next__())
