"""Tests of one character: what sets, classes and the dot match."""

CLASSES = "dDsSwW"


def everything(char):
    return True


def not_newline(char):
    return char != "\n"


def _is_word(char):
    return char.isalnum() or char == "_"


def _is_ascii_word(char):
    return char == "_" or char.isascii() and char.isalnum()


def _is_digit(char):
    return char.isdecimal()


def _is_ascii_digit(char):
    return "0" <= char <= "9"


def _is_space(char):
    return char.isspace()


def _is_ascii_space(char):
    return char in " \t\n\r\f\v"


def _not(test):
    def negated(char):
        return not test(char)
    return negated


_unicode = {"d": _is_digit, "s": _is_space, "w": _is_word}
_ascii = {"d": _is_ascii_digit, "s": _is_ascii_space, "w": _is_ascii_word}
for _tests in (_unicode, _ascii):
    for _letter in "dsw":
        _tests[_letter.upper()] = _not(_tests[_letter])
is_word, is_ascii_word = _is_word, _is_ascii_word


def char_class(letter, ascii_only):
    return (_ascii if ascii_only else _unicode)[letter]


def fold(char):
    """What characters that differ in case alone have in common."""
    lower = char.lower()
    return lower if len(lower) == 1 else char


def ascii_fold(char):
    return chr(ord(char) + 32) if "A" <= char <= "Z" else char


def both_cases(char, ascii_only):
    if ascii_only:
        return (char, char.swapcase()) if char.isascii() else (char,)
    return [c for c in (char, char.lower(), char.upper()) if len(c) == 1]


def same_char(char, ascii_only=False):
    """A test for one character without regard to case."""
    wanted = frozenset(both_cases(char, ascii_only))

    def fits(other):
        return other in wanted
    return fits


def make_set(negative, chars, ranges, tests, ignore, ascii_only):
    if ignore:
        chars = {other for char in chars for other in both_cases(char, ascii_only)}
    chars = frozenset(chars)

    def has(char):
        if char in chars:
            return True
        for low, high in ranges:
            if low <= char <= high:
                return True
        for test in tests:
            if test(char):
                return True
        return False

    if ignore and (ranges or tests):
        plain = has

        def has(char):
            return any(plain(other) for other in both_cases(char, ascii_only))
    elif not ranges and not tests:
        def has(char):
            return char in chars
    return _not(has) if negative else has
