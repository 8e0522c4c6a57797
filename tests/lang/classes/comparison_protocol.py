# Rich comparison: reflection, fallbacks, identity, __hash__ rules, total_ordering and sorting.
import functools

log = []


class L:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"L{self.n}"
    def __lt__(self, o): log.append("lt"); return self.n < o.n if isinstance(o, L) else NotImplemented
    def __eq__(self, o): log.append("eq"); return isinstance(o, L) and self.n == o.n


a, b = L(1), L(2)
print(a < b, a > b, a == b, a != b, log)
log.clear()
for text, f in (("<=", lambda: a <= b), (">=", lambda: a >= b), ("<5", lambda: a < 5), ("5<", lambda: 5 < a), ("5>", lambda: 5 > a)):
    try:
        print(text, f())
    except TypeError as e:
        print(text, e)
print(log)
try:
    hash(a)
except TypeError as e:
    print(e)
print(L.__hash__, sorted([b, a, L(0)]), min([b, a]), max(a, b))


class Sub(L):
    def __gt__(self, o): log.append("Sub.gt"); return "sub gt"
    def __eq__(self, o): log.append("Sub.eq"); return "sub eq"
    __hash__ = L.__hash__


log.clear()
print(a < Sub(3), a == Sub(3), Sub(3) == a, log)


class H:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n
    def __hash__(self): return hash(self.n)


class HSub(H):
    pass


class HSub2(H):
    def __eq__(self, o): return True


print(len({H(1), H(1), H(2), HSub(2)}), HSub.__hash__ is H.__hash__, HSub2.__hash__)
d = {H(1): "one"}
print(d[H(1)], d.get(HSub(1)), H(3) in d)
print({True: "t", 1: "i", 1.0: "f", 1 + 0j: "c"})


class NaN:
    def __eq__(self, o): return False
    def __hash__(self): return 1


n = NaN()
print(n == n, n in [n], [n] == [n], (n,) == (n,), {n: 1} == {n: 1}, [n].index(n), [n].count(n), [NaN()] == [n])
nan = float("nan")
print(nan in [nan], [nan] == [nan], [nan] == [float("nan")], nan == nan, {nan: 1}[nan], (1, nan) < (1, nan), [nan, 2] < [nan, 3])


@functools.total_ordering
class T:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v if isinstance(o, T) else NotImplemented
    def __lt__(self, o): return self.v < o.v if isinstance(o, T) else NotImplemented


print(T(1) <= T(1), T(2) > T(1), T(2) >= T(3), T(1) != T(1), T(1) == 1)
for f in (lambda: T(1) <= 1, lambda: T(1) > 1, lambda: 1 >= T(1)):
    try:
        print(f())
    except TypeError as e:
        print(e)


@functools.total_ordering
class T2:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __ge__(self, o): return self.v >= o.v


print(T2(1) < T2(2), T2(1) > T2(2), T2(1) <= T2(1))
try:
    @functools.total_ordering
    class T3: pass
except ValueError as e:
    print(e)


class Truthy:
    def __init__(self, r): self.r = r
    def __lt__(self, o): return self.r
    def __gt__(self, o): return self.r


print(1 < 2 < Truthy([]) if False else Truthy("x") < 1, Truthy([]) < 1 < 3, Truthy(0) < 5 < 7, not Truthy("") < 3)


class Raises:
    def __eq__(self, o): raise ValueError("eq raised")
    __hash__ = object.__hash__


r = Raises()
for f in (lambda: r == 1, lambda: r != 1, lambda: r in [1], lambda: [r] == [1], lambda: [1].index(r), lambda: r in [r], lambda: {r: 1}[r]):
    try:
        print(f())
    except ValueError as e:
        print("ValueError", e)


class NE:
    def __ne__(self, o): return "ne"


print(NE() != 1, NE() == 1, 1 != NE())
print((1, 2) < (1, 3), [1, 2] < [1], (1, "a") < (2, 1), "a" < "b" < "c", b"a" < b"b", {1} < {1, 2}, {1} <= {1}, {1} < {1})
for f in (lambda: (1, "a") < (1, 2), lambda: [1] < (1,), lambda: 1 < "1", lambda: {} < {}, lambda: None < None, lambda: 1j < 2j,
          lambda: object() < object(), lambda: b"a" < "a", lambda: {1} < [1], lambda: range(3) < range(4)):
    try:
        print(f())
    except TypeError as e:
        print(e)
print(range(0, 3) == range(0, 3, 1), range(0) == range(5, 5), range(0, 10, 3) == range(0, 12, 3), 1 == 1.0 == 1 + 0j == True)
