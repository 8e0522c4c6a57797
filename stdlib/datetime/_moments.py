"""datetime: what is not in _datetime."""

import _datetime
import time as _time
from _datetime import complete, timedelta
from _datetime_iso import parse_moment
from _datetime_parse import parse as parse_by_format
from _datetime_text import day_of_ordinal, ordinal_of
from datetime._durations import add_methods, microsecond
from datetime._zones import _zone, timezone

_first = ordinal_of(1970, 1, 1)
_million = 1000000


def _local_offset(seconds):
    """How far the clocks here are ahead of UTC at a time since 1970."""
    year, month, day, hour, minute, second = _time.localtime(seconds)[:6]
    if not 1 <= year <= 9999:
        raise ValueError(f"year {year} is out of range")
    return (ordinal_of(year, month, day) - _first) * 86400 + hour * 3600 + minute * 60 + second - seconds


def _shown_seconds(moment):
    """Since 1970, by the moment's own clock."""
    return (moment.toordinal() - _first) * 86400 + moment.hour * 3600 + moment.minute * 60 + moment.second


def _local_seconds(moment):
    """Seconds since 1970 of what a clock here shows; between two candidates fold decides (PEP 495)."""
    shown = _shown_seconds(moment)
    first = shown - _local_offset(shown)
    offset = _local_offset(first)
    found = first + offset == shown
    if found:
        other = _local_offset(first + 86400 if moment.fold else first - 86400)
        if other == offset:
            return first
        offset = other
    second = shown - offset
    if second + _local_offset(second) == shown:
        return second
    if found:
        return first
    return min(first, second) if moment.fold else max(first, second)    # shown by no clock: which side of the gap


def _utc_moment(cls, seconds, microseconds):
    days, rest = divmod(seconds, 86400)
    ordinal = days + _first
    if not 1 <= ordinal <= 3652059:
        raise ValueError(f"year {1970 + days * 400 // 146097} is out of range")
    return cls(*day_of_ordinal(ordinal), rest // 3600, rest // 60 % 60, rest % 60, microseconds)


class datetime:
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(_time.time(), tz)

    @classmethod
    def utcnow(cls):
        return cls.utcfromtimestamp(_time.time())

    @classmethod
    def utcfromtimestamp(cls, timestamp, /):
        return _utc_moment(cls, *divmod(round(timestamp * _million), _million))

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        if tz is not None:
            return tz.fromutc(cls.utcfromtimestamp(timestamp).replace(tzinfo=tz))
        seconds, microsecond = divmod(round(timestamp * _million), _million)
        shown = _time.localtime(seconds)[:6]
        made = cls(*shown, microsecond)
        # Shown before as well, at most a day ago, by a clock that was ahead of this one: the second of two.
        ahead = _local_offset(seconds - 86400) - _local_offset(seconds)
        return made.replace(fold=1) if ahead > 0 and _time.localtime(seconds - ahead)[:6] == shown else made

    @classmethod
    def strptime(cls, date_string, format, /):
        *fields, offset, name = parse_by_format(date_string, format)
        zone = None
        if offset is not None:
            east = timedelta(seconds=offset[0], microseconds=offset[1])
            zone = timezone(east, name.upper()) if name else timezone(east) if east else timezone.utc
        return cls(*fields, zone)

    @classmethod
    def fromisoformat(cls, text, /):
        if not isinstance(text, str):
            raise TypeError("fromisoformat: argument must be str")
        parts = parse_moment(text)
        if parts is None:
            raise ValueError(f"Invalid isoformat string: {text!r}")
        day, clock = parts
        return cls(*day, *clock[0], _zone(clock[1]))

    def timestamp(self):
        offset = self.utcoffset()
        if offset is None:
            return _local_seconds(self) + self.microsecond / _million
        return (_shown_seconds(self) * _million + self.microsecond - offset // microsecond) / _million

    def astimezone(self, tz=None):
        if tz is self.tzinfo and tz is not None and self.utcoffset() is not None:
            return self
        offset = self.utcoffset()
        if offset is None:
            offset = timedelta(seconds=_local_offset(_local_seconds(self)))
        utc = self.replace(tzinfo=None) - offset
        if tz is None:
            seconds = _shown_seconds(utc)
            tz = timezone(timedelta(seconds=_local_offset(seconds)), _time.localtime(seconds).tm_zone)
        return tz.fromutc(utc.replace(tzinfo=tz))

    def timetuple(self):
        dst = self.dst()
        yday = self.toordinal() - ordinal_of(self.year, 1, 1) + 1
        return _time.struct_time((self.year, self.month, self.day, self.hour, self.minute, self.second, self.weekday(), yday,
                                  -1 if dst is None else int(bool(dst))))

    def utctimetuple(self):
        offset = self.utcoffset()
        utc = self.replace(tzinfo=None)
        if offset is not None:
            utc -= offset
        return _time.struct_time(utc.timetuple()[:8] + (0,))

    def ctime(self):
        return _datetime.datetime.strftime(self, "%a %b ") + "%2d %02d:%02d:%02d %04d" % (self.day, self.hour, self.minute, self.second, self.year)


add_methods(_datetime.datetime, datetime)
complete(_datetime.datetime, {"min": _datetime.datetime(1, 1, 1), "max": _datetime.datetime(9999, 12, 31, 23, 59, 59, 999999),
                              "resolution": microsecond})
