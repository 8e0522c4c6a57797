"""Annotations given as text: names, attributes, subscripts, | and constants, which is what annotations are made of."""


class _Parser:
    def __init__(self, text, namespaces):
        self.text, self.at, self.namespaces = text, 0, namespaces

    def peek(self):
        while self.at < len(self.text) and self.text[self.at].isspace():
            self.at += 1
        return self.text[self.at:self.at + 1]

    def take(self, token):
        self.peek()
        if self.text.startswith(token, self.at):
            self.at += len(token)
            return True
        return False

    def fail(self):
        raise SyntaxError(f"Forward reference must be an expression -- got {self.text!r}")

    def expression(self):
        value = self.postfix()
        while self.take("|"):
            value = value | self.postfix()
        return value

    def items(self, closing):
        values, comma = [], False
        while not self.take(closing):
            values.append(self.expression())
            comma = self.take(",")
            if not comma and self.peek() != closing:
                self.fail()
        return values, comma

    def postfix(self):
        value = self.atom()
        while True:
            if self.take("["):
                values, comma = self.items("]")
                value = value[tuple(values) if comma or len(values) != 1 else values[0]]
            elif self.peek() == "." and not self.text.startswith("...", self.at):
                self.at += 1
                value = getattr(value, self.word())
            else:
                return value

    def word(self):
        self.peek()
        start = self.at
        while self.at < len(self.text) and (self.text[self.at] == "_" or self.text[self.at].isalnum()):
            self.at += 1
        return self.text[start:self.at] or self.fail()

    def atom(self):
        c = self.peek()
        if self.take("..."):
            return ...
        if self.take("["):
            return self.items("]")[0]
        if self.take("("):
            values, comma = self.items(")")
            return tuple(values) if comma or not values else values[0]
        if c and c in "'\"":
            end = self.text.find(c, self.at + 1)
            if end < 0:
                self.fail()
            piece, self.at = self.text[self.at + 1:end], end + 1
            return piece
        if self.take("-"):
            return -self.atom()
        name = self.word()
        if name[0].isdigit():
            return int(name, 0)
        if name in ("None", "True", "False"):
            return {"None": None, "True": True, "False": False}[name]
        for names in self.namespaces:
            if name in names:
                return names[name]
        raise NameError(f"name {name!r} is not defined")


def evaluate(text, namespaces):
    parser = _Parser(text, namespaces)
    value = parser.expression()
    if parser.peek():
        parser.fail()
    return value
