"""Random programs of typed functions: ints that outgrow 64 bits, floats, bools, texts, lists, tuples, objects, exceptions, recursion. Some
functions leave notes on the way, so that only parts of them can be typed; those tell all their variables at the end. Others
change what their callers see: lists and objects they are given, a global, a dict.

generate(seed, functions) gives the text of one program; the same arguments give the same text. Every function is called
with what it was written for, and then with values of other types, so that what a compiler expects is wrong now and then.
"""
import random

INTS = ["0", "1", "2", "3", "7", "-1", "-5", "10", "255", "1000", "2**31", "2**53 + 1", "2**62 - 1", "2**62", "-2**62", "2**63 - 1", "-2**63", "2**64", "10**30"]
FLOATS = ["0.0", "1.0", "0.5", "-2.5", "3.25", "1e10", "-1e-3", "1e300", "-0.0", "1e-320"]
TEXTS = ["''", "'a'", "'ab'", "'b'", "'Ab c'", "'é'", "'日本'", "'12'", "'a,b,,c'", "'\U0001F600x'", "'ß'"]
ODD = ["Odd('ab')", "b'ab'", "['a', 'b']", "None", "'text'", "[1, 2]", "2.5", "True", "2**70", "float('inf')", "float('nan')", "(1, 2)"]
PRELUDE = '''import math


class Point:
    def __init__(self, x, n):
        self.x = x
        self.n = n

    def scaled(self, k, more=0.5):
        return self.x * k + self.n * more

    def __call__(self, k, shift=1):
        return self.n * k + shift

    def count(self):
        return self.n + 1

    def moved(self, d):
        return Point(self.x + d, self.n)

    def __add__(self, other):
        return Point(self.x + other.x, self.n + other.n)

    def __neg__(self):
        return Point(-self.x, -self.n)

    def __repr__(self):
        return f"Point({self.x!r}, {self.n!r})"


class Heavy(Point):
    def count(self):
        return self.n * 2


class Odd(str):
    def __eq__(self, other):
        return len(self) == 2

    def __getitem__(self, index):
        return Odd("[" + str(self) + "]")

    __hash__ = str.__hash__


def show(v):
    if isinstance(v, str) and len(v) > 60:
        return f"<{len(v)} characters, {v[:20]!r}, {v[-20:]!r}>"
    if type(v) is int and v.bit_length() > 400:
        return f"<{v.bit_length()} bits, {v % 1000003}>"
    if type(v) is list:
        return "[" + ", ".join(map(show, v[:50])) + "]"
    return repr(v)


NOTES = []
TOTAL = 0
TABLE = {}


def note(*what):
    NOTES.append(what)


def attempt(name, function, *arguments):
    global TOTAL
    try:
        print(name, show(function(*arguments)))
    except Exception as error:
        print(name, type(error).__name__, str(error)[:200])
    print("   ", *map(show, arguments), show(TOTAL), *(f"{key}: {show(value)}" for key, value in TABLE.items()))
    for what in NOTES:
        print("   ", *what)
    NOTES.clear()
    TABLE.clear()
    TOTAL = 0

'''


class Function:
    """One function while it is written: its variables by type, and how deep the writing is."""

    def __init__(self, rng, known, name):
        self.rng, self.known, self.name = rng, known, name
        self.parameters = [(f"p{i}", rng.choice(["int", "int", "float", "bool", "str", "str", "ints", "floats", "point"])) for i in range(rng.randint(1, 3))]
        self.result = rng.choice(["int", "int", "float", "bool", "str", "ints", "floats", "tuple", "tuple"])
        self.items = [rng.choice(["int", "int", "float", "float", "bool", "str", "ints"]) for _ in range(rng.randint(2, 4))]      # of a tuple
        self.default = rng.choice({"int": INTS, "float": FLOATS, "str": TEXTS}.get(self.parameters[-1][1], [""])) if rng.random() < 0.4 else ""
        self.variables = {}
        for name, kind in self.parameters:
            self.variables.setdefault(kind, []).append(name)
        self.own = []                    # lists made here
        self.noisy = rng.random() < 0.4
        self.changing = rng.random() < 0.5
        self.count = 0
        self.loops = 0

    def text(self):
        lines = [f"def {self.name}({', '.join(n for n, _ in self.parameters)}{'=' + self.default if self.default else ''}):"]
        body = self.block(self.rng.randint(2, 5), 1)
        if self.changing:
            body.insert(0, "    global TOTAL")
        if self.noisy:
            body.append("    note(sorted((name, show(value)) for name, value in locals().items()))")
        return "\n".join(lines + body + [f"    return {self.expression(self.result, 2)}"])

    def tuple(self, depth):
        if self.rng.random() < 0.03:
            return self.rng.choice(["()", "(1, 2, 3)", "None"])
        return ", ".join(self.expression(kind, depth) for kind in self.items)

    def new(self, kind):
        self.count += 1
        name = f"v{self.count}"
        return name

    def variable(self, kind):
        names = self.variables.get(kind)
        return self.rng.choice(names) if names else None

    # ---- expressions ----
    def expression(self, kind, depth):
        return getattr(self, kind)(depth)

    def int(self, depth):
        r = self.rng
        name = self.variable("int")
        if depth <= 0 or r.random() < 0.25:
            return name if name and r.random() < 0.8 else f"({r.choice(INTS)})"
        a, b = self.int(depth - 1), self.int(depth - 1)
        form = r.randrange(20)
        if form == 19:
            return r.choice([f"TABLE.get(({a} & 1, {b} & 1), {self.int(0)})", f"TABLE.get({a} & 3, 0)", self.item_of_call("int", depth) or a])
        if form == 17:
            return f"{self.str(depth - 1)}.{r.choice(['find', 'count', 'rfind'])}({self.str(0)})"
        if form == 18:
            return r.choice([f"len({self.str(depth - 1)})", f"ord({self.str(0)})", f"ord({self.str(0)}[{self.int(0)} & 1])"])
        if form < 3:
            return f"({a} + {b})"
        if form < 5:
            return f"({a} - {b})"
        if form == 5:
            return f"({a} * {b})"
        if form == 6:
            return f"({a} // {b})"
        if form == 7:
            return f"({a} % {b})"
        if form == 8:
            return f"({a} {r.choice(['&', '|', '^'])} {b})"
        if form == 9:
            return f"(({a}) {r.choice(['<<', '>>'])} ({b} & 31))"
        if form == 10:
            return f"({r.choice(['-', '~', 'abs', '+'])}({a}))"
        if form == 11:
            return f"{r.choice(['min', 'max'])}({a}, {b})"
        if form == 12:
            return f"len({self.ints(depth - 1)})"
        if form == 13:
            return f"{self.ints(0)}[{self.int(0)} & 1]"
        if form == 14:
            return f"({a} if {self.bool(depth - 1)} else {b})"
        if form == 15:
            return f"sum({r.choice(['x', 'x * x', 'x & 3'])} for x in {self.ints(depth - 1)})"
        point = self.variable("point")
        calls = [f"{point}.count()", f"{point}({a})", f"{point}({a}, shift={b})", f"{point}(shift={a}, k={b})"]
        return self.call("int", depth) or (r.choice(calls) if point else a)

    def float(self, depth):
        r = self.rng
        name = self.variable("float")
        if depth <= 0 or r.random() < 0.25:
            return name if name and r.random() < 0.8 else f"({r.choice(FLOATS)})"
        a, b = self.float(depth - 1), self.float(depth - 1)
        form = r.randrange(15)
        if form == 14:
            return self.item_of_call("float", depth) or a
        if form < 6:
            return f"({a} {r.choice('+-*/')} {b})"
        if form == 6:
            return f"({self.int(depth - 1)} / {self.int(depth - 1)})"
        if form == 7:
            return f"({a} {r.choice('+-*/')} {self.int(depth - 1)})"
        if form == 8:
            return f"float({self.int(depth - 1)})"
        if form == 9:
            return f"math.{r.choice(['sqrt', 'sin', 'exp', 'log', 'fabs'])}({a})"
        if form == 10:
            return f"{r.choice(['min', 'max'])}({a}, {b})"
        if form == 11:
            return f"{self.floats(0)}[{self.int(0)} & 1]"
        if form == 12:
            return f"({a} {r.choice(['//', '%', '**'])} {b})" if r.random() < 0.5 else f"abs({a})"
        return self.call("float", depth) or (f"{self.variable('point')}.scaled({r.choice([a, f'{a}, {b}', f'k={a}', f'more={a}, k={b}'])})" if self.variable("point") else a)

    def bool(self, depth):
        r = self.rng
        name = self.variable("bool")
        if depth <= 0 or r.random() < 0.2:
            return name if name and r.random() < 0.7 else r.choice(["True", "False"])
        form = r.randrange(12)
        if form == 11:
            places = r.choice(["TABLE", "{(0, 1), (1, 1)}", "[(0, 1), (1, 0)]", "{(0, 1): 2}"])
            return f"(({self.int(depth - 1)} & 1, {r.choice([self.int(0) + ' & 1', self.float(0)])}) {r.choice(['in', 'not in'])} {places})"
        if form == 8:
            return f"({self.str(depth - 1)} {r.choice(['<', '<=', '==', '!=', '>', '>=', 'in', 'not in'])} {self.str(depth - 1)})"
        if form == 9:
            return f"{self.str(depth - 1)}.{r.choice(['isdigit()', 'isalpha()', 'isupper()', 'startswith(' + self.str(0) + ')', 'endswith(' + self.str(0) + ')'])}"
        if form == 10:
            a, b = (self.expression(r.choice(["str", "ints", "int", "float", "point"]), 0) for _ in "ab")
            return f"({a} {r.choice(['==', '!='])} {b})"
        compare = r.choice(["<", "<=", "==", "!=", ">", ">="])
        if form < 3:
            return f"({self.int(depth - 1)} {compare} {self.int(depth - 1)})"
        if form == 3:
            return f"({self.float(depth - 1)} {compare} {self.float(depth - 1)})"
        if form == 4:
            return f"({self.int(depth - 1)} {compare} {self.float(depth - 1)})"
        if form == 5:
            return f"({self.bool(depth - 1)} {r.choice(['and', 'or'])} {self.bool(depth - 1)})"
        if form == 6:
            return f"(not {self.bool(depth - 1)})"
        return f"{r.choice(['any', 'all'])}(x {compare} {self.int(0)} for x in {self.ints(depth - 1)})"

    def str(self, depth):
        r = self.rng
        name = self.variable("str")
        if depth <= 0 or r.random() < 0.25:
            return name if name and r.random() < 0.8 else f"({r.choice(TEXTS)})"
        a = self.str(depth - 1)
        form = r.randrange(11)
        if form < 3:
            return f"({a} + {self.str(depth - 1)})"
        if form == 3:
            return f"{a}[{self.int(0)} % 3]"
        if form == 4:
            return f"{a}[{r.choice([':2', '1:', '::-1', '-2:'])}]"
        if form == 5:
            return f"{a}.{r.choice(['upper', 'lower', 'strip', 'title', 'swapcase'])}()"
        if form == 6:
            return f"{a}.replace({self.str(0)}, {self.str(0)}, 3)"
        if form == 7:
            return r.choice([f"str({self.int(depth - 1)})", f"chr({self.int(0)} & 1023)", f"chr({self.int(0)})"])
        if form == 8:
            return f"({a} if {self.bool(depth - 1)} else {self.str(depth - 1)})"
        if form == 9:
            return r.choice([f"{a}.rjust({self.int(0)} & 7, '.')", f"'-'.join({a}.split({self.str(0)}))", f"{a}.partition('b')[{r.randrange(3)}]"])
        return self.call("str", depth) or a

    def list_of(self, kind, items, depth):
        r = self.rng
        name = self.variable(items)
        if name and (depth <= 0 or r.random() < 0.5):
            return name
        form = r.randrange(4) if depth > 0 else 0
        if form == 1:
            return f"[{self.expression(kind, depth - 1)} for _ in range({r.randint(2, 4)})]"
        if form == 2:
            return f"([{self.expression(kind, depth - 1)}] * {r.randint(2, 4)})"
        if form == 3 and name:
            return f"({name} + [{self.expression(kind, depth - 1)}])[{r.choice(['', ':', '-3:', '::-1'])or ':'}]"
        return f"[{self.expression(kind, depth - 1)}, {self.expression(kind, depth - 1)}]"

    def ints(self, depth):
        return self.list_of("int", "ints", depth)

    def floats(self, depth):
        return self.list_of("float", "floats", depth)

    def point(self, depth):
        name = self.variable("point")
        if name and depth <= 0:
            return name
        if name and self.rng.random() < 0.5:
            return self.rng.choice([f"({name} + {self.point(depth - 1)})", f"(-{name})", f"{name}.moved({self.float(depth - 1)})"])
        return f"{self.rng.choice(['Point', 'Heavy'])}({self.float(depth - 1)}, {self.int(depth - 1)})"

    def item_of_call(self, kind, depth):
        """One item of what a function returns as a tuple."""
        fitting = [f for f in self.known if f.result == "tuple" and kind in f.items]
        if not fitting or depth < 1:
            return None
        f = self.rng.choice(fitting[-6:])
        return f"{self.call_of(f)}[{f.items.index(kind)}]"

    def call(self, kind, depth):
        fitting = [f for f in self.known if f.result == kind]
        return self.call_of(self.rng.choice(fitting[-6:])) if fitting and depth >= 1 else None

    def call_of(self, f):
        given = [(name, self.expression(k, 0)) for name, k in f.parameters]
        if f.default and self.rng.random() < 0.5:
            given.pop()
        by_position = self.rng.randint(0, len(given)) if self.rng.random() < 0.4 else len(given)
        named = [f"{name}={value}" for name, value in given[by_position:]]
        self.rng.shuffle(named)
        return f"{f.name}({', '.join([value for _, value in given[:by_position]] + named)})"

    # ---- statements ----
    def block(self, n, indent):
        out = []
        for _ in range(n):
            out += self.statement(indent)
        return out or ["    " * indent + "pass"]

    def nested(self, n, indent):
        """A block that may not run: what it defines is not known after it."""
        saved = {k: list(v) for k, v in self.variables.items()}, list(self.own)
        out = self.block(n, indent)
        self.variables, self.own = saved
        return out

    def change(self, pad):
        """Of something that others see too."""
        r = self.rng
        kind = r.choice(["int", "float"])
        xs, point, form = self.variable(kind + "s"), self.variable("point"), r.randrange(10)
        value = self.expression(kind, 2)
        if form == 7:
            key = r.choice([f"{self.int(0)} & 3", f"{self.int(0)} & 1, {self.int(0)} & 1", self.str(0), self.int(0)])
            return r.choice([f"{pad}k = {key}\n{pad}TABLE[k] = TABLE.get(k, 0) + {value}", f"{pad}TABLE[{key}] = {value}", f"{pad}k = {key}\n{pad}if k in TABLE:\n{pad}    TABLE[k] += {value}",
                             f"{pad}TABLE[{key}] -= {value}"])
        if form == 0:
            return f"{pad}TOTAL += {self.int(1)}"
        if form == 1:
            return f"{pad}TABLE[{self.int(0)} & 3] = {value}"
        if xs and form == 2:
            return f"{pad}{xs}[0], {xs}[-1] = {xs}[-1], {value}"
        if xs and form == 3:
            i = self.int(0)
            return f"{pad}{xs}[{i} & 1], {xs}[({i} & 1) - 1] = {xs}[({i} & 1) - 1], {xs}[{i} & 1]"
        if xs and form == 4:
            return f"{pad}{xs}[{self.int(1)} % 3] {r.choice(['+=', '-=', '*='] if kind == 'float' else ['+=', '-='])} {value}"
        if xs and form == 5:
            return f"{pad}if len({xs}) < 9:\n{pad}    {xs}.append({value})"
        if xs and form == 9:
            i, j = (f"({self.int(0)} if {self.bool(1)} else {self.int(1)}) % 2" for _ in "ij")
            return f"{pad}{xs}[{i}], {xs}[{j}] = {value}, {xs}[{j}]"
        if point and form == 6:
            return f"{pad}{point}.n, {point}.x = {self.int(1)}, {point}.x + {self.float(1)}"
        if point:
            return f"{pad}{point}.{r.choice(['x += ' + self.float(1), 'n -= ' + self.int(1), 'n = ' + self.int(1)])}"
        return f"{pad}TOTAL ^= {self.int(1)}"

    def pairs(self, pad):
        """A loop over pairs of lists that only computes, and changes their numbers if it may."""
        r = self.rng
        kind = r.choice(["int", "float"])
        x, y, total, a, b = self.list_of(kind, kind + "s", 0), self.list_of(kind, kind + "s", 0), *(self.new(kind) for _ in range(3))
        place = lambda: r.choice(["0", "1", "-1", f"{self.int(0)} % 2", f"{self.int(0)} & 1"])
        item = lambda: f"{r.choice([a, b])}[{place()}]"
        out = [f"{pad}{total} = {self.expression(kind, 0)}", f"{pad}for {a}, {b} in [({x}, {y}), ({y}, {x})] * {r.randint(1, 3)}:"]
        for _ in range(r.randint(1, 4)):
            form = r.randrange(4)
            value = f"{item()} {r.choice('+-*')} {r.choice([item(), total, self.expression(kind, 0)])}"
            if form == 0 or not self.changing:
                out.append(f"{pad}    {total} = {value}")
            elif form == 1:
                out += [f"{pad}    if {item()} {r.choice(['<', '>', '=='])} {item()}:", f"{pad}        {item()} = {value}"]
            else:
                out.append(f"{pad}    {item()} {r.choice(['=', '+=', '-='])} {value}")
        self.variables.setdefault(kind, []).append(total)
        return out

    def unpacking(self, pad):
        """Of what a function returns, at once or later."""
        f = self.rng.choice([f for f in self.known if f.result == "tuple"][-6:])
        names = [self.new(kind) for kind in f.items]
        call = self.call_of(f)
        out = [f"{pad}{', '.join(names)} = {call}"]
        if self.rng.random() < 0.2:
            whole = self.new("tuple")
            out = [f"{pad}{whole} = {call}", f"{pad}{', '.join(names)} = {whole}"]
        for name, kind in zip(names, f.items):
            self.variables.setdefault(kind, []).append(name)
        return out

    def mixed(self, pad):
        """Lists of all sorts, of which one item is only used as a number."""
        r = self.rng
        total, p, m = self.new("float"), self.new("floats"), self.new("float")
        bodies = ", ".join(f"[{self.floats(0)}, {self.float(0)}]" for _ in range(r.randint(1, 3)))
        use = r.choice([f"{total} += {m} * {p}[0]", f"{total} = {total} - {m} / 2.0", f"{total} += {p}[{self.int(0)} & 1] + -{m}", f"{total} = {m} if {m} < {total} else {total}"])
        out = [f"{pad}{total} = {self.float(0)}", f"{pad}for {p}, {m} in [{bodies}]:", f"{pad}    {use}"]
        self.variables.setdefault("float", []).append(total)
        return out

    def statement(self, indent):
        r = self.rng
        pad = "    " * indent
        if r.random() < 0.08 and any(f.result == "tuple" for f in self.known):
            return self.unpacking(pad)
        if r.random() < 0.03 and self.loops < 2:
            self.loops += 1
            return self.mixed(pad)
        if self.changing and r.random() < 0.3:
            return [self.change(pad)]
        if self.noisy and r.random() < 0.12:
            return [f"{pad}note({self.loops}, show({self.expression(r.choice(['int', 'float', 'bool', 'ints']), 1)}))"]
        form = r.randrange(14)
        if form < 4 or indent > 3:
            kind = r.choice(["int", "int", "float", "bool", "str", "ints", "floats", "point"])
            value = self.expression(kind, 2)
            name = self.variable(kind) if kind in ("int", "float", "bool", "str") and r.random() < 0.5 else None
            if not name:
                name = self.new(kind)
                self.variables.setdefault(kind, []).append(name)
                if kind in ("ints", "floats") and value[0] == "[" and "Point" not in value:
                    self.own.append((name, kind))
            return [f"{pad}{name} = {value}"]
        if form < 6 and self.variable("int"):
            return [f"{pad}{self.variable('int')} {r.choice(['+=', '-=', '*=', '//=', '%=', '&='])} {self.int(1)}"]
        if form == 6 and self.variable("str") and r.random() < 0.5:
            return [f"{pad}{self.variable('str')} += {self.str(1)}"]
        if form == 6 and self.variable("float"):
            return [f"{pad}{self.variable('float')} {r.choice(['+=', '-=', '*=', '/='])} {self.float(1)}"]
        if form == 7:
            out = [f"{pad}if {self.bool(2)}:"] + self.nested(r.randint(1, 2), indent + 1)
            if r.random() < 0.5:
                out += [f"{pad}else:"] + self.nested(r.randint(1, 2), indent + 1)
            return out
        if form == 8 and self.loops < 2:
            self.loops += 1
            name = self.new("int")
            before = {k: list(v) for k, v in self.variables.items()}
            self.variables.setdefault("int", []).append(name)
            bounds = r.choice([f"{r.randint(0, 4)}", f"{r.randint(0, 2)}, {r.randint(2, 5)}", f"{r.randint(3, 6)}, 0, -{r.randint(1, 2)}", f"{self.int(0)} & 3"])
            out = [f"{pad}for {name} in range({bounds}):"] + self.nested(r.randint(1, 3), indent + 1)
            if r.random() < 0.3:
                out += [f"{pad}    if {self.bool(1)}:", f"{pad}        {r.choice(['break', 'continue'])}"]
            self.variables = before
            return out
        if form == 9 and self.loops < 2 and r.random() < 0.5:
            self.loops += 1
            before = {k: list(v) for k, v in self.variables.items()}
            if r.random() < 0.5:
                name = self.new("int")
                out = [f"{pad}{name} = 0", f"{pad}while {name} < {r.randint(1, 4)} and {self.bool(1)}:", f"{pad}    {name} += 1"]   # which nothing else changes
            else:
                a, b = self.new("int"), self.new("float")
                out = [f"{pad}for {a}, {b} in zip({self.ints(1)}, {self.floats(1)}):"]
                self.variables.setdefault("int", []).append(a)
                self.variables.setdefault("float", []).append(b)
            out += self.nested(r.randint(1, 3), indent + 1)
            if r.random() < 0.3:
                out += [f"{pad}else:"] + self.nested(1, indent + 1)
            self.variables = before
            return out
        if form == 9 and self.loops < 2:
            self.loops += 1
            kind = r.choice(["int", "float", "str"])
            name = self.new(kind)
            before = {k: list(v) for k, v in self.variables.items()}
            source = self.str(1) + "[:9]" if kind == "str" else self.expression(kind + "s", 1)
            self.variables.setdefault(kind, []).append(name)
            head = f"for {name} in {source}:"
            if r.random() < 0.4:
                index = self.new("int")
                self.variables.setdefault("int", []).append(index)
                head = f"for {index}, {name} in enumerate({source}):"
            out = [pad + head] + self.nested(r.randint(1, 2), indent + 1)
            self.variables = before
            return out
        if form == 13 and self.loops < 2:
            self.loops += 1
            return self.pairs(pad)
        if form == 10 and self.own:
            name, kind = r.choice(self.own)
            item = self.expression(kind[:-1], 1)
            return [pad + r.choice([f"{name}.append({item})", f"{name}[0] = {item}", f"{name}[-1] = {item}", f"{name}.insert(1, {item})"])]
        if form == 11:
            return [f"{pad}try:"] + self.nested(r.randint(1, 2), indent + 1) + [f"{pad}except ({r.choice(['ZeroDivisionError', 'ValueError', 'OverflowError'])}, TypeError):"] + \
                   self.nested(1, indent + 1)
        if form == 12:
            return [f"{pad}if {self.bool(1)}:", f"{pad}    return {self.expression(self.result, 1)}"]
        if form == 13:
            return [f"{pad}if {self.bool(1)} and {self.bool(1)}:", f"{pad}    raise ValueError({self.int(1)})"]
        name = self.new("int")
        value = self.int(2)
        self.variables.setdefault("int", []).append(name)
        return [f"{pad}{name} = {value}"]


def argument(rng, kind):
    if kind == "int":
        return rng.choice(INTS)
    if kind == "float":
        return rng.choice(FLOATS)
    if kind == "bool":
        return rng.choice(["True", "False"])
    if kind == "str":
        return rng.choice(TEXTS)
    if kind == "ints":
        return f"[{', '.join(rng.choice(INTS) for _ in range(rng.randint(2, 4)))}]"
    if kind == "floats":
        return f"[{', '.join(rng.choice(FLOATS) for _ in range(rng.randint(2, 4)))}]"
    return f"{rng.choice(['Point', 'Heavy'])}({rng.choice(FLOATS)}, {rng.choice(INTS[:9])})"


def generate(seed, functions):
    rng = random.Random(seed)
    known, parts = [], [PRELUDE]
    for n in range(functions):
        f = Function(rng, known, f"f{n}")
        parts.append("\n" + f.text() + "\n\n")
        known.append(f)
    for f in known:
        for _ in range(3):
            parts.append(f"attempt('{f.name}', {f.name}, {', '.join(argument(rng, k) for _, k in f.parameters)})\n")
        odd = [argument(rng, k) for _, k in f.parameters]
        odd[rng.randrange(len(odd))] = rng.choice(ODD)
        # By way of globals(), so that no call in the text tells a compiler of these types.
        parts.append(f"attempt('{f.name}', globals()['{f.name}'], {', '.join(odd)})\n")
    return "".join(parts)
