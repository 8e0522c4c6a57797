"""tzinfo and timezone."""

from _datetime import datetime, timedelta, use_zone_class
from _types import set_dotted_name

_day = timedelta(1)


class tzinfo:
    """Abstract base class for time zone info objects."""

    def tzname(self, dt, /):
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def utcoffset(self, dt, /):
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def dst(self, dt, /):
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def fromutc(self, dt, /):
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        offset = dt.utcoffset()
        if offset is None:
            raise ValueError("fromutc: non-None utcoffset() result required")
        dst = dt.dst()
        if dst is None:
            raise ValueError("fromutc: non-None dst() result required")
        result = dt + (offset - dst)
        dst = self.dst(result)
        if dst is None:
            raise ValueError("fromutc: tz.dst() gave inconsistent results; cannot convert")
        return result + dst if dst else result

    def __reduce__(self):
        arguments = getattr(self, "__getinitargs__", None)
        return type(self), arguments() if arguments else (), self.__getstate__()


use_zone_class(tzinfo)


def _offset_text(offset):
    sign, size = ("-", -offset) if offset.days < 0 else ("+", offset)
    minutes, seconds = divmod(size.seconds, 60)
    text = "%s%02d:%02d" % (sign, minutes // 60, minutes % 60)
    if seconds or size.microseconds:
        text += ":%02d" % seconds
    return text + ".%06d" % size.microseconds if size.microseconds else text


def _checked_moment(dt, name):
    if dt is not None and not isinstance(dt, datetime):
        raise TypeError(f"{name}(dt) argument must be a datetime instance or None, not {type(dt).__name__}")


class timezone(tzinfo):
    """Fixed offset from UTC implementation of tzinfo."""

    def __new__(cls, offset, name=None):
        if isinstance(offset, timedelta) and not offset and name is None and "utc" in cls.__dict__:
            return cls.utc
        return super().__new__(cls)

    def __init__(self, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError(f"timezone() argument 1 must be datetime.timedelta, not {type(offset).__name__}")
        if abs(offset) >= _day:
            raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), "
                             f"not {offset!r}.")
        self._offset = offset
        self._name = name

    def utcoffset(self, dt, /):
        _checked_moment(dt, "utcoffset")
        return self._offset

    def tzname(self, dt, /):
        _checked_moment(dt, "tzname")
        if self._name is not None:
            return self._name
        return "UTC" + _offset_text(self._offset) if self._offset else "UTC"

    def dst(self, dt, /):
        _checked_moment(dt, "dst")
        return None

    def fromutc(self, dt, /):
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime instance")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        return dt + self._offset

    def __getinitargs__(self):
        return (self._offset,) if self._name is None else (self._offset, self._name)

    def __reduce__(self):
        return type(self), self.__getinitargs__()

    def __repr__(self):
        if self is timezone.utc:
            return "datetime.timezone.utc"
        name = "" if self._name is None else f", {self._name!r}"
        cls = type(self)
        called = "datetime.timezone" if cls is timezone else cls.__name__
        return f"{called}({self._offset!r}{name})"

    def __str__(self):
        return self.tzname(None)

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)


for _class in (timezone, tzinfo):
    _class.__module__ = "datetime"
    set_dotted_name(_class, "datetime." + _class.__name__)
UTC = timezone.utc = timezone(timedelta(0))
timezone.min, timezone.max = timezone(-timedelta(hours=23, minutes=59)), timezone(timedelta(hours=23, minutes=59))


def _zone(microseconds):
    return None if microseconds is None else timezone(timedelta(microseconds=microseconds)) if microseconds else UTC
