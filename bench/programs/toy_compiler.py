"""A toy language: a tokenizer by pattern, a parser to data classes, a compiler by visitor, a stack machine."""
from dataclasses import dataclass, field
import re
TOKEN = re.compile('\\s*(?:(\\d+)|([A-Za-z_]\\w*)|(==|<=|[-+*/%<>=(){};,]))')


@dataclass
class Num:
    value: int


@dataclass
class Var:
    name: str


@dataclass
class Bin:
    op: str
    left: object
    right: object


@dataclass
class Assign:
    name: str
    value: object


@dataclass
class While:
    test: object
    body: list


@dataclass
class If:
    test: object
    body: list


@dataclass
class Print:
    value: object


class Parser:

    def __init__(self, text):
        self.toks = [m.group().strip() for m in TOKEN.finditer(text)]
        self.i = 0

    def peek(self):
        return self.toks[self.i] if self.i < len(self.toks) else None

    def next(self):
        t = self.toks[self.i]
        self.i += 1
        return t

    def expect(self, t):
        got = self.next()
        if got != t:
            raise SyntaxError(f'expected {t}, got {got}')

    def block(self):
        self.expect('{')
        out = []
        while self.peek() != '}':
            out.append(self.statement())
        self.expect('}')
        return out

    def statement(self):
        t = self.next()
        if t == 'while':
            test = self.expr()
            return While(test, self.block())
        if t == 'if':
            test = self.expr()
            return If(test, self.block())
        if t == 'print':
            v = self.expr()
            self.expect(';')
            return Print(v)
        self.expect('=')
        v = self.expr()
        self.expect(';')
        return Assign(t, v)
    LEVELS = [('==', '<', '>', '<='), ('+', '-'), ('*', '/', '%')]

    def expr(self, level=0):
        if level == len(self.LEVELS):
            return self.atom()
        left = self.expr(level + 1)
        while self.peek() in self.LEVELS[level]:
            op = self.next()
            left = Bin(op, left, self.expr(level + 1))
        return left

    def atom(self):
        t = self.next()
        if t == '(':
            e = self.expr()
            self.expect(')')
            return e
        return Num(int(t)) if t.isdigit() else Var(t)


class Compiler:

    def __init__(self):
        self.code = []

    def emit(self, op, arg=None):
        self.code.append((op, arg))
        return len(self.code) - 1

    def visit(self, node):
        return getattr(self, 'visit_' + type(node).__name__)(node)

    def visit_Num(self, n):
        self.emit('push', n.value)

    def visit_Var(self, n):
        self.emit('load', n.name)

    def visit_Bin(self, n):
        self.visit(n.left)
        self.visit(n.right)
        self.emit('bin', n.op)

    def visit_Assign(self, n):
        self.visit(n.value)
        self.emit('store', n.name)

    def visit_Print(self, n):
        self.visit(n.value)
        self.emit('print')

    def visit_While(self, n):
        start = len(self.code)
        self.visit(n.test)
        out = self.emit('jz')
        for s in n.body:
            self.visit(s)
        self.emit('jmp', start)
        self.code[out] = ('jz', len(self.code))

    def visit_If(self, n):
        self.visit(n.test)
        out = self.emit('jz')
        for s in n.body:
            self.visit(s)
        self.code[out] = ('jz', len(self.code))


OPS = {
    '+': lambda a, b: a + b, '-': lambda a, b: a - b, '*': lambda a, b: a * b, '/': lambda a, b: a // b, '%': lambda a, b: a % b,
    '<': lambda a, b: int(a < b), '>': lambda a, b: int(a > b), '==': lambda a, b: int(a == b), '<=': lambda a, b: int(a <= b),
}


def run(code):
    stack, env, pc, out, steps = ([], {}, 0, [], 0)
    while pc < len(code):
        op, arg = code[pc]
        pc += 1
        steps += 1
        if op == 'push':
            stack.append(arg)
        elif op == 'load':
            stack.append(env[arg])
        elif op == 'store':
            env[arg] = stack.pop()
        elif op == 'bin':
            b = stack.pop()
            a = stack.pop()
            stack.append(OPS[arg](a, b))
        elif op == 'jz':
            if not stack.pop():
                pc = arg
        elif op == 'jmp':
            pc = arg
        elif op == 'print':
            out.append(stack.pop())
    return (out, steps)


SRC = """
n = 1; count = 0;
while count < 400 {
    n = n + 1; d = 2; p = 1;
    while d * d <= n { if n % d == 0 { p = 0; d = n; } d = d + 1; }
    if p == 1 { count = count + 1; s = s0 + n; s0 = s; }
}
print s0; print n;
"""
c = Compiler()
c.code.append(('push', 0))
c.code.append(('store', 's0'))
p = Parser(SRC)
while p.peek() is not None:
    c.visit(p.statement())


print(run(c.code))
for _ in range(60):
    p = Parser(SRC * 5)
    c2 = Compiler()
    while p.peek() is not None:
        c2.visit(p.statement())


print(len(c2.code))
