"""Patterns as trees.

A tree is a tuple whose first item says what it is:
    ("text", string, ignore)          a literal text; ignore: without regard to case
    ("one", chars)                    one character: "any", "not newline", or of a set: (negative, without regard to case,
                                      ASCII only, classes, (first, last, first, last ...))
    ("sequence", [trees])             one after the other
    ("either", [trees])               the first that fits
    ("repeat", least, most, how, tree)    how: "greedy", "lazy" or "possessive"; most is None when there is no limit
    ("group", number, tree)
    ("again", number, ignore)         what the group matched
    ("at", place)                     a place: "start", "end", "line start", "line end", "boundary" ...
    ("look", ahead, wanted, tree)
    ("atomic", tree)
    ("if", number, yes, no)
Flags are gone from it: each tree does what the flags at its place ask for.
"""
from _regex import DIGIT, NOT_DIGIT, NOT_SPACE, NOT_WORD, SPACE, WORD
from re._flags import RegexFlag, error

_A, _I, _L, _U, _M, _S, _X = (int(flag) for flag in (RegexFlag.A, RegexFlag.I, RegexFlag.L, RegexFlag.U, RegexFlag.M,
                                                       RegexFlag.S, RegexFlag.X))
_LETTERS = {"a": _A, "i": _I, "L": _L, "u": _U, "m": _M, "s": _S, "x": _X}
_MOST = 4294967295                       # what CPython takes for "no limit"
_CONTROL = {"a": "\a", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", "\\": "\\"}
_CLASSES = {"d": DIGIT, "D": NOT_DIGIT, "s": SPACE, "S": NOT_SPACE, "w": WORD, "W": NOT_WORD}
EMPTY = ("sequence", [])


def width(tree):
    """The least and the most characters a tree can match; most is None when there is no limit."""
    kind = tree[0]
    if kind == "text":
        return len(tree[1]), len(tree[1])
    if kind == "one":
        return 1, 1
    if kind == "sequence":
        least, most = 0, 0
        for part in tree[1]:
            low, high = width(part)
            least += low
            most = None if most is None or high is None else most + high
        return least, most
    if kind == "either" or kind == "if":
        widths = [width(part) for part in (tree[1] if kind == "either" else tree[2:])]
        return min(low for low, _ in widths), None if any(high is None for _, high in widths) else max(high for _, high in widths)
    if kind == "repeat":
        low, high = width(tree[4])
        if high == 0 or tree[2] == 0:
            return 0, 0
        return low * tree[1], None if high is None or tree[2] is None else high * tree[2]
    if kind == "group":
        return width(tree[2])
    if kind == "atomic":
        return width(tree[1])
    return (0, None) if kind == "again" else (0, 0)


class Parser:
    """One parse: the pattern as text (bytes as Latin-1), the groups found so far, and the flags of the whole."""

    def __init__(self, pattern, flags):
        self.pattern = pattern
        self.is_text = isinstance(pattern, str)
        self.text = pattern if self.is_text else pattern.decode("latin-1")
        self.at = 0
        self.flags = flags
        self.count = 0
        self.open = set()
        self.names = {}
        self.checks = []                 # (group number, position): references to be looked up at the end

    def error(self, message, position):
        return error(message, self.pattern, position)

    def peek(self, text):
        return self.text.startswith(text, self.at)

    def take(self, text):
        if self.text.startswith(text, self.at):
            self.at += len(text)
            return True
        return False

    def parse(self):
        if not self.is_text and self.flags & _U:
            raise ValueError("cannot use UNICODE flag with a bytes pattern")
        if self.is_text and self.flags & _L:
            raise ValueError("cannot use LOCALE flag with a str pattern")
        if self.flags & _A and self.flags & _U:
            raise ValueError("ASCII and UNICODE flags are incompatible")
        self.global_flags()
        if self.is_text and not self.flags & _A:
            self.flags |= _U
        tree = self.alternatives(self.flags)
        if self.at < len(self.text):
            raise self.error("unbalanced parenthesis", self.at)
        for number, position in self.checks:
            if number > self.count:
                raise self.error(f"invalid group reference {number}", position)
        return tree

    # (?im) is allowed at the beginning only.
    def global_flags(self):
        while self.peek("(?"):
            end = self.at + 2
            while end < len(self.text) and self.text[end] in _LETTERS:
                end += 1
            if end == self.at + 2 or self.text[end:end + 1] != ")":
                break
            for letter in self.text[self.at + 2:end]:
                self.add_flag(letter, self.at)
            self.at = end + 1

    def add_flag(self, letter, position):
        if letter == "L" and self.is_text:
            raise self.error("bad inline flags: cannot use 'L' flag with a str pattern", position + 3)
        if letter == "u" and not self.is_text:
            raise self.error("bad inline flags: cannot use 'u' flag with a bytes pattern", position + 3)
        self.flags |= _LETTERS[letter]

    def alternatives(self, flags):
        branches = [self.sequence(flags)]
        while self.take("|"):
            branches.append(self.sequence(flags))
        return branches[0] if len(branches) == 1 else ("either", branches)

    def sequence(self, flags):
        parts = []
        while self.at < len(self.text):
            if flags & _X and self.skip_space():
                continue
            char = self.text[self.at]
            if char in "|)":
                break
            start = self.at
            if char in "*+?" or char == "{" and self.bounds_here():
                if not parts or parts[-1][0] == "at":
                    raise self.error("nothing to repeat", start)
                if parts[-1][0] == "repeat":
                    self.repeat_bounds()
                    raise self.error("multiple repeat", start)
                least, most = self.repeat_bounds()
                if most is not None and most < least:
                    raise self.error("min repeat greater than max repeat", start + (char == "{"))
                how = "lazy" if self.take("?") else "possessive" if self.take("+") else "greedy"
                repeated = parts.pop()
                if repeated[0] == "text" and len(repeated[1]) > 1:
                    parts.append(("text", repeated[1][:-1], repeated[2]))
                    repeated = ("text", repeated[1][-1], repeated[2])
                parts.append(("repeat", least, most, how, repeated))
                continue
            part = self.piece(flags)
            if part is None:
                continue
            if part[0] == "text" and parts and parts[-1][0] == "text" and parts[-1][2] == part[2]:
                part = ("text", parts.pop()[1] + part[1], part[2])
            parts.append(part)
        return parts[0] if len(parts) == 1 else ("sequence", parts)

    def skip_space(self):
        char = self.text[self.at]
        if char in " \t\n\r\v\f":
            self.at += 1
            return True
        if char == "#":
            end = self.text.find("\n", self.at)
            self.at = len(self.text) if end < 0 else end + 1
            return True
        return False

    def bounds_here(self):
        end = self.at + 1
        while end < len(self.text) and self.text[end].isdigit():
            end += 1
        if self.text[end:end + 1] == "}" and end > self.at + 1:
            return True
        if self.text[end:end + 1] != ",":
            return False
        end += 1
        while end < len(self.text) and self.text[end].isdigit():
            end += 1
        return self.text[end:end + 1] == "}"

    def repeat_bounds(self):
        char = self.text[self.at]
        self.at += 1
        if char != "{":
            return {"*": (0, None), "+": (1, None), "?": (0, 1)}[char]
        end = self.text.index("}", self.at)
        low, comma, high = self.text[self.at:end].partition(",")
        self.at = end + 1
        least = int(low) if low else 0
        most = (int(high) if high else None) if comma else least
        if least >= _MOST or most is not None and most >= _MOST:
            raise OverflowError("the repetition number is too large")
        return least, most

    def piece(self, flags):
        start = self.at
        char = self.text[start]
        self.at += 1
        if char == "\\":
            return self.escape(flags, start)
        if char == ".":
            return ("one", "any" if flags & _S else "not newline")
        if char == "^":
            return ("at", "line start" if flags & _M else "start")
        if char == "$":
            return ("at", "line end" if flags & _M else "end")
        if char == "[":
            return self.char_set(flags, start)
        if char == "(":
            return self.group(flags, start)
        return ("text", char, bool(flags & _I))

    def name_until(self, closing, start):
        end = self.text.find(closing, self.at)
        if self.at >= len(self.text) or end == self.at:
            raise self.error("missing group name", self.at)
        if end < 0:
            raise self.error(f"missing {closing}, unterminated name", self.at)
        name = self.text[self.at:end]
        self.at = end + 1
        return name

    def check_name(self, name, position):
        if not name.isidentifier():
            raise self.error(f"bad character in group name {name!r}", position)

    def group(self, flags, start):
        name = None
        if not self.take("?"):
            return self.capture(flags, start, None)
        char = self.text[self.at:self.at + 1]
        self.at += 1
        if char == "":
            raise self.error("unexpected end of pattern", len(self.text))
        if char == "P":
            if self.take("<"):
                position = self.at
                name = self.name_until(">", start)
                self.check_name(name, position)
                if name in self.names:
                    raise self.error(f"redefinition of group name {name!r} as group {self.count + 1}; was group "
                                     f"{self.names[name]}", position)
                return self.capture(flags, start, name)
            if self.take("="):
                position = self.at
                name = self.name_until(")", start)
                self.check_name(name, position)
                if name not in self.names:
                    raise self.error(f"unknown group name {name!r}", position)
                return self.reference(self.names[name], flags, position)
            if self.at >= len(self.text):
                raise self.error("unexpected end of pattern", len(self.text))
            raise self.error("unknown extension ?P" + self.text[self.at], start + 1)
        if char == ":":
            return self.inside(flags, start)
        if char == "#":
            end = self.text.find(")", self.at)
            if end < 0:
                raise self.error("missing ), unterminated comment", start)
            self.at = end + 1
            return None
        if char == ">":
            return ("atomic", self.inside(flags, start))
        if char in "=!<":
            return self.look(char, flags, start)
        if char == "(":
            return self.conditional(flags, start)
        if char in _LETTERS or char == "-":
            return self.local_flags(flags, start)
        raise self.error("unknown extension ?" + char, start + 1)

    def inside(self, flags, start):
        tree = self.alternatives(flags)
        if not self.take(")"):
            raise self.error("missing ), unterminated subpattern", start)
        # A group of its own, so that a repeat repeats all of it.
        return tree if tree[0] in ("one", "group") else ("sequence", [tree])

    def capture(self, flags, start, name):
        self.count += 1
        number = self.count
        if name is not None:
            self.names[name] = number
        self.open.add(number)
        tree = self.alternatives(flags)
        if not self.take(")"):
            raise self.error("missing ), unterminated subpattern", start)
        self.open.discard(number)
        return ("group", number, tree)

    def reference(self, number, flags, position):
        if number in self.open:
            raise self.error("cannot refer to an open group", position)
        return ("again", number, bool(flags & _I))

    def look(self, char, flags, start):
        ahead = char != "<"
        if not ahead:
            char = self.text[self.at:self.at + 1]
            self.at += 1
            if char == "":
                raise self.error("unexpected end of pattern", len(self.text))
            if char not in "=!":
                raise self.error("unknown extension ?<" + char, start + 1)
        tree = self.inside(flags, start)
        if not ahead:
            low, high = width(tree)
            if low != high:
                raise error("look-behind requires fixed-width pattern")
        return ("look", ahead, char == "=", tree)

    def conditional(self, flags, start):
        position = self.at
        name = self.name_until(")", start)
        if name.isdecimal() and name.isascii():
            number = int(name)
            if number == 0:
                raise self.error("bad group number", position)
            self.checks.append((number, position))
        else:
            self.check_name(name, position)
            if name not in self.names:
                raise self.error(f"unknown group name {name!r}", position)
            number = self.names[name]
        yes = self.sequence(flags)
        no = EMPTY
        if self.take("|"):
            no = self.sequence(flags)
            if self.peek("|"):
                raise self.error("conditional backref with more than two branches", self.at)
        if not self.take(")"):
            raise self.error("missing ), unterminated subpattern", start)
        return ("if", number, yes, no)

    def local_flags(self, flags, start):
        self.at -= 1
        added = removed = 0
        negative = False
        while True:
            char = self.text[self.at:self.at + 1]
            self.at += 1
            if char == "-" and not negative:
                negative = True
                if self.text[self.at:self.at + 1] not in _LETTERS:
                    raise self.error("unknown flag" if self.text[self.at:self.at + 1].isalpha() else "missing flag", self.at)
            elif char in _LETTERS and char:
                if negative and char in "aLu":
                    raise self.error("bad inline flags: cannot turn off flags 'a', 'u' and 'L'", self.at)
                if negative:
                    removed |= _LETTERS[char]
                else:
                    added |= _LETTERS[char]
            elif char == ":":
                break
            elif char == ")" and not negative:
                raise self.error("global flags not at the start of the expression", start)
            elif char == "":
                raise self.error("missing -, : or )" if not negative else "missing :", len(self.text))
            else:
                raise self.error("unknown flag" if char.isalpha() else "missing :" if negative else "missing -, : or )", self.at - 1)
        if added & removed:
            raise self.error("bad inline flags: flag turned on and off", self.at - 1)
        if added & _A:
            flags &= ~_U
        if added & _U:
            flags &= ~_A
        return self.inside(flags & ~removed | added, start)

    def escape(self, flags, start):
        char = self.text[self.at:self.at + 1]
        if char == "":
            raise self.error("bad escape (end of pattern)", start)
        if char in _CLASSES:
            self.at += 1
            return ("one", (False, False, self.ascii_only(flags), _CLASSES[char], ()))
        if char in "AZbB":
            self.at += 1
            ascii_words = flags & _A or not self.is_text
            return ("at", {"A": "start", "Z": "very end", "b": "boundary", "B": "no boundary"}[char]
                    + (" ascii" if char in "bB" and ascii_words else ""))
        if char in "123456789":
            digits = self.text[self.at:self.at + 3]
            if len(digits) == 3 and all(d in "01234567" for d in digits) and digits[0] in "0123":
                self.at += 3
                return ("text", chr(int(digits, 8)), bool(flags & _I))
            if len(digits) == 3 and all(d in "01234567" for d in digits):
                raise self.error(f"octal escape value \\{digits} outside of range 0-0o377", start)
            number = int(digits[:2]) if digits[1:2].isdigit() else int(digits[0])
            self.at += len(str(number))
            if number > self.count:
                raise self.error(f"invalid group reference {number}", start + 1)
            return self.reference(number, flags, start)
        return ("text", self.char_escape(start), bool(flags & _I))

    def char_escape(self, start):
        """The character an escape stands for that means the same in and out of sets; at is behind the backslash."""
        char = self.text[self.at]
        self.at += 1
        if char == "0":
            end = self.at
            while end < self.at + 2 and end < len(self.text) and self.text[end] in "01234567":
                end += 1
            value = int(self.text[start + 1:end], 8)
            self.at = end
            return chr(value)
        if char in "xuU" and (char == "x" or self.is_text):
            size = {"x": 2, "u": 4, "U": 8}[char]
            end = self.at
            while end < self.at + size and end < len(self.text) and self.text[end] in "0123456789abcdefABCDEF":
                end += 1
            if end - self.at != size:
                raise self.error(f"incomplete escape {self.text[start:end]}", start)
            value = int(self.text[self.at:end], 16)
            self.at = end
            if value > 0x10FFFF:
                raise self.error(f"bad escape {self.text[start:end]}", start)
            return chr(value)
        if char in _CONTROL:
            return _CONTROL[char]
        if char.isascii() and char.isalnum():
            raise self.error(f"bad escape \\{char}", start)
        return char

    def char_set(self, flags, start):
        negative = self.take("^")
        classes, chars, ranges = 0, set(), []
        first = True
        while True:
            if self.at >= len(self.text):
                raise self.error("unterminated character set", start)
            if self.text[self.at] == "]" and not first:
                self.at += 1
                break
            first = False
            begin = self.at
            low = self.set_item(flags)
            if self.peek("-") and self.text[self.at + 1:self.at + 2] not in ("]",):
                self.at += 1
                if self.at >= len(self.text):
                    raise self.error("unterminated character set", start)
                high = self.set_item(flags)
                if not isinstance(low, str) or not isinstance(high, str) or high < low:
                    raise self.error(f"bad character range {self.text[begin:self.at]}", begin)
                ranges += ord(low), ord(high)
            elif isinstance(low, str):
                chars.add(low)
            else:
                classes |= low
        if len(chars) == 1 and not (ranges or classes or negative):
            return ("text", chars.pop(), bool(flags & _I))
        for char in sorted(chars):
            ranges += ord(char), ord(char)
        return ("one", (negative, bool(flags & _I), self.ascii_only(flags), classes, tuple(ranges)))

    def ascii_only(self, flags):
        return bool(flags & _A) or not self.is_text

    def set_item(self, flags):
        """A character, or the number of a class."""
        start = self.at
        char = self.text[start]
        self.at += 1
        if char != "\\":
            return char
        char = self.text[self.at:self.at + 1]
        if char == "":
            raise self.error("bad escape (end of pattern)", start)
        if char in _CLASSES:
            self.at += 1
            return _CLASSES[char]
        if char == "b":
            self.at += 1
            return "\b"
        if char in "1234567":
            end = self.at
            while end < self.at + 3 and end < len(self.text) and self.text[end] in "01234567":
                end += 1
            value = int(self.text[self.at:end], 8)
            if value > 0o377:
                raise self.error(f"octal escape value {self.text[start:end]} outside of range 0-0o377", start)
            self.at = end
            return chr(value)
        return self.char_escape(start)
