"""time."""

from _datetime_iso import parse_time
from _datetime_text import class_name, format_time
from datetime._durations import timedelta
from datetime._zones import _offset_text, _zone, tzinfo as _tzinfo
from operator import index


def _checked_time(*fields):
    """hour, minute, second, microsecond as ints."""
    hour, minute, second, microsecond = fields = tuple(index(f) for f in fields)
    for value, limit, text in ((hour, 23, "hour must be in 0..23"), (minute, 59, "minute must be in 0..59"),
                               (second, 59, "second must be in 0..59"),
                               (microsecond, 999999, "microsecond must be in 0..999999")):
        if not 0 <= value <= limit:
            raise ValueError(text)
    return fields


def _check_zone(zone):
    if zone is not None and not isinstance(zone, _tzinfo):
        raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{type(zone).__name__}'")
    return zone


def _clock_text(hour, minute, second, microsecond, timespec):
    if timespec == "auto":
        timespec = "microseconds" if microsecond else "seconds"
    forms = {"hours": "%02d", "minutes": "%02d:%02d", "seconds": "%02d:%02d:%02d", "milliseconds": "%02d:%02d:%02d.%03d",
             "microseconds": "%02d:%02d:%02d.%06d"}
    if timespec not in forms:
        raise ValueError("Unknown timespec value")
    last = microsecond // 1000 if timespec == "milliseconds" else microsecond
    return forms[timespec] % (hour, minute, second, last)[:forms[timespec].count("%")]


def _check_fold(fold):
    if fold not in (0, 1):
        raise ValueError("fold must be either 0 or 1")


def _zone_and_fold(moment):
    """How the repr of a time or datetime ends."""
    zone = "" if moment._tzinfo is None else f", tzinfo={moment._tzinfo!r}"
    return zone + ", fold=1" if moment._fold else zone


class time:
    """A time of day."""

    def __init__(self, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        self._time = _checked_time(hour, minute, second, microsecond)
        self._tzinfo = _check_zone(tzinfo)
        _check_fold(fold)
        self._fold = fold

    hour = property(lambda self: self._time[0])
    minute = property(lambda self: self._time[1])
    second = property(lambda self: self._time[2])
    microsecond = property(lambda self: self._time[3])
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: self._fold)    # 1: the later of the two times a clock shows twice

    @classmethod
    def fromisoformat(cls, text):
        if not isinstance(text, str):
            raise TypeError("fromisoformat: argument must be str")
        parts = parse_time(text.removeprefix("T"))
        if parts is None:
            raise ValueError(f"Invalid isoformat string: {text!r}")
        return cls(*parts[0], tzinfo=_zone(parts[1]))

    def utcoffset(self):
        return None if self._tzinfo is None else self._tzinfo.utcoffset(None)

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(None)

    def dst(self):
        return None if self._tzinfo is None else self._tzinfo.dst(None)

    def isoformat(self, timespec="auto"):
        return _clock_text(*self._time, timespec) + _offset_text(self.utcoffset())

    __str__ = isoformat

    def strftime(self, format):
        return format_time(format, (1900, 1, 1), self._time, _offset_text(self.utcoffset()).replace(":", ""), self.tzname() or "")

    def __format__(self, specifier):
        return self.strftime(specifier) if specifier else str(self)

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        given = [old if new is None else new for new, old in zip((hour, minute, second, microsecond), self._time)]
        return type(self)(*given, self._tzinfo if tzinfo is True else tzinfo, fold=self._fold if fold is None else fold)

    def __repr__(self):
        hour, minute, second, microsecond = self._time
        text = f"{hour}, {minute}" + (f", {second}, {microsecond}" if microsecond else f", {second}" if second else "")
        return f"{class_name(self)}({text}{_zone_and_fold(self)})"

    def _key(self):
        """What is compared: the time, in UTC where the offset is known; and whether it is."""
        offset = self.utcoffset()
        hour, minute, second, microsecond = self._time
        shift = 0 if offset is None else offset._us
        return (hour * 3600 + minute * 60 + second) * 1000000 + microsecond - shift, offset is not None

    def _keys(self, other):
        mine, others = self._key(), other._key()
        if mine[1] != others[1]:
            raise TypeError("can't compare offset-naive and offset-aware times")
        return mine[0], others[0]

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, time) else NotImplemented

    def __lt__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        mine, others = self._keys(other)
        return mine < others

    def __le__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        mine, others = self._keys(other)
        return mine <= others

    def __gt__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        mine, others = self._keys(other)
        return mine > others

    def __ge__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        mine, others = self._keys(other)
        return mine >= others

    def __hash__(self):
        return hash(self.replace(fold=0)._key())


time.min, time.max, time.resolution = time(), time(23, 59, 59, 999999), timedelta.resolution
