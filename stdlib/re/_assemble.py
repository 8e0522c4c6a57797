"""From trees to the programs that _regex runs: lists of ints, an operation and its operands after the other."""
import _regex
from _regex import (AGAIN, ANY, ASCII_BOUNDARY, AT, ATOMIC, BEGIN, BOUNDARY, CHAR, CLOSE, DONE, END, IF, JUMP, LAZY_RUN, LINE_END,
                    LINE_START, LOOK, LOOP, MARK, NO_ASCII_BOUNDARY, NO_BOUNDARY, NO_LIMIT, NOT_NEWLINE, ONE, OWN_RUN, RUN, SET,
                    SPLIT, START, TEXT, VERY_END)
from re._parse import width

_PLACES = {"start": START, "line start": LINE_START, "end": END, "line end": LINE_END, "very end": VERY_END,
           "boundary": BOUNDARY, "boundary ascii": ASCII_BOUNDARY, "no boundary": NO_BOUNDARY, "no boundary ascii": NO_ASCII_BOUNDARY}
_RUNS = {"greedy": RUN, "lazy": LAZY_RUN, "possessive": OWN_RUN}


def assemble(tree, parser, groups):
    """The Pattern for what a parser made of its text."""
    ascii_only = parser.ascii_only(parser.flags)
    program = _Program(tree, groups, ascii_only)
    return _regex.compile(parser.pattern, parser.flags, parser.names, groups, program.marks, ascii_only, program.code,
                          list(program.numbers))


class _Program:
    """marks counts two for each group, the group closed last, and two for each loop: its rounds and where the last one began."""

    def __init__(self, tree, groups, ascii_only):
        self.code = []
        self.numbers = {}                # of sets
        self.marks = 2 * (groups + 1) + 1
        self.ascii_only = ascii_only
        self.tree(tree)
        self.add(DONE)

    def add(self, *words):
        self.code.extend(words)
        return len(self.code)

    def set(self, chars):
        return SET, self.numbers.setdefault(chars, len(self.numbers))

    def one(self, tree):
        """The test, when a tree is one character."""
        if tree[0] == "one":
            return (ANY, 0) if tree[1] == "any" else (NOT_NEWLINE, 0) if tree[1] == "not newline" else self.set(tree[1])
        if tree[0] == "text" and len(tree[1]) == 1:
            char = ord(tree[1])
            return self.set((False, True, self.ascii_only, 0, (char, char))) if tree[2] else (CHAR, char)
        if tree[0] == "sequence" and len(tree[1]) == 1:
            return self.one(tree[1][0])
        return None

    def part(self, tree):
        """A piece of the program that is run by itself: where it begins."""
        start = self.add(JUMP, 0)
        self.tree(tree)
        self.code[start - 1] = self.add(DONE)
        return start

    def tree(self, tree):
        kind = tree[0]
        if kind == "text":
            if tree[2]:
                for char in tree[1]:
                    self.add(ONE, *self.one(("text", char, True)))
            elif len(tree[1]) == 1:
                self.add(ONE, CHAR, ord(tree[1]))
            else:
                self.add(TEXT, len(tree[1]), *map(ord, tree[1]))
        elif kind == "one":
            self.add(ONE, *self.one(tree))
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
            self.add(AGAIN, tree[1], int(tree[2]))
        elif kind == "at":
            self.add(AT, _PLACES[tree[1]])
        elif kind == "look":
            start = self.part(tree[3])
            self.add(LOOK, start, 0 if tree[1] else width(tree[3])[0], int(tree[2]))
        elif kind == "atomic":
            start = self.part(tree[1])
            self.add(ATOMIC, start)
        else:
            test = self.add(IF, tree[1], 0)
            self.tree(tree[2])
            jump = self.add(JUMP, 0)
            self.code[test - 1] = jump
            self.tree(tree[3])
            self.code[jump - 1] = len(self.code)

    def either(self, branches):
        jumps = []
        for branch in branches[:-1]:
            split = self.add(SPLIT, 0)
            self.tree(branch)
            jumps.append(self.add(JUMP, 0))
            self.code[split - 1] = len(self.code)
        self.tree(branches[-1])
        for jump in jumps:
            self.code[jump - 1] = len(self.code)

    def repeat(self, least, most, how, tree):
        most = NO_LIMIT if most is None else most
        test = self.one(tree)
        if test is not None:
            self.add(_RUNS[how], *test, least, most)
            return
        if how == "possessive":
            start = self.part(("repeat", least, None if most == NO_LIMIT else most, "greedy", tree))
            self.add(ATOMIC, start)
            return
        counter = self.marks
        self.marks += 2
        self.add(BEGIN, counter)
        loop = len(self.code)
        inside = self.add(LOOP, counter, least, most, int(how == "lazy"), 0)
        self.tree(tree)
        self.code[inside - 1] = self.add(JUMP, loop)
