# Containers of one's own: __getitem__ with every subscript, __missing__, __contains__, iteration fallbacks, reversed, length_hint.
import operator


def show(act):
    try:
        print(act())
    except Exception as e:
        print(type(e).__name__, e)


class Sub:
    def __getitem__(self, k): return k
    def __setitem__(self, k, v): self.__dict__.setdefault("log", []).append((k, v))
    def __delitem__(self, k): self.__dict__.setdefault("log", []).append(("del", k))


s = Sub()
print(s[1], s[1:2], s[::], s[1:2, 3], s[...], s[:, None, ::-1], s["a", "b"], s[()], s[(1,)], s[1,], s[*[1, 2], 3], s[-1:])
s[1:2] = 3
s[1, ...] = 4
s[*(7, 8)] = 5
del s[::2], s[0]
s[5] += 1
print(s.log)


class Seq:
    def __init__(self, *items): self.items = items
    def __getitem__(self, i):
        if isinstance(i, slice):
            return Seq(*self.items[i])
        return self.items[i]
    def __len__(self): return len(self.items)


q = Seq("a", "b", "c")
print(list(q), "b" in q, "z" in q, list(reversed(q)), [*q], max(q), sorted(q, reverse=True), q[-1], list(q[1:]), "".join(q))
a, *b = q
print(a, b, list(enumerate(q)), list(zip(q, q)), dict(enumerate(q)), bool(Seq()), tuple(map(str.upper, q)))
it = iter(q)
print(next(it), type(it).__name__, operator.length_hint(it), list(it), next(it, "done"))


class OnlyIter:
    def __iter__(self): return iter([1, 2, 3])


print(2 in OnlyIter(), 9 in OnlyIter(), sum(OnlyIter()), list(map(lambda x: x * 2, OnlyIter())))
show(lambda: len(OnlyIter()))
show(lambda: reversed(OnlyIter()))
show(lambda: OnlyIter()[0])


class NoIter(Seq):
    __iter__ = None
    __contains__ = None
    __reversed__ = None


show(lambda: iter(NoIter(1)))
show(lambda: 1 in NoIter(1))
show(lambda: reversed(NoIter(1)))
show(lambda: list(NoIter(1)))


class Dflt(dict):
    def __missing__(self, k):
        self[k] = v = f"made {k}"
        return v


d = Dflt(a=1)
print(d["a"], d["b"], d.get("c"), "c" in d, d)
show(lambda: "{x} {y}".format_map(Dflt(x=1)))
show(lambda: "%(q)s" % Dflt())


class Bad(dict):
    def __missing__(self, k): raise LookupError("custom " + k)


show(lambda: Bad()["zz"])


class Hint:
    def __init__(self, h): self.h = h
    def __iter__(self): return iter("xy")
    def __length_hint__(self): return self.h


print(list(Hint(10)), operator.length_hint(Hint(3)), operator.length_hint(Hint(NotImplemented), 8))
show(lambda: list(Hint(-1)))
show(lambda: operator.length_hint(Hint("s")))
show(lambda: list(Hint(NotImplemented)))


class BadNext:
    def __iter__(self): return self


show(lambda: iter(BadNext()))
show(lambda: [x for x in BadNext()])
show(lambda: next(BadNext()))
show(lambda: next(5))
show(lambda: iter(5))
show(lambda: [*5])
show(lambda: list(5))


class LenOnly:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n


for n in (0, 3, -1, 2.5, "x", 2 ** 70, True):
    show(lambda: len(LenOnly(n)))
    show(lambda: bool(LenOnly(n)))
show(lambda: (1)[0])
show(lambda: None[0])
show(lambda: {1}[0])
show(lambda: operator.setitem((1,), 0, 1))
show(lambda: operator.delitem("abc", 0))
show(lambda: operator.setitem(5, 0, 1))
show(lambda: [1, 2]["a"])
show(lambda: (1, 2)[1.0])
show(lambda: "abc"[None])
show(lambda: [1, 2][5])
show(lambda: operator.setitem([1], 5, 1))
show(lambda: operator.delitem([1], 5))
show(lambda: (1, 2)[2 ** 70])
show(lambda: int[0])
show(lambda: list[int][0])
show(lambda: object[0])
show(lambda: range(5)["x"])
show(lambda: {}[[]])
show(lambda: {}["k"])
show(lambda: (lambda: 0)[1])
show(lambda: {1: 2}[1:2])


class RevIter:
    def __reversed__(self): return iter("rev")


print(list(reversed(RevIter())), list(reversed({"a": 1, "b": 2})), list(reversed(range(3))))
calls = iter([1, 2, 3, 0, 5])
print(list(iter(lambda: next(calls), 0)), next(calls))
