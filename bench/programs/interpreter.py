"""An interpreter of a tiny stack machine running a program of its own (dispatch by if chains and by dictionary)."""


class Machine:
    def __init__(self, code):
        self.code = code
        self.stack = []
        self.variables = {}
        self.pc = 0
        self.steps = 0
        self.handlers = {
            "push": self.op_push, "load": self.op_load, "store": self.op_store, "add": self.op_add, "sub": self.op_sub,
            "mul": self.op_mul, "mod": self.op_mod, "less": self.op_less, "jump_if_false": self.op_jump_if_false, "jump": self.op_jump,
        }

    def op_push(self, argument):
        self.stack.append(argument)

    def op_load(self, argument):
        self.stack.append(self.variables[argument])

    def op_store(self, argument):
        self.variables[argument] = self.stack.pop()

    def op_add(self, argument):
        b = self.stack.pop()
        self.stack[-1] += b

    def op_sub(self, argument):
        b = self.stack.pop()
        self.stack[-1] -= b

    def op_mul(self, argument):
        b = self.stack.pop()
        self.stack[-1] *= b

    def op_mod(self, argument):
        b = self.stack.pop()
        self.stack[-1] %= b

    def op_less(self, argument):
        b = self.stack.pop()
        self.stack.append(self.stack.pop() < b)

    def op_jump_if_false(self, argument):
        if not self.stack.pop():
            self.pc = argument

    def op_jump(self, argument):
        self.pc = argument

    def run(self):
        code, handlers = self.code, self.handlers
        while self.pc < len(code):
            name, argument = code[self.pc]
            self.pc += 1
            self.steps += 1
            handlers[name](argument)
        return self.variables


def assemble(text):
    labels, code = {}, []
    for line in text.splitlines():
        words = line.split()
        if not words:
            continue
        if words[0].endswith(":"):
            labels[words[0][:-1]] = len(code)
        else:
            code.append((words[0], words[1] if len(words) > 1 else None))
    return [(name, labels[arg] if name.startswith("jump") else int(arg) if name == "push" else arg) for name, arg in code]


PROGRAM = """
    push 0
    store total
    push 0
    store i
loop:
    load i
    push 60000
    less
    jump_if_false end
    load total
    load i
    load i
    mul
    add
    push 1000003
    mod
    store total
    load i
    push 1
    add
    store i
    jump loop
end:
"""

machine = Machine(assemble(PROGRAM))
print(machine.run(), machine.steps)
