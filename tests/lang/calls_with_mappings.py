"""** in calls: many and few keywords, odd mappings, and errors."""
import sys


def f(a, b=2, *args, c=3, **rest):
    return a, b, args, c, rest


def g(**rest):
    rest["added"] = 1
    return rest


class Mapping:
    def __init__(self, **items):
        self.items_ = items

    def keys(self):
        return list(self.items_)

    def __getitem__(self, key):
        return self.items_[key] * 2


class Text(str):
    pass


d = {"c": 30, "e": 5}
print(f(1, **d), f(1, **d, f=6), f(*(1, 2, 3), **d, **{"z": 1}), f(**{"a": 1}), f(1, **{}), f(1, **Mapping(b=4)))
print(g(**d), d, g(**d, **{"q": 1}), g(), g(**{Text("x"): 1}))
for n in (5, 11, 12, 13, 14, 40):
    many = {f"k{i}": i for i in range(n)}
    print(sum(g(**many).values()), len(g(**many, more=1)), len(many))
for call in (lambda: f(1, **{"a": 2}), lambda: f(1, **{3: 4}), lambda: f(1, **{"x": 1}, **{"x": 2}), lambda: f(1, **5),
             lambda: f(1, **{"x": 1}, **[1]), lambda: f(**{}), lambda: g(**{"a": 1, (1, 2): 3}), lambda: print(**{"nosuch": 1}),
             lambda: f(1, b=3, **{"b": 4}), lambda: dict(**{"a": 1}, **Mapping(a=2)), lambda: int(**{"base": 3, "x": 4})):
    try:
        print(call())
    except TypeError as error:
        print(error)


def swallow(**keywords):
    d.clear()
    return keywords


print(swallow(**d), d)


def deep(n):
    if n == 0:
        raise LookupError("at the bottom")
    try:
        deep(n - 1)
    finally:
        n += 1


kept = []
for i in range(3):
    try:
        deep(20)
    except LookupError as error:
        tb, depth = error.__traceback__, 0
        if i == 1:
            kept.append(tb.tb_next.tb_next)
        if i == 2:
            frames = []
            while tb:
                frames.append(tb.tb_frame)
                tb = tb.tb_next
            print(len(frames), frames[-1].f_lineno, frames[-1].f_code.co_name)
        del tb
tb, depth = kept[0], 0
while tb:
    depth, tb = depth + 1, tb.tb_next
print(depth)


# The mapping may change while the call runs; what was given stays.
def emptied(mapping, **keywords):
    mapping.clear()
    mapping["later"] = [0] * 3
    return keywords, [list(range(100)) for _ in range(3)][0][:2]


def forwarding(*args, **keywords):
    def change():
        keywords.clear()
        return 1
    return reading(change, *args, **keywords)


def reading(change, *args, a=0, b=0, **rest):
    change()
    [object() for _ in range(50)]
    return args, a, b, rest


shared = {"k" + str(i): [i] for i in range(14)}
print(emptied(shared, **shared), shared)
print(forwarding(1, a=[1], b=[2], c=[3]), forwarding(*"xy", **{"a": "z" * 3}))


def told(what, value):
    print(what, end=" ")
    return value


class Asked:
    def __getattr__(self, name):
        print("asked for", name)
        raise AttributeError(name)


def growing(mapping):
    yield 1
    mapping["c"] = 9


table = {"b": 5}
print(f(*told("args", (1, 2)), **told("mapping", {"c": 4})), f(*growing(table), **table), f(*[1, 2], **{}), table)
for call in (lambda: f(*5, **told("first", {})), lambda: f(*5, **7), lambda: f(*[1], **Asked()), lambda: told("callee", f)(**told("m", {1: 2}))):
    try:
        print(call())
    except TypeError as e:
        print(e)


# Instances made with keywords.
class Made:
    def __init__(self, a, b=2, *, c=3, **rest):
        self.all = a, b, c, rest


class Nothing:
    pass


class Kept(Made):
    def __init__(self, **keywords):
        super().__init__(**keywords)
        self.keywords = keywords


print(Made(a=1).all, Made(1, c=4).all, Made(b=5, a=6, z=7).all, Kept(a=1, q=2).all, Kept(a=1, q=2).keywords, Made(**{"a": 0, "c": 1}).all)
for call in (lambda: Made(), lambda: Made(1, a=2), lambda: Nothing(a=1), lambda: Nothing(**{"a": 1}), lambda: Made(b=1), lambda: Kept(1)):
    try:
        print(call())
    except TypeError as e:
        print(e)


# Keywords and defaults of every kind.
def kinds(a, /, b, c=3, *, d, e=5, f=6):
    return a, b, c, d, e, f


def changing(a, b=[1], *, c=[2]):
    changing.__defaults__ = ([7],)
    changing.__kwdefaults__ = {"c": [8]}
    return a, b, c


print(kinds(1, 2, d=4), kinds(1, b=2, d=4), kinds(1, d=4, b=2, f=0), kinds(1, 2, 0, d=4, e=0, f=0), kinds(1, c=9, b=8, d=7), changing(a=1), changing(a=2), changing(3, c=4))
kinds.__kwdefaults__["d"] = 44
print(kinds(1, 2), kinds(1, 2, e="e"), kinds(*[1], **{"b": 2, "".join(["", "d"]): "made"}))
del kinds.__kwdefaults__["e"]
for call in (lambda: kinds(1, 2, d=1), lambda: kinds(a=1, b=2, d=3), lambda: kinds(1, 2, 3, 4, d=5), lambda: kinds(1, 2, b=3, d=4), lambda: kinds(1, d=2, e=3),
             lambda: kinds(1, 2, d=3, e=4, g=5), lambda: kinds(b=1, d=2, e=3)):
    try:
        print(call())
    except TypeError as e:
        print(e)
