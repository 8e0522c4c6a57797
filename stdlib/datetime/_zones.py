"""tzinfo and timezone."""

from _datetime_text import class_name
from datetime._durations import _day, _delta, _second, timedelta


class tzinfo:
    """Base of time zones."""

    def tzname(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def utcoffset(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def dst(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def fromutc(self, dt):
        return dt + self.utcoffset(dt)


def _offset_text(offset):
    if offset is None:
        return ""
    sign, size = ("-", -offset) if offset._us < 0 else ("+", offset)
    minutes, seconds = divmod(size._us // _second, 60)
    text = "%s%02d:%02d" % (sign, minutes // 60, minutes % 60)
    if seconds or size.microseconds:
        text += ":%02d" % seconds
    return text + ".%06d" % size.microseconds if size.microseconds else text


class timezone(tzinfo):
    """A fixed offset from UTC."""

    def __new__(cls, offset, name=None):
        if isinstance(offset, timedelta) and not offset and name is None and "utc" in cls.__dict__:
            return cls.utc
        return super().__new__(cls)

    def __init__(self, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError(f"timezone() argument 1 must be datetime.timedelta, not {type(offset).__name__}")
        if abs(offset._us) >= _day:
            raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), "
                             f"not {offset!r}.")
        self._offset = offset
        self._name = name

    def utcoffset(self, dt):
        return self._offset

    def tzname(self, dt):
        if self._name is not None:
            return self._name
        return "UTC" + _offset_text(self._offset) if self._offset else "UTC"

    def dst(self, dt):
        return None

    def __repr__(self):
        if self is timezone.utc:
            return "datetime.timezone.utc"
        name = "" if self._name is None else f", {self._name!r}"
        return f"{class_name(self)}({self._offset!r}{name})"

    def __str__(self):
        return self.tzname(None)

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)


UTC = timezone.utc = timezone(timedelta(0))
timezone.min, timezone.max = timezone(-timedelta(hours=23, minutes=59)), timezone(timedelta(hours=23, minutes=59))


def _zone(microseconds):
    return None if microseconds is None else timezone(_delta(microseconds)) if microseconds else UTC
