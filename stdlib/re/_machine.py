"""From trees to programs, and the machine that runs them.

A program is a list of instructions, tuples (operation, argument, argument, ...). The machine goes forward along them and keeps
a stack of what to do when it gets stuck: other places to go on from, and values of marks and counters to put back on the way.
So it needs no recursion however often a group is repeated; only looking around and atomic groups run a part of the
program in a machine of their own. Marks are the ends of groups, then the number of the group closed last, then for
each loop how often it ran and where it began last.
"""
from re import _sets
from re._parse import width

(TEXT, ONE, JUMP, SPLIT, MARK, CLOSE, RUN, LAZY_RUN, OWN_RUN, BEGIN, LOOP, AGAIN, AT, LOOK, ATOMIC, IF, DONE) = range(17)
_PUT_BACK = -1                           # in the stack: marks[second] was third
_PUT_ALL_BACK = -2                       # in the stack: marks were second
_SHORTER = -3                            # in the stack: go on at second, from third down to fourth
_LONGER = -4                             # in the stack: go on at second, one more after third, up to fourth, if it fits the fifth


class _Program:
    def __init__(self, groups, ascii_only):
        self.code = []
        self.closed = 2 * (groups + 1)   # the mark that says which group was closed last
        self.marks = self.closed + 1
        self.ascii_only = ascii_only

    def add(self, *instruction):
        self.code.append(instruction)
        return len(self.code) - 1

    def one(self, tree):
        """The test, when a tree is one character."""
        if tree[0] == "one":
            return tree[1]
        if tree[0] == "text" and len(tree[1]) == 1:
            if tree[2]:
                return _sets.same_char(tree[1], self.ascii_only)
            wanted = tree[1]
            return lambda char: char == wanted
        if tree[0] == "sequence" and len(tree[1]) == 1:
            return self.one(tree[1][0])
        return None

    def part(self, tree):
        """A piece of the program that another machine runs: where it begins."""
        jump = self.add(JUMP, 0)
        start = len(self.code)
        self.tree(tree)
        self.add(DONE)
        self.code[jump] = (JUMP, len(self.code))
        return start

    def tree(self, tree):
        kind = tree[0]
        if kind == "text":
            if not tree[2]:
                self.add(TEXT, tree[1], len(tree[1]))
            else:
                for char in tree[1]:
                    self.add(ONE, _sets.same_char(char, self.ascii_only))
        elif kind == "one":
            self.add(ONE, tree[1])
        elif kind == "sequence":
            for part in tree[1]:
                self.tree(part)
        elif kind == "either":
            self.either(tree[1])
        elif kind == "repeat":
            self.repeat(*tree[1:])
        elif kind == "group":
            self.add(MARK, 2 * tree[1])
            self.tree(tree[2])
            self.add(CLOSE, 2 * tree[1] + 1, tree[1])
        elif kind == "again":
            self.add(AGAIN, tree[1], tree[2])
        elif kind == "at":
            self.add(AT, _places[tree[1]])
        elif kind == "look":
            start = self.part(tree[3])
            self.add(LOOK, start, 0 if tree[1] else width(tree[3])[0], tree[2])
        elif kind == "atomic":
            self.add(ATOMIC, self.part(tree[1]))
        else:
            test = self.add(IF, tree[1], 0)
            self.tree(tree[2])
            jump = self.add(JUMP, 0)
            self.code[test] = (IF, tree[1], len(self.code))
            self.tree(tree[3])
            self.code[jump] = (JUMP, len(self.code))

    def either(self, branches):
        jumps = []
        for branch in branches[:-1]:
            split = self.add(SPLIT, 0)
            self.tree(branch)
            jumps.append(self.add(JUMP, 0))
            self.code[split] = (SPLIT, len(self.code))
        self.tree(branches[-1])
        for jump in jumps:
            self.code[jump] = (JUMP, len(self.code))

    def repeat(self, least, most, how, tree):
        test = self.one(tree)
        if test is not None:
            self.add({"greedy": RUN, "lazy": LAZY_RUN, "possessive": OWN_RUN}[how], test, least, most)
            return
        if how == "possessive":
            self.add(ATOMIC, self.part(("repeat", least, most, "greedy", tree)))
            return
        counter = self.marks
        self.marks += 2
        self.add(BEGIN, counter)
        loop = self.add(LOOP)
        self.tree(tree)
        self.add(JUMP, loop)
        self.code[loop] = (LOOP, counter, least, most, how == "lazy", len(self.code))


def assemble(tree, groups, ascii_only):
    """(code, how many marks, the mark of the group closed last)"""
    program = _Program(groups, ascii_only)
    program.tree(tree)
    program.add(DONE)
    return program.code, program.marks, program.closed


def _boundary(is_word):
    def at_boundary(text, at, begin, end):
        before = at > begin and is_word(text[at - 1])
        after = at < end and is_word(text[at])
        return before != after
    return at_boundary


def _no_boundary(is_word):
    at_boundary = _boundary(is_word)

    def inside(text, at, begin, end):
        return begin < end and not at_boundary(text, at, begin, end)
    return inside


_places = {
    "start": lambda text, at, begin, end: at == begin,
    "line start": lambda text, at, begin, end: at == begin or text[at - 1] == "\n",
    "end": lambda text, at, begin, end: at == end or at == end - 1 and text[at] == "\n",
    "line end": lambda text, at, begin, end: at == end or text[at] == "\n",
    "very end": lambda text, at, begin, end: at == end,
    "boundary": _boundary(_sets.is_word),
    "boundary ascii": _boundary(_sets.is_ascii_word),
    "no boundary": _no_boundary(_sets.is_word),
    "no boundary ascii": _no_boundary(_sets.is_ascii_word),
}


def _same_text(text, at, piece, end, ascii_only):
    if at + len(piece) > end:
        return False
    fold = _sets.ascii_fold if ascii_only else _sets.fold
    for i in range(len(piece)):
        if fold(text[at + i]) != fold(piece[i]):
            return False
    return True


def run(program, ascii_only, text, start, end, marks, pc, whole, moved):
    """Where the match ends that begins at start, or -1. whole: only one that ends at end; moved: not at start."""
    code, _, closed = program
    begin = 0
    at = start
    stack = []
    while True:
        instruction = code[pc]
        operation = instruction[0]
        good = True
        pc += 1
        if operation == TEXT:
            size = instruction[2]
            if at + size <= end and text.startswith(instruction[1], at):
                at += size
            else:
                good = False
        elif operation == ONE:
            if at < end and instruction[1](text[at]):
                at += 1
            else:
                good = False
        elif operation == RUN or operation == OWN_RUN:
            test, least, most = instruction[1], instruction[2], instruction[3]
            limit = end if most is None or most > end - at else at + most
            low = at + least
            while at < limit and test(text[at]):
                at += 1
            if at < low:
                good = False
            elif at > low and operation == RUN:
                stack.append((_SHORTER, pc, at - 1, low))
        elif operation == LAZY_RUN:
            test, least, most = instruction[1], instruction[2], instruction[3]
            limit = end if most is None or most > end - at else at + most
            low = at + least
            while at < low and at < limit and test(text[at]):
                at += 1
            if at < low:
                good = False
            elif at < limit:
                stack.append((_LONGER, pc, at, limit, test))
        elif operation == SPLIT:
            stack.append((instruction[1], at))
        elif operation == JUMP:
            pc = instruction[1]
        elif operation == MARK:
            which = instruction[1]
            stack.append((_PUT_BACK, which, marks[which]))
            marks[which] = at
        elif operation == CLOSE:
            which = instruction[1]
            stack.append((_PUT_BACK, which, marks[which]))
            stack.append((_PUT_BACK, closed, marks[closed]))
            marks[which] = at
            marks[closed] = instruction[2]
        elif operation == BEGIN:
            counter = instruction[1]
            stack.append((_PUT_BACK, counter, marks[counter]))
            stack.append((_PUT_BACK, counter + 1, marks[counter + 1]))
            marks[counter] = 0
            marks[counter + 1] = -1
        elif operation == LOOP:
            _, counter, least, most, lazy, exit = instruction
            count = marks[counter]
            more = count < least or (most is None or count < most) and at != marks[counter + 1]
            if more and count >= least:
                if lazy:
                    stack.append((pc, at, counter, count))
                    pc = exit
                    more = False
                else:
                    stack.append((exit, at))
            elif not more:
                pc = exit
            if more:
                stack.append((_PUT_BACK, counter, count))
                stack.append((_PUT_BACK, counter + 1, marks[counter + 1]))
                marks[counter] = count + 1
                marks[counter + 1] = at
        elif operation == AGAIN:
            first, last = marks[2 * instruction[1]], marks[2 * instruction[1] + 1]
            if last < first or last < 0:
                good = False
            else:
                piece = text[first:last]
                if _same_text(text, at, piece, end, ascii_only) if instruction[2] else at + len(piece) <= end and text.startswith(piece, at):
                    at += len(piece)
                else:
                    good = False
        elif operation == AT:
            good = instruction[1](text, at, begin, end)
        elif operation == LOOK:
            _, part, back, wanted = instruction
            before = marks[:]
            found = at >= back and run(program, ascii_only, text, at - back, end if not back else at, marks, part, False, False) >= 0
            good = found == wanted
            if not wanted or not found:
                marks[:] = before
            elif marks != before:
                stack.append((_PUT_ALL_BACK, before))
        elif operation == ATOMIC:
            before = marks[:]
            reached = run(program, ascii_only, text, at, end, marks, instruction[1], False, False)
            good = reached >= 0
            if good:
                at = reached
                if marks != before:
                    stack.append((_PUT_ALL_BACK, before))
            else:
                marks[:] = before
        elif operation == IF:
            last = marks[2 * instruction[1] + 1]
            if last < 0:
                pc = instruction[2]
        else:
            good = not (whole and at != end or moved and at == start)
            if good:
                return at
        while not good:
            if not stack:
                return -1
            entry = stack.pop()
            what = entry[0]
            if what >= 0:
                pc, at = what, entry[1]
                if len(entry) == 4:              # one more round of a lazy loop
                    counter = entry[2]
                    stack.append((_PUT_BACK, counter, marks[counter]))
                    stack.append((_PUT_BACK, counter + 1, marks[counter + 1]))
                    marks[counter] = entry[3] + 1
                    marks[counter + 1] = at
                good = True
            elif what == _PUT_BACK:
                marks[entry[1]] = entry[2]
            elif what == _SHORTER:
                pc, at = entry[1], entry[2]
                if at > entry[3]:
                    stack.append((_SHORTER, pc, at - 1, entry[3]))
                good = True
            elif what == _LONGER:
                at = entry[2]
                if entry[4](text[at]):
                    pc = entry[1]
                    at += 1
                    if at < entry[3]:
                        stack.append((_LONGER, pc, at, entry[3], entry[4]))
                    good = True
            else:
                marks[:] = entry[1]
