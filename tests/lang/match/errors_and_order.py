# match: errors of class patterns, order of evaluation, scoping, and statements inside cases.
log = []


class Tracked:
    def __init__(self, **kw): self.kw = kw
    def __getattr__(self, n):
        log.append(n)
        try:
            return self.kw[n]
        except KeyError:
            raise AttributeError(n)


def show(act):
    log.clear()
    try:
        print(act(), log)
    except Exception as e:
        print(type(e).__name__, e, log)


def attrs(v):
    match v:
        case Tracked(a=1, b=2): return "ab"
        case Tracked(c=x) if x > 5: return f"c {x}"
        case Tracked(missing=_): return "never"
        case Tracked(): return "plain"


show(lambda: attrs(Tracked(a=1, b=2)))
show(lambda: attrs(Tracked(a=2, c=6)))
show(lambda: attrs(Tracked(a=1, b=3, c=1)))
show(lambda: attrs(5))


def pattern_class(cls, n):
    match Tracked(x=1):
        case cls(): return "matched"
    return "no"


show(lambda: pattern_class(Tracked, 0))
show(lambda: pattern_class(int, 0))
for bad in (5, "s", None, [int], lambda: 0):
    show(lambda: pattern_class(bad, 0))


class NoArgs: pass
class Args2: __match_args__ = ("x", "y"); x = 1; y = 2
class ListArgs: __match_args__ = ["x"]; x = 1
class BadName: __match_args__ = (1,)
class StrArgs: __match_args__ = "x"; x = 1
class Missing: __match_args__ = ("zz",)


def pos1(v, cls):
    match v:
        case cls(a): return a
    return "no match"


def pos3(v, cls):
    match v:
        case cls(a, b, c): return a, b, c
    return "no match"


def dup(v):
    match v:
        case Args2(1, x=1): return "dup"
    return "no"


show(lambda: pos1(NoArgs(), NoArgs))
show(lambda: pos1(5, NoArgs))
show(lambda: pos1(Args2(), Args2))
show(lambda: pos3(Args2(), Args2))
show(lambda: dup(Args2()))
show(lambda: pos1(ListArgs(), ListArgs))
show(lambda: pos1(BadName(), BadName))
show(lambda: pos1(StrArgs(), StrArgs))
show(lambda: pos1(Missing(), Missing))
show(lambda: pos3(5, int))
show(lambda: pos1(Args2, type))
show(lambda: pos1("s", object))


class Sub(Args2): __match_args__ = ("y",)


show(lambda: pos1(Sub(), Sub))
show(lambda: pos1(Sub(), Args2))


class Meta(type):
    def __instancecheck__(cls, o): log.append("instancecheck"); return o == 5


class Virtual(metaclass=Meta): pass


def pos0(v):
    match v:
        case Virtual(): return "virtual"
        case _: return "not"


show(lambda: pos0(5))
show(lambda: pos0(6))


class Eq:
    def __init__(self, r): self.r = r
    def __eq__(self, o): log.append(("eq", o)); return self.r


def values(v):
    match v:
        case 1 | 2: return "num"
        case "s": return "str"
        case None: return "none"
        case {"k": 3}: return "map"
    return "fell"


show(lambda: values(Eq(False)))
show(lambda: values(Eq(True)))
show(lambda: values({"k": Eq(True)}))


def subject_once():
    def subject(): log.append("subject"); return [1, 2]
    match subject():
        case [a]: return a
        case [a, b] if log.append("guard1") or a > 5: return "guard1"
        case [a, b] if log.append("guard2") or b == 2: return "guard2"


show(subject_once)


def dup_keys(v):
    k = type("K", (), {"a": "same", "b": "same"})
    match v:
        case {k.a: x, k.b: y}: return x, y


show(lambda: dup_keys({"same": 1}))


def tuple_subject(a, b):
    match a, b:
        case 0, 0: return "both"
        case (0, _) | (_, 0): return "one"
        case x, y if x == y: return "equal"
        case x, *_: return x


print([tuple_subject(*p) for p in ((0, 0), (0, 1), (1, 0), (2, 2), (3, 4))])


def control():
    out = []
    for v in range(8):
        match v:
            case 0: continue
            case 1: pass
            case 2 | 3:
                for _ in range(2):
                    match _:
                        case 1: break
                out.append("inner")
            case 6: break
            case _ if v % 2:
                try:
                    match v:
                        case 5: raise ValueError
                except ValueError:
                    out.append("raised")
            case other: out.append(other)
        out.append(v)
    return out


print(control())
match = case = _ = 5
match match:
    case case: print("soft keywords", match, case, _)
match (match):
    case int(_): print("wildcard in class", _)
match [1, [2, 3]]:
    case [a, [b, *c]]: print(a, b, c)
match {"x": 1}:
    case {"x": x, **rest}: print(x, rest)
print(a, b, c, x, rest)
match = {"print": print}
match["print"]("subscript of match")


class InClass:
    match 5:
        case n: value = n


print(InClass.value, InClass.n)


def nothing():
    match 1:
        case 2: pass


print(nothing())


def gen(items):
    for i in items:
        match i:
            case int(n): got = yield n * 2
            case [x, y]: yield from (x, y)
            case str() as s: return s


print(list(gen([1, (2, 3), 4])), [*gen([1, "stop", 2])])


class Missing2(dict):
    def __missing__(self, k): log.append("missing"); return 1


def mm(v):
    match v:
        case {"nokey": _}: return "hit"
    return "not hit"


show(lambda: mm(Missing2()))
import collections
d = collections.defaultdict(list)
show(lambda: mm(d))
print(dict(d))
