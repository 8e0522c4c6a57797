# json: dumps options, custom encoders, key kinds, floats, indents and separators, circular references.
import collections
import enum
import io
import json


def show(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)


class Color(enum.Enum):
    RED = 1


class Num(enum.IntEnum):
    ONE = 1


class F(float):
    def __repr__(self):
        return "custom"


P = collections.namedtuple("P", "x y")
for v in (None, True, 1, -0.0, 1.0, 1e16, 1e-7, 123456789.123, 10 ** 25, "a\"b\\c/\b\f\n\r\t\x01\x7f", "é日😀\u2028\ud800", [], {}, (), [[]], {"a": {}}, P(1, 2), Num.ONE, F(1.5), collections.OrderedDict(b=1, a=2), collections.Counter("aab"), {1: 2, 2.5: 3, True: 4, None: 5, "s": 6}, float("inf"), float("-inf"), float("nan"), [1, [2, [3]]]):
    show(json.dumps, v)
for v in (Color.RED, {1, 2}, b"x", 1j, object, {(1, 2): 3}, {b"k": 1}, range(3), [{"a": {1}}], collections.deque([1])):
    show(json.dumps, v)
show(json.dumps, {(1,): 1, "ok": 2, None: 3}, skipkeys=True)
show(json.dumps, float("nan"), allow_nan=False)
show(json.dumps, [float("inf")], allow_nan=False)
show(json.dumps, "é\u2028", ensure_ascii=False)
show(json.dumps, {"b": [1, {"c": 2}], "a": {}}, indent=2)
show(json.dumps, {"b": [1, 2], "a": []}, indent=None, separators=(",", ":"))
show(json.dumps, [1, [2, 3]], indent="--")
show(json.dumps, [1, {"a": []}], indent=0)
show(json.dumps, {"z": 1, "a": 2, "M": 3}, sort_keys=True)
show(json.dumps, {1: 1, "a": 2}, sort_keys=True)
show(json.dumps, {10: 1, 9: 2}, sort_keys=True)
show(json.dumps, [1, 2], indent=1, separators=(" ,", " : "))
show(json.dumps, {1, 3}, default=list)
show(json.dumps, Color.RED, default=lambda o: o.name)
show(json.dumps, 1j, default=lambda o: o)
show(json.dumps, 1j, default=lambda o: 1 / 0)
show(json.dumps, [1], cls=5)
show(json.dumps, [1], nokw=5)
show(json.dumps)
loop = {}
loop["x"] = [loop]
show(json.dumps, loop)
show(json.dumps, loop, check_circular=False)


class Enc(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, complex):
            return {"re": o.real, "im": o.imag}
        if isinstance(o, Color):
            return f"Color.{o.name}"
        if hasattr(o, "__dict__") and not isinstance(o, type):
            return vars(o)
        return super().default(o)


class Thing:
    def __init__(self):
        self.name, self.parts = "thing", [1, 2j]


show(json.dumps, [Thing(), Color.RED], cls=Enc)
show(json.dumps, Thing(), cls=Enc, indent=1, sort_keys=True)
show(json.dumps, Thing, cls=Enc)
e = Enc(sort_keys=True, indent=None, separators=("; ", "="))
print(e.encode({"b": 1j, "a": 2}), e.item_separator, e.key_separator, list(json.JSONEncoder().iterencode({"a": [1, "x", None]})), json.JSONEncoder(ensure_ascii=False).encode("é"), e.skipkeys, e.ensure_ascii, e.check_circular, e.allow_nan, e.sort_keys, e.indent)
out = io.StringIO()
json.dump({"k": [1, 2.5, "é"]}, out, indent=1, ensure_ascii=False)
print(out.getvalue())
show(json.dump, {1, 2}, io.StringIO())
show(json.dump, [1], 5)
data = {"users": [{"id": i, "name": f"user{i}", "tags": ["a"] * i, "score": i / 3} for i in range(5)], "total": 5}
text = json.dumps(data)
print(text, json.loads(text) == data, json.loads(json.dumps(data, indent=4)) == data, len(json.dumps(data, separators=(",", ":"))))
