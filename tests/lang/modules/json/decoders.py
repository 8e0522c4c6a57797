# json: loads of every kind of text, hooks, errors with positions, raw_decode, bytes in several encodings.
import decimal
import io
import json


def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)), end="; ")
    except json.JSONDecodeError as e:
        print("JSONDecodeError", e, e.msg, e.pos, e.lineno, e.colno, len(e.doc), end="; ")
    except Exception as e:
        print(type(e).__name__, e, end="; ")


for t in ("null", "true", "false", "0", "-0", "-0.0", "1.5e3", "1E+2", "1e-2", "12345678901234567890123", "1e999", "-1e999", "0.1", '""', '"a"', '"\\u0041\\n\\t\\"\\\\\\/\\b\\f\\r"', '"\\ud83d\\ude00"', '"\\ud83d"', '"\\ude00\\ud83d"', '"\\ud83dx"', '"é日"', "[]", "[1]", "[ 1 , 2 ]", "{}", '{"a":1}', ' {"a" : [ ] , "b":{"c":null}} ', "NaN", "-Infinity", "Infinity", '{"a":1,"a":2,"b":3}', "\t\n\r [1]\n", '["\x7f"]'):
    show(json.loads, t)
print()
for t in ("", " ", "nul", "True", "'a'", "[1", "[1,", "[1,]", "[,1]", "[1 2]", "{", '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', "{1:2}", "{a:1}", '{"a" 1}', '{"a":1 "b":2}', '"abc', '"a\nb"', '"a\tb"', '"\\x41"', '"\\u12"', '"\\u12g4"', '"\\', "01", "-", "-a", "1.", ".5", "+1", "1e", "0x10", "1 2", "[1]]", "[1] x", "\u00a0[1]", "nan", "--1", '[1, "a\n', '{"a": [1, 2, {"b": tru}]}', "[\n1,\n2,\nx]", "{\n  \"k\": 1,\n  \"j\" 2\n}", "\ufeff1", "[1,\n\n]"):
    show(json.loads, t)
print()
for v in (5, None, [1], b"[1]", bytearray(b'{"a": "\xc3\xa9"}'), memoryview(b"1"), "é".encode("utf-16"), '"é"'.encode("utf-16"), '"é"'.encode("utf-16-le"), '"é"'.encode("utf-32"), '"é"'.encode("utf-8-sig"), b'"\xff"', b""):
    show(json.loads, v)
print()
show(json.loads, '{"a": [1, {"b": 2}]}', object_hook=lambda d: sorted(d.items()))
show(json.loads, '{"b": 1, "a": {"c": 2}}', object_pairs_hook=lambda p: p)
show(json.loads, '{"b": 1}', object_hook=lambda d: "hook", object_pairs_hook=lambda p: "pairs")
show(json.loads, "[1.5, 2, 1e3]", parse_float=decimal.Decimal, parse_int=float)
show(json.loads, "[NaN, Infinity, -Infinity]", parse_constant=lambda c: c.lower())
show(json.loads, "[1]", parse_int=lambda s: 1 / 0)
show(json.loads, '"a\tb\nc"', strict=False)
show(json.loads, "[1]", nokw=1)
show(json.loads, "[1]", cls=json.JSONDecoder)
show(json.loads)
show(json.load, io.StringIO('{"x": [1]}'))
show(json.load, io.BytesIO(b'["\xc3\xa9"]'))
show(json.load, 5)
d = json.JSONDecoder()
show(d.raw_decode, '{"a":1} rest')
show(d.raw_decode, "  [1]")
show(d.raw_decode, "xx[1]", 2)
show(d.raw_decode, "x")
show(d.decode, " 5 ")
show(json.JSONDecoder(strict=False).decode, '"\x01"')
print()


class Upper(json.JSONDecoder):
    def __init__(self, **kw):
        super().__init__(object_hook=self.up, **kw)

    def up(self, d):
        return {k.upper(): v for k, v in d.items()}


print(json.loads('{"a": {"b": [{"c": 1}]}}', cls=Upper))


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __repr__(self):
        return f"Point({self.x}, {self.y})"


def as_point(d):
    return Point(**{k: v for k, v in d.items() if k != "__type__"}) if d.get("__type__") == "Point" else d


print(json.loads('{"p": {"__type__": "Point", "x": 1, "y": [2]}, "q": {"x": 5}}', object_hook=as_point))
deep = "[" * 500 + "]" * 500
v = json.loads(deep)
n = 0
while v:
    v, n = v[0], n + 1
print(n, json.dumps(json.loads(deep)) == deep)
try:
    json.loads("[" * 100000)
except RecursionError as e:
    print("RecursionError")
e = json.JSONDecodeError("msg", "line1\nline2 x", 8)
print(e, e.lineno, e.colno, repr(e), isinstance(e, ValueError))
big = "[" + ",".join(f'{{"id": {i}, "v": "{chr(97 + i % 26)}", "f": {i / 7!r}, "n": [{i}, null, true]}}' for i in range(500)) + "]"
parsed = json.loads(big)
print(len(parsed), parsed[499], sum(x["f"] for x in parsed), json.loads(json.dumps(parsed)) == parsed)
lines = [json.loads(l) for l in '{"a":1}\n{"a":2}\n\n[3]'.splitlines() if l]
print(lines)
