"""Tokenising and evaluating arithmetic text character by character (string indexing, methods, recursion)."""


class Token:
    __slots__ = ("kind", "text", "position")

    def __init__(self, kind, text, position):
        self.kind = kind
        self.text = text
        self.position = position


def tokens(source):
    i, n = 0, len(source)
    while i < n:
        c = source[i]
        if c.isspace():
            i += 1
        elif c.isdigit():
            start = i
            while i < n and (source[i].isdigit() or source[i] == "."):
                i += 1
            yield Token("number", source[start:i], start)
        elif c.isalpha() or c == "_":
            start = i
            while i < n and (source[i].isalnum() or source[i] == "_"):
                i += 1
            yield Token("name", source[start:i], start)
        elif c in "+-*/()=;":
            yield Token(c, c, i)
            i += 1
        else:
            raise SyntaxError(f"unexpected {c!r} at {i}")
    yield Token("end", "", n)


class Parser:
    def __init__(self, source):
        self.tokens = list(tokens(source))
        self.at = 0
        self.names = {}

    def peek(self):
        return self.tokens[self.at].kind

    def take(self, kind):
        token = self.tokens[self.at]
        if token.kind != kind:
            raise SyntaxError(f"expected {kind}, found {token.kind} at {token.position}")
        self.at += 1
        return token.text

    def program(self):
        result = 0
        while self.peek() != "end":
            name = self.take("name")
            self.take("=")
            result = self.names[name] = self.expression()
            self.take(";")
        return result

    def expression(self):
        value = self.term()
        while self.peek() in ("+", "-"):
            if self.take(self.peek()) == "+":
                value += self.term()
            else:
                value -= self.term()
        return value

    def term(self):
        value = self.factor()
        while self.peek() in ("*", "/"):
            if self.take(self.peek()) == "*":
                value = value * self.factor() % 1000003
            else:
                value = value // (self.factor() or 1)
        return value

    def factor(self):
        kind = self.peek()
        if kind == "number":
            return int(self.take("number"))
        if kind == "name":
            return self.names.get(self.take("name"), 1)
        if kind == "-":
            self.take("-")
            return -self.factor()
        self.take("(")
        value = self.expression()
        self.take(")")
        return value


source = "\n".join(f"value_{n} = (value_{n - 1} + {n * 37}) * ({n} - 3 / 2) - -value_{n // 2} * 7;" for n in range(1, 20001))
parser = Parser(source)
print(parser.program(), len(parser.tokens), len(parser.names))
