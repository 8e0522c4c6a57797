# namedtuple with defaults, rename and methods; OrderedDict's order, moves and equality; defaultdict; ChainMap.
import copy
from collections import ChainMap, OrderedDict, defaultdict, namedtuple


def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)), end="; ")
    except Exception as e:
        print(type(e).__name__, e, end="; ")


P = namedtuple("P", "x y z", defaults=[2, 3])
p = P(1)
print(p, p.x, p[1], p[-1], p._fields, P._field_defaults, p._asdict(), p._replace(y=20), P._make([7, 8, 9]), len(p), p == (1, 2, 3), hash(p) == hash((1, 2, 3)), p + (4,), p[:2], type(p[:2]), p < P(1, 2, 4), P.__doc__, P.x.__doc__, P.__name__, P.__match_args__, P.__slots__, isinstance(p, tuple), p.index(3), p.count(1))
for f in (lambda: P(), lambda: P(1, 2, 3, 4), lambda: P(w=1), lambda: P(1, x=2), lambda: p._replace(q=1), lambda: P._make([1]), lambda: setattr(p, "x", 5), lambda: p.q, lambda: namedtuple("A", "a a"), lambda: namedtuple("A", "def"), lambda: namedtuple("A", "_a"), lambda: namedtuple("1A", "a"), lambda: namedtuple("A", "a-b"), lambda: namedtuple("A", "a", defaults=[1, 2]), lambda: namedtuple("A", 5), lambda: namedtuple("class", "a"), lambda: namedtuple("A", ["a", 5])):
    show(f)
print()
R = namedtuple("R", ["a", "class", "_b", "a", "ok", "2x"], rename=True)
print(R._fields, R(*range(6)), namedtuple("E", "")(), namedtuple("C", "a,b , c")._fields, namedtuple("M", "a", module="mod").__module__, copy.copy(p) == p, copy.deepcopy(p), P(**{"x": 5}), p.__getnewargs__(), *p)


class Point(namedtuple("Point", "x y")):
    __slots__ = ()

    @property
    def norm(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)

    def __str__(self):
        return f"<{self.x},{self.y}>"


q = Point(3, 4)
print(q, repr(q), q.norm, q + Point(1, 1), q._replace(x=0), type(q._replace(x=0)), Point._make("ab"), sorted([Point(2, 1), Point(1, 2)]))
match q:
    case Point(x=3, y=b):
        print("matched", b)
o = OrderedDict([("a", 1), ("b", 2), ("c", 3)])
o.move_to_end("a")
o.move_to_end("c", last=False)
o["b"] = 20
print(o, list(o), list(reversed(o)), o == {"a": 1, "b": 20, "c": 3}, o == OrderedDict(a=1, b=20, c=3), o == OrderedDict([("c", 3), ("b", 20), ("a", 1)]), o.popitem(), o.popitem(last=False), o, OrderedDict.fromkeys("ab", 0), OrderedDict(), o | {"n": 1}, {"n": 1} | o, type({"n": 1} | o))
o |= {"z": 26}
for f in (lambda: o.move_to_end("nope"), lambda: OrderedDict().popitem(), lambda: o.pop("nope"), lambda: o.pop("nope", 5), lambda: o["nope"], lambda: OrderedDict([1]), lambda: hash(o), lambda: o.copy(), lambda: copy.copy(o), lambda: list(reversed(o.items())), lambda: o.setdefault("s"), lambda: list(o.keys()), lambda: o.values(), lambda: repr(o.items()), lambda: o.__reduce__()[0].__name__, lambda: OrderedDict({"a": 1}, b=2), lambda: OrderedDict(5), lambda: OrderedDict({}, {})):
    show(f)
print()




class Recent(OrderedDict):
    def __setitem__(self, k, v):
        super().__setitem__(k, v)
        self.move_to_end(k)
        if len(self) > 2:
            self.popitem(last=False)


r = Recent()
for k in "abca":
    r[k] = ord(k)
r.update(b=1)
print(r, len(r))
d = defaultdict(list, {"k": [0]}, j=[1])
d["a"].append(1)
d["a"].append(2)
print(d, d["b"], len(d), d.get("zz"), "zz" in d, d.default_factory, d.copy(), d | {"q": 1}, type(d | {}), dict(d), defaultdict(int, "ab".items() if False else {}), defaultdict(None, {1: 2}), defaultdict(lambda: 5)["x"])
for f in (lambda: defaultdict(5), lambda: defaultdict(None)["x"], lambda: defaultdict()["k"], lambda: d.__missing__("m"), lambda: defaultdict(lambda: 1 / 0)["k"], lambda: d[[]], lambda: copy.deepcopy(d)["a"], lambda: defaultdict(list, 5), lambda: setattr(d, "default_factory", None) or d["nokey"]):
    show(f)
print()
tree = lambda: defaultdict(tree)
t = tree()
t["a"]["b"]["c"] = 1
n = defaultdict(lambda: defaultdict(int))
for w in "to be or not to be".split():
    n[len(w)][w] += 1
print(t["a"].keys(), {k: dict(v) for k, v in n.items()}, t["a"]["b"] == {"c": 1})
base, user = {"color": "red", "size": 1}, {"size": 5}
c = ChainMap(user, base)
c["new"] = 1
print(c, c["color"], c["size"], len(c), sorted(c), c.maps, c.new_child({"size": 9})["size"], c.parents, list(c), dict(c), user, "color" in c, c.get("q", 7), c == {"color": "red", "size": 5, "new": 1}, list(c.items()), c.copy().maps[0] is user, c.copy().maps[1] is base, bool(ChainMap()), ChainMap({}, {"a": 1}).popitem() if False else "", c | {"u": 1}, {"u": 1} | c, c.pop("new"), c.new_child(k=1))
for f in (lambda: c["nope"], lambda: c.pop("color"), lambda: c.__delitem__("color"), lambda: ChainMap().popitem(), lambda: ChainMap.fromkeys("ab", 1), lambda: c.clear() or c, lambda: hash(c), lambda: ChainMap(5)["x"], lambda: repr(ChainMap())):
    show(f)
print()
