"""timedelta."""

from _datetime_text import class_name

_second = 1000000
_day = 86400 * _second


class timedelta:
    """A duration, kept as microseconds."""

    __slots__ = ("_us",)

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        total, rest = 0, 0
        for name, amount, unit in (("days", days, _day), ("seconds", seconds, _second), ("microseconds", microseconds, 1),
                                   ("milliseconds", milliseconds, 1000), ("minutes", minutes, 60 * _second),
                                   ("hours", hours, 3600 * _second), ("weeks", weeks, 7 * _day)):
            if isinstance(amount, int):
                total += amount * unit
            elif isinstance(amount, float):
                whole = int(amount)
                total += whole * unit
                rest += (amount - whole) * unit
            else:
                raise TypeError(f"unsupported type for timedelta {name} component: {type(amount).__name__}")
        return _delta(total + round(rest), cls)

    days = property(lambda self: self._us // _day)
    seconds = property(lambda self: self._us % _day // _second)
    microseconds = property(lambda self: self._us % _second)

    def total_seconds(self):
        return self._us / 10 ** 6

    def __repr__(self):
        parts = [f"{name}={value}" for name, value in (("days", self.days), ("seconds", self.seconds),
                                                        ("microseconds", self.microseconds)) if value]
        return f"{class_name(self)}({', '.join(parts) or '0'})"

    def __str__(self):
        minutes, seconds = divmod(self.seconds, 60)
        hours, minutes = divmod(minutes, 60)
        text = "%d:%02d:%02d" % (hours, minutes, seconds)
        if self.days:
            text = "%d day%s, " % (self.days, "" if abs(self.days) == 1 else "s") + text
        return text + ".%06d" % self.microseconds if self.microseconds else text

    def __add__(self, other):
        return _delta(self._us + other._us) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        return _delta(self._us - other._us) if isinstance(other, timedelta) else NotImplemented

    def __neg__(self):
        return _delta(-self._us)

    def __pos__(self):
        return self

    def __abs__(self):
        return _delta(abs(self._us))

    def __mul__(self, other):
        if isinstance(other, int):
            return _delta(self._us * other)
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return _delta(_nearest(self._us * a, b))
        return NotImplemented

    __rmul__ = __mul__

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._us // other._us
        return _delta(self._us // other) if isinstance(other, int) else NotImplemented

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._us / other._us
        if isinstance(other, int):
            return _delta(_nearest(self._us, other))
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return _delta(_nearest(self._us * b, a))
        return NotImplemented

    def __mod__(self, other):
        return _delta(self._us % other._us) if isinstance(other, timedelta) else NotImplemented

    def __divmod__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        quotient, rest = divmod(self._us, other._us)
        return quotient, _delta(rest)

    def __eq__(self, other):
        return self._us == other._us if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._us < other._us if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._us <= other._us if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._us > other._us if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._us >= other._us if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        return hash((self.days, self.seconds, self.microseconds))

    def __bool__(self):
        return self._us != 0


def _nearest(a, b):
    """a / b to the nearest int, ties to even."""
    if b < 0:
        a, b = -a, -b
    quotient, rest = divmod(a, b)
    if 2 * rest > b or (2 * rest == b and quotient % 2):
        quotient += 1
    return quotient


def _delta(microseconds, cls=timedelta):
    days = microseconds // _day
    if not -2 ** 31 <= days < 2 ** 31:
        raise OverflowError("Python int too large to convert to C int")
    if abs(days) > 999999999:
        raise OverflowError(f"days={days}; must have magnitude <= 999999999")
    made = object.__new__(cls)
    made._us = microseconds
    return made


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta(days=999999999, hours=23, minutes=59, seconds=59, microseconds=999999)
timedelta.resolution = timedelta(microseconds=1)
