"""An optimising interpreter of a famous tiny language: bracket matching, folding of runs, output as text."""


class ProgramError(Exception):
    pass


def compile_program(source):
    code, stack = [], []
    for position, c in enumerate(source):
        if c not in "+-<>.,[]":
            continue
        if c in "+-<>":
            delta = 1 if c in "+>" else -1
            kind = "add" if c in "+-" else "move"
            if code and code[-1][0] == kind:
                code[-1] = (kind, code[-1][1] + delta)
                if not code[-1][1]:
                    code.pop()
            else:
                code.append((kind, delta))
        elif c == "[":
            stack.append((len(code), position))
            code.append(("loop", None))
        elif c == "]":
            if not stack:
                raise ProgramError(f"unmatched ] at {position}")
            start, _ = stack.pop()
            if code[start + 1:] == [("add", -1)]:
                del code[start:]
                code.append(("clear", 0))
            else:
                code[start] = ("loop", len(code) + 1)
                code.append(("back", start))
        else:
            code.append(("out" if c == "." else "in", 0))
    if stack:
        raise ProgramError(f"unmatched [ at {stack[-1][1]}")
    return code


def run(code, text=""):
    tape, at, pc, out, feed, steps = [0] * 50, 0, 0, [], iter(text), 0
    while pc < len(code):
        kind, n = code[pc]
        steps += 1
        pc += 1
        if kind == "add":
            tape[at] = (tape[at] + n) % 256
        elif kind == "move":
            at += n
            if at >= len(tape):
                tape.extend([0] * 50)
            if at < 0:
                raise ProgramError("moved left of the tape")
        elif kind == "clear":
            tape[at] = 0
        elif kind == "loop":
            if not tape[at]:
                pc = n
        elif kind == "back":
            if tape[at]:
                pc = n
        elif kind == "out":
            out.append(chr(tape[at]))
        else:
            tape[at] = ord(next(feed, "\0"))
    return "".join(out), steps


HELLO = "++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.<-.<.+++.------.--------.>>+.>++."
print(run(compile_program(HELLO)))
print(compile_program("+-++[-]>><."))
print(repr(run(compile_program(">,[>,]<[.<]"), "abc")[0]))
for bad in ("[[]", "+]", "<"):
    try:
        print(run(compile_program(bad)))
    except ProgramError as e:
        print(e)
