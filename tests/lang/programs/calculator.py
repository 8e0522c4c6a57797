# A tokenizer, a recursive-descent parser, an evaluator and a printer for arithmetic with variables and functions.
import math


class Token:
    __slots__ = ("kind", "text", "pos")

    def __init__(self, kind, text, pos):
        self.kind, self.text, self.pos = kind, text, pos

    def __repr__(self):
        return f"{self.kind}:{self.text!r}@{self.pos}"


class CalcError(Exception):
    def __init__(self, message, pos):
        super().__init__(f"{message} at {pos}")
        self.pos = pos


def tokenize(text):
    i = 0
    while i < len(text):
        c = text[i]
        if c.isspace():
            i += 1
        elif c.isdigit() or c == "." and text[i + 1:i + 2].isdigit():
            start = i
            while i < len(text) and (text[i].isdigit() or text[i] in ".eE" or text[i] in "+-" and text[i - 1] in "eE"):
                i += 1
            yield Token("num", text[start:i], start)
        elif c.isidentifier():
            start = i
            while i < len(text) and (text[i].isidentifier() or text[i].isdigit()):
                i += 1
            yield Token("name", text[start:i], start)
        else:
            for op in ("**", "//", "<=", ">=", "==", "!=", *"+-*/%()=,<>?:!"):
                if text.startswith(op, i):
                    yield Token("op", op, i)
                    i += len(op)
                    break
            else:
                raise CalcError(f"bad character {c!r}", i)
    yield Token("end", "", len(text))


class Node:
    def __init__(self, *children):
        self.children = children

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(map(repr, self.children))})"

    def eval(self, env):
        raise NotImplementedError


class Num(Node):
    def eval(self, env): return self.children[0]


class Var(Node):
    def eval(self, env):
        try:
            return env[self.children[0]]
        except KeyError:
            raise CalcError(f"unknown name {self.children[0]}", self.children[1]) from None


class Bin(Node):
    ops = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a / b, "//": lambda a, b: a // b,
           "%": lambda a, b: a % b, "**": lambda a, b: a ** b, "<": lambda a, b: a < b, ">": lambda a, b: a > b, "<=": lambda a, b: a <= b,
           ">=": lambda a, b: a >= b, "==": lambda a, b: a == b, "!=": lambda a, b: a != b}

    def eval(self, env):
        op, left, right = self.children
        return self.ops[op](left.eval(env), right.eval(env))


class Neg(Node):
    def eval(self, env): return -self.children[0].eval(env)


class Cond(Node):
    def eval(self, env):
        c, a, b = self.children
        return a.eval(env) if c.eval(env) else b.eval(env)


class Call(Node):
    def eval(self, env):
        f, args = self.children
        return f.eval(env)(*(a.eval(env) for a in args))


class Assign(Node):
    def eval(self, env):
        name, value = self.children
        env[name] = value.eval(env)
        return env[name]


class Define(Node):
    def eval(self, env):
        name, params, body = self.children

        def function(*args):
            if len(args) != len(params):
                raise TypeError(f"{name}() takes {len(params)} arguments, got {len(args)}")
            return body.eval({**env, **dict(zip(params, args))})
        env[name] = function
        return name


class Parser:
    levels = [("==", "!="), ("<", ">", "<=", ">="), ("+", "-"), ("*", "/", "//", "%")]

    def __init__(self, text):
        self.tokens = list(tokenize(text))
        self.at = 0

    @property
    def now(self):
        return self.tokens[self.at]

    def accept(self, *texts):
        if self.now.kind == "op" and self.now.text in texts:
            self.at += 1
            return self.tokens[self.at - 1]

    def expect(self, text):
        if not (t := self.accept(text)):
            raise CalcError(f"expected {text!r}, got {self.now.text or 'end'!r}", self.now.pos)
        return t

    def statement(self):
        kinds = [t.kind + t.text for t in self.tokens[self.at:self.at + 2]]
        if self.now.kind == "name" and len(kinds) > 1 and kinds[1] == "op=":
            name = self.now.text
            self.at += 2
            node = Assign(name, self.conditional())
        elif self.now.kind == "name" and self.now.text == "def":
            self.at += 1
            name = self.now.text
            self.at += 1
            self.expect("(")
            params = []
            while not self.accept(")"):
                params.append(self.now.text)
                self.at += 1
                self.accept(",")
            self.expect("=")
            node = Define(name, params, self.conditional())
        else:
            node = self.conditional()
        if self.now.kind != "end":
            raise CalcError(f"unexpected {self.now.text!r}", self.now.pos)
        return node

    def conditional(self):
        c = self.binary(0)
        if self.accept("?"):
            a = self.conditional()
            self.expect(":")
            return Cond(c, a, self.conditional())
        return c

    def binary(self, level):
        if level == len(self.levels):
            return self.unary()
        left = self.binary(level + 1)
        while op := self.accept(*self.levels[level]):
            left = Bin(op.text, left, self.binary(level + 1))
        return left

    def unary(self):
        if self.accept("-"):
            return Neg(self.unary())
        base = self.postfix()
        if self.accept("**"):
            return Bin("**", base, self.unary())
        return base

    def postfix(self):
        node = self.primary()
        while self.accept("("):
            args = []
            while not self.accept(")"):
                args.append(self.conditional())
                if not self.accept(","):
                    self.expect(")")
                    break
            node = Call(node, args)
        return node

    def primary(self):
        t = self.now
        self.at += 1
        if t.kind == "num":
            return Num(float(t.text) if set(t.text) & set(".eE") else int(t.text))
        if t.kind == "name":
            return Var(t.text, t.pos)
        if t.text == "(":
            node = self.conditional()
            self.expect(")")
            return node
        raise CalcError(f"unexpected {t.text or 'end'!r}", t.pos)


env = {"pi": math.pi, "sqrt": math.sqrt, "max": max, "min": min}
program = """1 + 2 * 3
-2 ** 2
(1 + 2) * -3
2 ** 3 ** 2
x = 10
y = x / 4
x // 3 + x % 3
x > 5 ? x : -x
sqrt(2) * sqrt(2)
max(1, x, y)
def square(n) = n * n
square(square(3))
def fact(n) = n < 2 ? 1 : n * fact(n - 1)
fact(20)
def hyp(a, b) = sqrt(square(a) + square(b))
hyp(3, 4)
1 +
2 $ 3
(1 + 2
unknown + 1
fact(1, 2)
1 / 0
1.5e3 + .5
1 < 2 == 1
3 4"""
for line in program.split("\n"):
    try:
        tree = Parser(line).statement()
        print(f"{line:40} {tree.eval(env)!r}")
    except CalcError as e:
        print(f"{line:40} error: {e}\n{'':{e.pos}}^")
    except (TypeError, ZeroDivisionError) as e:
        print(f"{line:40} {type(e).__name__}: {e}")
print(Parser("a = b ? -c * 2 : f(1, x)").statement())
print(list(tokenize("x1 <= 2.5")))
