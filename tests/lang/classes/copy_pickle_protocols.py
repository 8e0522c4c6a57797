# copy and deepcopy hooks, __reduce__, __getstate__, equality of copies, recursion, and __format__, __bytes__, __sizeof__ and friends.
import copy


class Plain:
    def __init__(self, a, b): self.a, self.b = a, b


p = Plain(1, [2, {"k": 3}])
q, r = copy.copy(p), copy.deepcopy(p)
print(q.b is p.b, r.b is p.b, r.b == p.b, r.b[1] is p.b[1], vars(q))


class Custom:
    def __init__(self, v): self.v, self.log = v, []

    def __copy__(self):
        c = type(self).__new__(type(self))
        c.v, c.log = self.v, ["copied"]
        return c

    def __deepcopy__(self, memo):
        c = type(self)(copy.deepcopy(self.v, memo))
        memo[id(self)] = c
        c.log = ["deep", len(memo) > 0]
        return c


c = Custom([1])
print(copy.copy(c).log, copy.copy(c).v is c.v, copy.deepcopy(c).log, copy.deepcopy([c, c])[0] is not c)


class State:
    def __init__(self): self.keep, self.drop = 1, 2
    def __getstate__(self): return {"keep": self.keep, "via": "getstate"}
    def __setstate__(self, s): self.__dict__.update(s, restored=True)


print(vars(copy.copy(State())))


class Reduce:
    def __init__(self, *a): self.a = a
    def __reduce__(self): return Reduce, self.a + ("reduced",), {"extra": 1}


print(vars(copy.copy(Reduce(1))), vars(copy.deepcopy(Reduce(1))))


class Slots:
    __slots__ = ("x", "y")
    def __init__(self): self.x = [1]


s = copy.deepcopy(Slots())
print(s.x, hasattr(s, "y"))


class Sub(list):
    def __init__(self, *a): super().__init__(a); self.tag = "t"


l = copy.copy(Sub(1, 2))
print(l, l.tag, type(l).__name__, type(copy.deepcopy(l)).__name__)
loop = [1]
loop.append(loop)
d = copy.deepcopy(loop)
print(d[1] is d, d is not loop, d)
node = Plain(None, None)
node.a = node
n2 = copy.deepcopy(node)
print(n2.a is n2, n2 is not node)
shared = [0]
both = copy.deepcopy({"a": shared, "b": shared, "t": (shared,)})
print(both["a"] is both["b"] is both["t"][0], both["a"] is shared)
t = (1, "a", (2, None))
print(copy.deepcopy(t) is t, copy.copy(t) is t, copy.deepcopy(len) is len, copy.copy(Plain) is Plain)


class Fmt:
    def __format__(self, spec): return f"fmt[{spec}]"
    def __bytes__(self): return b"bytes!"
    def __str__(self): return "str!"
    def __repr__(self): return "repr!"
    def __index__(self): return 10
    def __complex__(self): return 1j
    def __fspath__(self): return "/tmp/x"
    def __round__(self, n=0): return ("round", n)
    def __sizeof__(self): return 1000
    def __dir__(self): return ["b", "a"]
    def __length_hint__(self): return 3
    def __reversed__(self): return iter("rev")
    def __contains__(self, x): return x == "in"
    def __missing__(self, k): return "never"
    def __call__(self, /, *a, **k): return a, k


f = Fmt()
import os
import operator
print(f"{f:a}{f!s:>6}{f!r:<7}|", format(f), format(f, "z"), bytes(f), str(f), [f], "%s %r" % (f, f), hex(f), bin(f), "abcdefghijkl"[f], range(20)[f], complex(f), os.fspath(f), round(f), round(f, 2), dir(f), "".join(reversed(f)), "in" in f, f(self=1), operator.index(f), int(f), float(f), f.__sizeof__())


class NoStr:
    def __repr__(self): return "only repr"


class NoRepr:
    def __str__(self): return "only str"


print(str(NoStr()), f"{NoStr()}", [NoStr()], NoRepr(), repr(NoRepr()).split(" at ")[0], f"{NoRepr()!s}")


class Num:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == getattr(o, "v", o)
    def __hash__(self): return hash(self.v)
    def __lt__(self, o): return self.v < getattr(o, "v", o)
    def __add__(self, o): return Num(self.v + getattr(o, "v", o))
    __radd__ = __add__
    def __repr__(self): return f"Num({self.v})"


nums = [Num(3), Num(1), Num(2)]
print(sorted(nums), sum(nums), max(nums), {Num(1): "x"}[1], Num(1) in {1, 2}, 1 in [Num(1)], nums.index(2), [Num(1), 2] == [1, Num(2)], sum(nums, Num(10)), min(nums, key=lambda n: -n.v))


class Context:
    depth = 0
    def __enter__(self): Context.depth += 1; return Context.depth
    def __exit__(self, *a): Context.depth -= 1


with Context() as one, Context() as two:
    print(one, two, Context.depth)
print(Context.depth)


class Await:
    def __iter__(self): return self
    def __next__(self): raise StopIteration("value lost")


print(list(Await()), [*Await()], dict(zip(Await(), "a")), tuple(Await()))


class Boolish:
    def __init__(self, v): self.v = v
    def __bool__(self): print("bool", self.v); return self.v


print((Boolish(True) and "and"), (Boolish(True) or "or").v, not Boolish(False), all([Boolish(True), Boolish(False), Boolish(True)]), any(map(Boolish, [False, True])), list(filter(None, [Boolish(False)])), 1 if Boolish(0 == 0) else 2)
while Boolish(False): pass
