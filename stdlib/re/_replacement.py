"""The replacements of sub(): texts with \\1, \\g<name> and escapes in them, as tuples of texts and group numbers."""
from re._flags import error

_CACHED = 512
_cache = {}
_ESCAPES = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", "\\": "\\"}


def parse(template, pattern):
    key = type(template), template, pattern
    try:
        return _cache[key]
    except (KeyError, TypeError):        # a bytearray is parsed each time
        pieces = tuple(_pieces(template, pattern))
    if isinstance(template, (str, bytes)):
        if len(_cache) >= _CACHED:
            _cache.clear()
        _cache[key] = pieces
    return pieces


def _pieces(template, pattern):
    text = template if isinstance(template, str) else str(template, "latin-1")
    pieces, at = [], 0

    def fail(message, position):
        raise error(message, template, position)

    def refer(number, position):
        if number > pattern.groups:
            fail(f"invalid group reference {number}", position)
        pieces.append(number)

    def add(literal):
        pieces.append(literal if isinstance(template, str) else literal.encode("latin-1"))

    while True:
        found = text.find("\\", at)
        if found < 0:
            add(text[at:])
            return pieces
        add(text[at:found])
        char = text[found + 1:found + 2]
        at = found + 2
        if char == "":
            fail("bad escape (end of pattern)", found)
        if char == "g":
            if text[at:at + 1] != "<":
                fail("missing <", at)
            end = text.find(">", at)
            name = text[at + 1:end]
            if at + 1 >= len(text) or end == at + 1:
                fail("missing group name", at + 1)
            if end < 0:
                fail("missing >, unterminated name", at + 1)
            if name.isdecimal() and name.isascii():
                refer(int(name), at + 1)
            elif not name.isidentifier():
                fail(f"bad character in group name {name!r}", at + 1)
            elif name not in pattern.groupindex:
                raise IndexError(f"unknown group name {name!r}")
            else:
                pieces.append(pattern.groupindex[name])
            at = end + 1
        elif char == "0" or char.isdecimal() and len(text[found + 1:found + 4]) == 3 and all(c in "01234567" for c in text[found + 1:found + 4]):
            end = found + 2
            while end < found + (3 if char == "0" else 4) and text[end:end + 1] and text[end] in "01234567":
                end += 1
            value = int(text[found + 1:end], 8)
            if value > 0o377:
                fail(f"octal escape value \\{text[found + 1:end]} outside of range 0-0o377", found)
            add(chr(value))
            at = end
        elif char.isdecimal() and char.isascii():
            digits = char + text[at] if text[at:at + 1].isdecimal() else char
            refer(int(digits), found + 1)
            at = found + 1 + len(digits)
        elif char in _ESCAPES:
            add(_ESCAPES[char])
        elif char.isascii() and char.isalpha():
            fail(f"bad escape \\{char}", found)
        else:
            add("\\" + char)
