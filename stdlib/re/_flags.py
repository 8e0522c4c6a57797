"""The flags and the error of regular expressions."""
import enum


class RegexFlag(enum.IntFlag, boundary=enum.KEEP):
    NOFLAG = 0
    ASCII = A = 256
    IGNORECASE = I = 2
    LOCALE = L = 4
    UNICODE = U = 32
    MULTILINE = M = 8
    DOTALL = S = 16
    VERBOSE = X = 64
    TEMPLATE = T = 1
    DEBUG = 128

    def __repr__(self):
        if self._value_ == 0:
            return "re.NOFLAG"
        if not any(self._value_ & flag.value for flag in _known):
            return f"re.RegexFlag({self._value_})"
        return flag_names(self._value_)

    __str__ = __repr__


_known = [flag for flag in RegexFlag.__members__.values() if flag.value]


def flag_names(flags):
    names = []
    for flag in sorted(set(_known)):
        if flags & flag.value:
            names.append(f"re.{flag.name}")
            flags &= ~flag.value
    if flags:
        names.append(hex(flags))
    return "|".join(names)


class error(Exception):
    """A pattern that is none. Attributes: msg, pattern, pos, lineno, colno."""

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        self.lineno = self.colno = None
        if pattern is not None and pos is not None:
            msg = f"{msg} at position {pos}"
            newline = "\n" if isinstance(pattern, str) else b"\n"
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            if newline in pattern:
                msg = f"{msg} (line {self.lineno}, column {self.colno})"
        super().__init__(msg)
