# A JSON parser and writer of one's own with positions in errors, a schema checker, a path query and a diff.
class JSONError(ValueError):
    def __init__(self, msg, text, pos):
        self.line = text.count("\n", 0, pos) + 1
        self.col = pos - (text.rfind("\n", 0, pos) + 1) + 1
        super().__init__(f"{msg} at {self.line}:{self.col}")


class Parser:
    escapes = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "/": "/", "\\": "\\", '"': '"'}
    words = {"true": True, "false": False, "null": None}

    def __init__(self, text): self.text, self.i = text, 0
    def fail(self, msg, at=None): raise JSONError(msg, self.text, self.i if at is None else at)

    def skip(self):
        while self.text[self.i:self.i + 1] in (" ", "\n", "\t", "\r"): self.i += 1

    def take(self, c):
        if self.text.startswith(c, self.i):
            self.i += len(c)
            return True
        return False

    def parse(self):
        v = self.value()
        self.skip()
        if self.i < len(self.text): self.fail("trailing data")
        return v

    def value(self):
        self.skip()
        match self.text[self.i:self.i + 1]:
            case "{": return dict(self.items("{", "}", self.pair))
            case "[": return list(self.items("[", "]", self.value))
            case '"': return self.string()
            case "": self.fail("unexpected end")
            case c if c in "-0123456789": return self.number()
        for w, v in self.words.items():
            if self.take(w): return v
        self.fail(f"unexpected {self.text[self.i]!r}")

    def items(self, opening, closing, item):
        self.take(opening)
        self.skip()
        if self.take(closing): return
        while True:
            yield item()
            self.skip()
            if self.take(closing): return
            if not self.take(","): self.fail(f"expected ',' or {closing!r}")

    def pair(self):
        self.skip()
        if self.text[self.i:self.i + 1] != '"': self.fail("expected a key")
        k = self.string()
        self.skip()
        if not self.take(":"): self.fail("expected ':'")
        return k, self.value()

    def string(self):
        start, self.i, out = self.i, self.i + 1, []
        while True:
            c = self.text[self.i:self.i + 1]
            self.i += 1
            if c == "": self.fail("unterminated string", start)
            if c == '"': return "".join(out)
            if c == "\\":
                c = self.text[self.i:self.i + 1]
                self.i += 1
                if c == "u":
                    try:
                        code = int(self.text[self.i:self.i + 4], 16)
                    except ValueError:
                        self.fail("bad \\u escape")
                    self.i += 4
                    if 0xD800 <= code < 0xDC00 and self.take("\\u"):
                        code = 0x10000 + (code - 0xD800) * 0x400 + int(self.text[self.i:self.i + 4], 16) - 0xDC00
                        self.i += 4
                    c = chr(code)
                elif c in self.escapes and c: c = self.escapes[c]
                else: self.fail(f"bad escape {c!r}", self.i - 1)
            out.append(c)

    def number(self):
        start = self.i
        while self.text[self.i:self.i + 1] and self.text[self.i] in "+-.eE0123456789": self.i += 1
        t = self.text[start:self.i]
        try:
            return int(t) if t.lstrip("-").isdigit() else float(t)
        except ValueError:
            self.fail(f"bad number {t!r}", start)


def dump(v, indent=None, level=0):
    pad = "\n" + " " * indent * (level + 1) if indent else ""
    end = "\n" + " " * indent * level if indent else ""
    match v:
        case None: return "null"
        case bool(): return str(v).lower()
        case int() | float(): return repr(v)
        case str(): return '"' + "".join({'"': '\\"', "\\": "\\\\", "\n": "\\n"}.get(c) or (c if " " <= c < "\x7f" else f"\\u{ord(c):04x}" if ord(c) < 0x10000 else c) for c in v) + '"'
        case [] | (): return "[]"
        case [*items]: return "[" + ("," if indent else ", ").join(pad + dump(i, indent, level + 1) for i in items) + end + "]"
        case {**d} if not d: return "{}"
        case {**d}: return "{" + ("," if indent else ", ").join(f"{pad}{dump(str(k))}: {dump(x, indent, level + 1)}" for k, x in d.items()) + end + "}"
        case _: raise TypeError(f"cannot write {type(v).__name__}")


doc = """ {"name": "Ann \\"A\\" \\u00e9\\ud83d\\ude00", "age": 41, "tags": ["x", [], {}, [1.5, -2e3, 0]],
  "ok": true, "none": null, "nested": {"a": {"b": [{"c": 1}, {"c": 2}]}}, "esc": "a\\nb\\t\\\\" } """
data = Parser(doc).parse()
print(data)
print(dump(data))
print(dump({"a": [1, {"b": ()}], "c": {}}, 2))
assert Parser(dump(data)).parse() == data == Parser(dump(data, 3)).parse()
for bad in ('{"a": }', "[1, 2", '{"a" 1}', '"abc', "[1,]", "tru", '{"k": "\\x"}', "1.2.3", "", '{"a": 1} x', "[\n1,\n  ?]", '{1: 2}', '"\\u12"'):
    try:
        print(Parser(bad).parse())
    except JSONError as e:
        print(f"{bad!r:16} {e}")
for bad in ({1, 2}, object, [1, {"x": b"y"}]):
    try:
        dump(bad)
    except TypeError as e:
        print(e)


def query(v, path):
    if not path:
        yield v
        return
    first, *rest = path
    if first == "*":
        for x in v.values() if isinstance(v, dict) else v if isinstance(v, list) else ():
            yield from query(x, rest)
    elif first == "**":
        yield from query(v, rest)
        for x in v.values() if isinstance(v, dict) else v if isinstance(v, list) else ():
            yield from query(x, path)
    else:
        try:
            yield from query(v[first], rest)
        except (KeyError, IndexError, TypeError):
            pass


print(list(query(data, ["nested", "a", "b", "*", "c"])), list(query(data, ["**", "c"])), list(query(data, ["tags", 3, 0])), list(query(data, ["no", "way"])))


def check(v, schema, at="$"):
    match schema:
        case type() as t:
            if not isinstance(v, t): yield f"{at}: expected {t.__name__}, got {type(v).__name__}"
        case [inner]:
            if not isinstance(v, list): yield f"{at}: expected a list"
            else:
                for i, x in enumerate(v): yield from check(x, inner, f"{at}[{i}]")
        case {**fields}:
            for k, s in fields.items():
                optional, k = k.endswith("?"), k.rstrip("?")
                if k in v: yield from check(v[k], s, f"{at}.{k}")
                elif not optional: yield f"{at}.{k}: missing"
        case set() as allowed:
            if v not in allowed: yield f"{at}: {v!r} not in {sorted(allowed)}"
        case f if callable(f):
            if not f(v): yield f"{at}: failed {f.__name__}"


def positive(v): return isinstance(v, int) and v > 0


print(list(check(data, {"name": str, "age": positive, "tags": [str], "ok": {True, False}, "zip": int, "phone?": str, "nested": {"a": {"b": [{"c": {1, 3}}]}}})))


def diff(a, b, at=""):
    if type(a) is not type(b): yield at, a, b
    elif isinstance(a, dict):
        for k in {**a, **b}:
            if k not in a: yield f"{at}/{k}", ..., b[k]
            elif k not in b: yield f"{at}/{k}", a[k], ...
            else: yield from diff(a[k], b[k], f"{at}/{k}")
    elif isinstance(a, list):
        for i in range(max(len(a), len(b))):
            if i >= len(a): yield f"{at}/{i}", ..., b[i]
            elif i >= len(b): yield f"{at}/{i}", a[i], ...
            else: yield from diff(a[i], b[i], f"{at}/{i}")
    elif a != b: yield at, a, b


print(list(diff({"a": 1, "b": [1, 2], "c": {"x": 1}}, {"a": 2, "b": [1, 3, 4], "c": {"y": 1}, "d": None})))
