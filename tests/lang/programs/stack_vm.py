# An assembler and a stack machine: labels, calls, frames, traps, and a disassembler built from a decorator registry.
from dataclasses import dataclass, field


class Trap(Exception):
    def __init__(self, why, pc):
        self.why, self.pc = why, pc
        Exception.__init__(self, why, pc)

    def __str__(self):
        return f"{self.why} at {self.pc:04}"


OPS = {}


def op(name=None, *, args=0):
    def register(f):
        OPS[name or f.__name__.strip("_")] = (f, args)
        return f
    return register


@dataclass
class Machine:
    code: list
    names: dict = field(default_factory=dict)
    stack: list = field(default_factory=list)
    frames: list = field(default_factory=list)
    memory: dict = field(default_factory=lambda: {"max": 0})
    output: list = field(default_factory=list, repr=False)
    pc: int = 0
    steps: int = 0

    def pop(self, n=None):
        try:
            if n is None:
                return self.stack.pop()
            return [self.stack.pop() for _ in range(n)][::-1]
        except IndexError:
            raise Trap("stack underflow", self.pc) from None

    def run(self, limit=10_000):
        try:
            while self.steps < limit:
                name, *args = self.code[self.pc]
                self.steps += 1
                self.memory["max"] = max(self.memory["max"], len(self.stack))
                at, self.pc = self.pc, self.pc + 1
                try:
                    if OPS[name][0](self, *args) is StopIteration:
                        break
                except ZeroDivisionError as e:
                    raise Trap(str(e), at) from e
            else:
                raise Trap("step limit", self.pc)
        except IndexError:
            raise Trap("ran off the end", self.pc)
        return self

    @op(args=1)
    def push(self, v): self.stack.append(v)
    @op("pop")
    def drop(self): self.pop()
    @op()
    def dup(self): self.stack += self.stack[-1:]
    @op()
    def swap(self): self.stack[-1], self.stack[-2] = self.stack[-2], self.stack[-1]
    @op()
    def print(self): self.output.append(self.pop())
    @op(args=1)
    def jump(self, to): self.pc = to
    @op(args=1)
    def jz(self, to):
        if not self.pop():
            self.pc = to
    @op(args=1)
    def call(self, to):
        self.frames.append((self.pc, {}))
        if len(self.frames) > 50:
            raise Trap("call depth", self.pc)
        self.pc = to
    @op()
    def ret(self): self.pc, _ = self.frames.pop() if self.frames else (len(self.code), None)
    @op(args=1)
    def store(self, k): (self.frames[-1][1] if self.frames else self.memory)[k] = self.pop()
    @op(args=1)
    def load(self, k):
        for scope in [f[1] for f in self.frames[-1:]] + [self.memory]:
            if k in scope:
                return self.stack.append(scope[k])
        raise Trap(f"no variable {k}", self.pc - 1)
    @op()
    def halt(self): return StopIteration


for symbol, f in {"add": lambda a, b: a + b, "sub": lambda a, b: a - b, "mul": lambda a, b: a * b, "div": lambda a, b: a // b, "mod": lambda a, b: a % b, "lt": lambda a, b: int(a < b), "eq": lambda a, b: int(a == b)}.items():
    def binary(self, f=f):
        self.stack.append(f(*self.pop(2)))
    binary.__name__ = symbol
    op()(binary)


def assemble(text):
    labels, code, fixups = {}, [], []
    for n, line in enumerate(text.strip().split("\n"), 1):
        line = line.split(";")[0].strip()
        if line.endswith(":"):
            labels[line[:-1]] = len(code)
        elif line:
            name, *args = line.split()
            if name not in OPS:
                raise SyntaxError(f"line {n}: unknown instruction {name}")
            if len(args) != OPS[name][1]:
                raise SyntaxError(f"line {n}: {name} takes {OPS[name][1]} operands")
            if name in ("jump", "jz", "call"):
                fixups.append((len(code), args[0], n))
            code.append([name, *(int(a) if a.lstrip("-").isdigit() else a for a in args)])
    for at, label, n in fixups:
        try:
            code[at][1] = labels[label]
        except KeyError as e:
            raise SyntaxError(f"line {n}: no label {e}") from None
    return code, labels


def listing(code, labels):
    at = {}
    for name, n in labels.items():
        at.setdefault(n, []).append(name)
    for n, (name, *args) in enumerate(code):
        yield f"{','.join(at.get(n, [])):>8} {n:04} {name:6}{' '.join(map(str, args))}".rstrip()


programs = {
    "count": "push 5\nloop:\ndup\nprint\npush 1\nsub\ndup\njz done\njump loop\ndone:\nhalt",
    "fact": "push 10\ncall fact\nprint\nhalt\nfact: \nstore n\nload n\npush 2\nlt\njz rec\npush 1\nret\nrec:\nload n\nload n\npush 1\nsub\ncall fact\nmul\nret",
    "gcd": "push 1071\npush 462\nstore b\nstore a\nagain:\nload b\njz end\nload a\nload b\nmod\nload b\nstore a\nstore b\njump again\nend:\nload a\nprint\nhalt",
    "underflow": "push 1\nadd", "zero": "push 1\npush 0\ndiv", "off": "push 1", "deep": "f:\ncall f", "spin": "a:\njump a", "unknown": "load q", "bad op": "push 1\nfrob", "bad args": "push", "bad label": "jump nowhere"}
for name, text in programs.items():
    try:
        code, labels = assemble(text)
        if len(code) < 15:
            print(*listing(code, labels), sep="\n")
        m = Machine(code).run()
        print(name, m.output, m.steps, m.memory, m.stack, m.frames)
    except Trap as t:
        print(name, "trap:", t, t.args, repr(t.__cause__))
    except SyntaxError as e:
        print(name, "syntax:", e)
print(sorted(OPS), Machine([["halt"]]) == Machine([["halt"]]), Machine([["halt"]]))
