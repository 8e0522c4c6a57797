"""Compiled patterns and what they find."""
import types

from re import _machine, _replacement
from re._flags import RegexFlag, flag_names
from re._parse import Parser


def _text_of(pattern, string):
    """The string as the machine wants it: bytes are looked at as Latin-1."""
    if isinstance(string, str):
        if not pattern._is_text:
            raise TypeError("cannot use a bytes pattern on a string-like object")
        return string
    try:
        data = bytes(memoryview(string))
    except TypeError:
        raise TypeError(f"expected string or bytes-like object, got '{type(string).__name__}'") from None
    if pattern._is_text:
        raise TypeError("cannot use a string pattern on a bytes-like object")
    return data.decode("latin-1")


def _cut(string, start, end):
    piece = string[start:end]
    return piece if isinstance(piece, (str, bytes)) else bytes(piece)


class Pattern:
    __module__ = "re"
    __class_getitem__ = classmethod(types.GenericAlias)

    def __init__(self, pattern, flags):
        parser = Parser(pattern, flags)
        tree = parser.parse()
        self.pattern = pattern
        self.flags = parser.flags
        self.groups = parser.count
        self._is_text = parser.is_text
        self._names = parser.names
        self._ascii_only = not parser.is_text or bool(parser.flags & RegexFlag.A)
        self._program = _machine.assemble(tree, parser.count, self._ascii_only)
        first = tree[1][0] if tree[0] == "sequence" and tree[1] else tree
        self._prefix = first[1] if first[0] == "text" and not first[2] else ""

    @property
    def groupindex(self):
        return types.MappingProxyType(self._names)

    def __repr__(self):
        flags = self.flags & ~RegexFlag.U if self._is_text else self.flags
        shown = f"{self.pattern!r:.200}"
        return f"re.compile({shown}, {flag_names(int(flags))})" if flags else f"re.compile({shown})"

    def __eq__(self, other):
        if not isinstance(other, Pattern):
            return NotImplemented
        return (self.flags, self.pattern, self._is_text) == (other.flags, other.pattern, other._is_text)

    def __hash__(self):
        return hash((self.flags, self.pattern))

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def _bounds(self, text, pos, endpos):
        size = len(text)
        end = size if endpos is None else min(max(endpos, 0), size)
        return min(max(pos, 0), size), end

    def _match_at(self, string, text, at, pos, end, whole, moved=False):
        marks = [-1] * self._program[1]
        reached = _machine.run(self._program, self._ascii_only, text, at, end, marks, 0, whole, moved)
        if reached < 0:
            return None
        marks[0], marks[1] = at, reached
        return Match(self, string, marks, pos, end)

    def _search_from(self, string, text, at, pos, end, moved=False):
        """The first match that begins at `at` or behind it; moved: an empty one not at `at`."""
        prefix = self._prefix
        start = at
        while at <= end:
            if prefix:
                at = text.find(prefix, at, end)
                if at < 0:
                    return None
            found = self._match_at(string, text, at, pos, end, False, moved and at == start)
            if found is not None:
                return found
            at += 1
        return None

    def match(self, string, pos=0, endpos=None):
        text = _text_of(self, string)
        pos, end = self._bounds(text, pos, endpos)
        return self._match_at(string, text, pos, pos, end, False) if pos <= end else None

    def fullmatch(self, string, pos=0, endpos=None):
        text = _text_of(self, string)
        pos, end = self._bounds(text, pos, endpos)
        return self._match_at(string, text, pos, pos, end, True) if pos <= end else None

    def search(self, string, pos=0, endpos=None):
        text = _text_of(self, string)
        pos, end = self._bounds(text, pos, endpos)
        return self._search_from(string, text, pos, pos, end)

    def _scan(self, string, text, pos, end):
        at, moved = pos, False
        while at <= end:
            found = self._search_from(string, text, at, pos, end, moved)
            if found is None:
                return
            yield found
            at = found.end()
            moved = found.start() == at

    def finditer(self, string, pos=0, endpos=None):
        text = _text_of(self, string)
        pos, end = self._bounds(text, pos, endpos)
        return self._scan(string, text, pos, end)

    def findall(self, string, pos=0, endpos=None):
        empty = "" if self._is_text else b""
        result = []
        for found in self.finditer(string, pos, endpos):
            if self.groups == 0:
                result.append(found.group())
            elif self.groups == 1:
                result.append(found.groups(empty)[0])
            else:
                result.append(found.groups(empty))
        return result

    def split(self, string, maxsplit=0):
        result, last = [], 0
        for found in self.finditer(string):
            result.append(_cut(string, last, found.start()))
            result.extend(found.groups())
            last = found.end()
            maxsplit -= 1
            if maxsplit == 0:
                break
        result.append(_cut(string, last, None))
        return result

    def subn(self, repl, string, count=0):
        if not callable(repl):
            repl = _replacement.parse(repl, self)
        pieces, last, done = [], 0, 0
        for found in self.finditer(string):
            pieces.append(_cut(string, last, found.start()))
            if callable(repl):
                new = repl(found)
                if new is not None:
                    pieces.append(new)
            else:
                pieces.append(_replacement.expand(repl, found))
            last = found.end()
            done += 1
            if done == count:
                break
        pieces.append(_cut(string, last, None))
        return ("" if self._is_text else b"").join(pieces), done

    def sub(self, repl, string, count=0):
        return self.subn(repl, string, count)[0]


class Match:
    __module__ = "re"
    __class_getitem__ = classmethod(types.GenericAlias)

    def __init__(self, pattern, string, marks, pos, endpos):
        self.re = pattern
        self.string = string
        self.pos = pos
        self.endpos = endpos
        self._marks = marks
        self.lastindex = None if marks[2 * (pattern.groups + 1)] < 0 else marks[2 * (pattern.groups + 1)]

    @property
    def lastgroup(self):
        for name, number in self.re._names.items():
            if number == self.lastindex:
                return name
        return None

    @property
    def regs(self):
        return tuple(self.span(i) for i in range(self.re.groups + 1))

    def _number(self, group):
        if isinstance(group, str):
            group = self.re._names.get(group, -1)
        elif hasattr(group, "__index__"):
            group = group.__index__()
        else:
            group = -1
        if not 0 <= group <= self.re.groups:
            raise IndexError("no such group")
        return group

    def span(self, group=0):
        number = self._number(group)
        start, end = self._marks[2 * number], self._marks[2 * number + 1]
        return (-1, -1) if end < 0 else (start, end)

    def start(self, group=0):
        return self.span(group)[0]

    def end(self, group=0):
        return self.span(group)[1]

    def _piece(self, group, default=None):
        start, end = self.span(group)
        return default if end < 0 else _cut(self.string, start, end)

    def group(self, *groups):
        if not groups:
            return self._piece(0)
        if len(groups) == 1:
            return self._piece(groups[0])
        return tuple([self._piece(group) for group in groups])

    __getitem__ = _piece

    def groups(self, default=None):
        return tuple([self._piece(i, default) for i in range(1, self.re.groups + 1)])

    def groupdict(self, default=None):
        return {name: self._piece(number, default) for name, number in self.re._names.items()}

    def expand(self, template):
        return _replacement.expand(_replacement.parse(template, self.re), self)

    def __repr__(self):
        return f"<re.Match object; span={self.span()!r}, match={self.group()!r:.50}>"

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self
