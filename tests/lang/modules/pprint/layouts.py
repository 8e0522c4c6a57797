# pprint: breaking of every container, width, indent, depth, compact, sorting, strings and bytes, recursion, dataclasses.
import collections
import dataclasses
import io
import pprint
import types
from pprint import pformat

words = "the quick brown fox jumps over the lazy dog and runs away from the angry bear".split()
data = {"name": "thing", "list": list(range(30)), "nested": {"a": {"b": {"c": [1, 2, {"d": "e" * 40}]}}}, "tuple": tuple(words), "set": set(words), 5: None, (1, 2): 1.5, "long": " ".join(words * 3), "bytes": bytes(range(60)), "empty": [[], {}, (), set()]}
del data[5], data[(1, 2)]
pprint.pprint(data)
for kw in ({"width": 40}, {"indent": 4}, {"depth": 2}, {"compact": True}, {"sort_dicts": False, "width": 60}, {"compact": True, "width": 30, "indent": 2}, {"width": 1}):
    print(kw)
    print(pformat(data, **kw))
print(pformat(123456789, underscore_numbers=True), pformat([10 ** 6], underscore_numbers=True), pformat({3: 1, "a": 2, None: 3, (1,): 4}).count(":"))
pprint.pp({"z": 1, "a": 2})
pprint.pprint({"z": 1, "a": 2})
for v in ([], {}, (1,), "short", b"x", None, 1.5, "a\nb\nc" * 20, b"abc" * 40, bytearray(b"abcd" * 30), ["x" * 30] * 4, (("deep",) * 20,), frozenset(words), collections.OrderedDict.fromkeys(words, 1), collections.defaultdict(list, {w: [w] * 3 for w in words[:6]}), collections.Counter("mississippi river and some more letters xyz"), collections.deque(range(40)), collections.deque(words, maxlen=20), collections.ChainMap({"a": words}, {"b": words}), types.SimpleNamespace(alpha=words, beta=list(range(20))), types.MappingProxyType({w: len(w) for w in words}), collections.UserDict({w: 1 for w in words}), collections.UserList(words * 2), collections.UserString(" ".join(words * 2)), range(5), [None, True, 1j, ...]):
    print(pformat(v, width=50))
P = collections.namedtuple("P", "x y")


@dataclasses.dataclass
class Item:
    name: str
    tags: list
    hidden: int = dataclasses.field(default=0, repr=False)
    child: "Item" = None


print(pformat([P(1, 2)] * 10, width=40))
print(pformat(Item("n", words, 5, Item("c", words[:3])), width=50))
print(pformat(Item("n", [])))
r = [1]
r.append(r)
d = {"k": r}
d["d"] = d
for v in (r, d):
    text = pformat(v)
    print(text.replace(str(id(r)), "ID").replace(str(id(d)), "ID"), pprint.isrecursive(v), pprint.isreadable(v))
print(pprint.isreadable([1, "a", {2: 3}]), pprint.isreadable([object()]), pprint.saferepr({2: 1, 1: [2]}), pprint.isrecursive(5))
out = io.StringIO()
p = pprint.PrettyPrinter(stream=out, width=20, indent=2)
p.pprint(words)
print(out.getvalue(), p.pformat([1, 2]), p.isreadable(words))
for kw in ({"indent": -1}, {"depth": 0}, {"width": 0}, {"indent": "x"}):
    try:
        pprint.PrettyPrinter(**kw)
    except ValueError as e:
        print(e)


class Weird:
    def __repr__(self):
        return "weird\nmultiline " + "x" * 80


class MyDict(dict):
    pass


class MyList(list):
    def __repr__(self):
        return "MyList!" * 15


print(pformat([Weird(), MyDict({w: 1 for w in words}), MyList([1])]))
