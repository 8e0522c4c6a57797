"""datetime."""

import time as _time
from _datetime_parse import parse as parse_by_format
from _datetime_iso import parse_moment
from _datetime_text import class_name, format_time, ordinal_of
from datetime._days import _ordinal_in_range, date
from datetime._durations import _day, _delta, _second, timedelta
from datetime._times import _check_fold, _check_zone, _checked_time, _clock_text, _zone_and_fold, time
from datetime._zones import _offset_text, _zone, timezone

_date = date


def _local_offset(seconds):
    """How far the clocks here are ahead of UTC at a time since 1970."""
    year, month, day, hour, minute, second = _time.localtime(seconds)[:6]
    return (ordinal_of(year, month, day) - ordinal_of(1970, 1, 1)) * 86400 + hour * 3600 + minute * 60 + second - seconds


class datetime(date):
    """A day and a time of day."""

    def __init__(self, year=None, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        super().__init__(year, month, day)
        self._time = _checked_time(hour, minute, second, microsecond)
        self._tzinfo = _check_zone(tzinfo)
        _check_fold(fold)
        self._fold = fold

    hour = time.hour
    minute = time.minute
    second = time.second
    microsecond = time.microsecond
    tzinfo = time.tzinfo
    fold = time.fold

    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(_time.time(), tz)

    @classmethod
    def utcnow(cls):
        return cls.utcfromtimestamp(_time.time())

    @classmethod
    def utcfromtimestamp(cls, timestamp):
        return cls._at(round(timestamp * 10 ** 6) + (ordinal_of(1970, 1, 1)) * _day, None)

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        if tz is not None:
            utc = cls.utcfromtimestamp(timestamp).replace(tzinfo=tz)
            return tz.fromutc(utc)
        seconds, microsecond = divmod(round(timestamp * 10 ** 6), _second)
        shown = _time.localtime(seconds)[:6]
        made = cls(*shown, microsecond)
        # Shown before as well, at most a day ago, by a clock that was ahead of this one: the second of two.
        ahead = _local_offset(seconds - 86400) - _local_offset(seconds)
        return made.replace(fold=1) if ahead > 0 and _time.localtime(seconds - ahead)[:6] == shown else made

    @classmethod
    def _at(cls, microseconds, zone):
        days, rest = divmod(microseconds, _day)
        seconds, microsecond = divmod(rest, _second)
        return cls(*_ordinal_in_range(days), seconds // 3600, seconds // 60 % 60, seconds % 60, microsecond, zone)

    @classmethod
    def strptime(cls, date_string, format):
        *fields, offset, name = parse_by_format(date_string, format)
        zone = None
        if offset is not None:
            east = timedelta(seconds=offset[0], microseconds=offset[1])
            zone = timezone(east, name.upper()) if name else timezone(east) if east else timezone.utc
        return cls(*fields, zone)

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        return cls(*date._date, *time._time, time._tzinfo if tzinfo is True else tzinfo, fold=time._fold)

    @classmethod
    def fromisoformat(cls, text):
        if not isinstance(text, str):
            raise TypeError("fromisoformat: argument must be str")
        parts = parse_moment(text)
        if parts is None:
            raise ValueError(f"Invalid isoformat string: {text!r}")
        day, clock = parts
        return cls(*day, *clock[0], _zone(clock[1]))

    def _microseconds(self):
        hour, minute, second, microsecond = self._time
        return self.toordinal() * _day + (hour * 3600 + minute * 60 + second) * _second + microsecond

    def date(self):
        return _date(*self._date)

    def time(self):
        return time(*self._time, fold=self._fold)

    def timetz(self):
        return time(*self._time, self._tzinfo, fold=self._fold)

    def utcoffset(self):
        return None if self._tzinfo is None else self._tzinfo.utcoffset(self)

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(self)

    def dst(self):
        return None if self._tzinfo is None else self._tzinfo.dst(self)

    def timestamp(self):
        offset = self.utcoffset()
        if offset is not None:
            return (self._microseconds() - offset._us - ordinal_of(1970, 1, 1) * _day) / 10 ** 6
        return self._local_seconds() + self._time[3] / 10 ** 6

    def _local_seconds(self):
        """Seconds since 1970 of what a clock here shows; between two candidates fold decides (PEP 495)."""
        shown = (self.toordinal() - ordinal_of(1970, 1, 1)) * 86400 + self._time[0] * 3600 + self._time[1] * 60 + self._time[2]
        before, after = _local_offset(shown - 86400), _local_offset(shown + 86400)
        early, late = shown - before, shown - after
        matching = [t for t in (early, late) if t + _local_offset(t) == shown]
        if len(matching) == 1:
            return matching[0]
        if not matching:                               # shown by no clock: fold says which side of the gap it is read from
            return max(early, late) if self._fold == 0 else min(early, late)
        return max(early, late) if self._fold else min(early, late)

    def astimezone(self, tz=None):
        offset = self.utcoffset()
        if offset is None:
            offset = _delta(_local_offset(self._local_seconds()) * _second)
        utc = self._microseconds() - offset._us
        if tz is None:
            seconds = utc // _second - ordinal_of(1970, 1, 1) * 86400
            tz = timezone(_delta(_local_offset(seconds) * _second), _time.localtime(seconds).tm_zone)
        return tz.fromutc(self._at(utc, tz))

    def timetuple(self):
        dst = self.dst()
        yday = self.toordinal() - ordinal_of(self.year, 1, 1) + 1
        return _time.struct_time((*self._date, *self._time[:3], self.weekday(), yday, -1 if dst is None else int(bool(dst))))

    def utctimetuple(self):
        offset = self.utcoffset()
        utc = self._at(self._microseconds() - (0 if offset is None else offset._us), None)
        return _time.struct_time(utc.timetuple()[:8] + (0,))

    def isoformat(self, sep="T", timespec="auto"):
        return "%04d-%02d-%02d" % self._date + sep + _clock_text(*self._time, timespec) + _offset_text(self.utcoffset())

    def __str__(self):
        return self.isoformat(" ")

    def ctime(self):
        return self.strftime("%a %b ") + "%2d %02d:%02d:%02d %04d" % (self.day, *self._time[:3], self.year)

    def strftime(self, format):
        return format_time(format, self._date, self._time, _offset_text(self.utcoffset()).replace(":", ""), self.tzname() or "")

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None, tzinfo=True,
                *, fold=None):
        new = (year, month, day, hour, minute, second, microsecond)
        given = [b if a is None else a for a, b in zip(new, self._date + self._time)]
        return type(self)(*given, self._tzinfo if tzinfo is True else tzinfo, fold=self._fold if fold is None else fold)

    def __repr__(self):
        parts = list(self._date + self._time)
        while len(parts) > 5 and not parts[-1]:
            parts.pop()
        return f"{class_name(self)}({', '.join(map(str, parts))}{_zone_and_fold(self)})"

    def __add__(self, other):
        return self._at(self._microseconds() + other._us, self._tzinfo) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self._at(self._microseconds() - other._us, self._tzinfo)
        if not isinstance(other, datetime):
            return NotImplemented
        mine, others = self.utcoffset(), other.utcoffset()
        if (mine is None) != (others is None):
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        shift = 0 if mine is None else mine._us - others._us
        return _delta(self._microseconds() - other._microseconds() - shift)

    def _key(self, other):
        if not isinstance(other, datetime):
            return None
        mine, others = self.utcoffset(), other.utcoffset()
        if (mine is None) != (others is None):
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        shift = 0 if mine is None else mine._us - others._us
        return self._microseconds() - shift, other._microseconds()

    def __eq__(self, other):
        if isinstance(other, datetime) and (self.utcoffset() is None) != (other.utcoffset() is None):
            return False
        keys = self._key(other)
        return NotImplemented if keys is None else keys[0] == keys[1]

    def __hash__(self):
        offset = self.replace(fold=0).utcoffset()
        return hash(self._microseconds() - (0 if offset is None else offset._us))


datetime.min, datetime.max = datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta.resolution
