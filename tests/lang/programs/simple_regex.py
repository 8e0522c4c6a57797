"""A backtracking matcher of regular expressions and a Thompson automaton, compared with each other."""


class Node:
    def __init__(self, kind, *parts):
        self.kind, self.parts = kind, parts

    def __repr__(self):
        return f"{self.kind}({', '.join(map(repr, self.parts))})"


class Parser:
    def __init__(self, text):
        self.text, self.at = text, 0

    def peek(self):
        return self.text[self.at] if self.at < len(self.text) else ""

    def take(self):
        c = self.peek()
        self.at += 1
        return c

    def parse(self):
        node = self.alternatives()
        if self.peek():
            raise SyntaxError(f"unexpected {self.peek()!r} at {self.at}")
        return node

    def alternatives(self):
        branches = [self.sequence()]
        while self.peek() == "|":
            self.take()
            branches.append(self.sequence())
        return branches[0] if len(branches) == 1 else Node("or", *branches)

    def sequence(self):
        items = []
        while self.peek() not in ("", "|", ")"):
            items.append(self.repeated())
        return Node("seq", *items)

    def repeated(self):
        node = self.atom()
        while self.peek() and self.peek() in "*+?":
            node = Node(self.take(), node)
        return node

    def atom(self):
        c = self.take()
        if c == "(":
            node = self.alternatives()
            if self.take() != ")":
                raise SyntaxError("missing )")
            return node
        if c == "[":
            members = set()
            while (m := self.take()) != "]":
                if not m:
                    raise SyntaxError("missing ]")
                if self.peek() == "-":
                    self.take()
                    members.update(map(chr, range(ord(m), ord(self.take()) + 1)))
                else:
                    members.add(m)
            return Node("set", frozenset(members))
        if c in "*+?":
            raise SyntaxError(f"nothing to repeat at {self.at - 1}")
        return Node("any") if c == "." else Node("char", self.take() if c == "\\" else c)


def backtrack(node, text, at):
    match node.kind:
        case "char":
            if text[at:at + 1] == node.parts[0]:
                yield at + 1
        case "any":
            if at < len(text):
                yield at + 1
        case "set":
            if text[at:at + 1] in node.parts[0] and at < len(text):
                yield at + 1
        case "seq":
            def rest(n, here):
                if n == len(node.parts):
                    yield here
                else:
                    for there in backtrack(node.parts[n], text, here):
                        yield from rest(n + 1, there)
            yield from rest(0, at)
        case "or":
            for branch in node.parts:
                yield from backtrack(branch, text, at)
        case "?":
            yield from backtrack(node.parts[0], text, at)
            yield at
        case "*" | "+" as kind:
            for there in backtrack(node.parts[0], text, at):
                if there > at:
                    yield from backtrack(Node("*", node.parts[0]), text, there)
            if kind == "*":
                yield at
            else:
                yield from backtrack(node.parts[0], text, at)


class State:
    def __init__(self):
        self.edges, self.free = [], []


def automaton(node, end):
    start = State()
    match node.kind:
        case "char":
            start.edges.append((lambda c, want=node.parts[0]: c == want, end))
        case "any":
            start.edges.append((lambda c: True, end))
        case "set":
            start.edges.append((node.parts[0].__contains__, end))
        case "seq":
            for part in reversed(node.parts):
                end = automaton(part, end)
            return end
        case "or":
            start.free = [automaton(p, end) for p in node.parts]
        case "?":
            start.free = [automaton(node.parts[0], end), end]
        case "*":
            start.free = [automaton(node.parts[0], start), end]
        case "+":
            loop = State()
            loop.free = [start, end]
            start.free = [automaton(node.parts[0], loop)]
    return start


def closure(states):
    todo, seen = list(states), set()
    while todo:
        s = todo.pop()
        if s not in seen:
            seen.add(s)
            todo += s.free
    return seen


def simulate(node, text):
    final = State()
    states = closure([automaton(node, final)])
    for c in text:
        states = closure(t for s in states for accepts, t in s.edges if accepts(c))
    return final in states


for pattern, texts in {"a*b": ["b", "aaab", "aaa", ""], "(ab|c)+d?": ["abc", "cabd", "d", "ababab"], "[a-c0-9]+\\.x": ["a1.x", "a1bx", ".x"],
                       "(a|aa)+b": ["a" * 12 + "b", "a" * 8], "x?y?z?": ["", "xz", "zx"], "...": ["abc", "ab"]}.items():
    tree = Parser(pattern).parse()
    answers = [(len(t) in backtrack(tree, t, 0), simulate(tree, t)) for t in texts]
    print(pattern, answers, all(a == b for a, b in answers))
print(Parser("a(b|c)*").parse())
for bad in ("(a", "a)", "*a", "[a"):
    try:
        print(Parser(bad).parse())
    except SyntaxError as e:
        print(e)
