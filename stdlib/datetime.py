"""Dates, times and durations. The behaviour is that of CPython 3.11's datetime module, without strptime and without the
fold of ambiguous local times.
"""
import time as _time
from _datetime_parse import parse as parse_by_format
from _datetime_text import day_of_ordinal, days_in_month, format_time, iso_week, is_leap, ordinal_of, parse_date, parse_time

__all__ = ["date", "datetime", "time", "timedelta", "timezone", "tzinfo", "MINYEAR", "MAXYEAR", "UTC"]

MINYEAR = 1
MAXYEAR = 9999
_second = 1000000
_day = 86400 * _second


class timedelta:
    """A duration, kept as microseconds."""

    __slots__ = ("_us",)

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        total, rest = 0, 0
        for amount, unit in ((days, _day), (seconds, _second), (microseconds, 1), (milliseconds, 1000),
                             (minutes, 60 * _second), (hours, 3600 * _second), (weeks, 7 * _day)):
            if isinstance(amount, int):
                total += amount * unit
            elif isinstance(amount, float):
                whole = int(amount)
                total += whole * unit
                rest += (amount - whole) * unit
            else:
                raise TypeError("unsupported type for timedelta days component: " + type(amount).__name__)
        return _delta(total + round(rest), cls)

    days = property(lambda self: self._us // _day)
    seconds = property(lambda self: self._us % _day // _second)
    microseconds = property(lambda self: self._us % _second)

    def total_seconds(self):
        return self._us / 10 ** 6

    def __repr__(self):
        parts = [f"{name}={value}" for name, value in (("days", self.days), ("seconds", self.seconds),
                                                        ("microseconds", self.microseconds)) if value]
        return f"datetime.timedelta({', '.join(parts) or '0'})"

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
    if abs(days) > 999999999:
        raise OverflowError(f"days={days}; must have magnitude <= 999999999")
    made = object.__new__(cls)
    made._us = microseconds
    return made


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta(days=999999999, hours=23, minutes=59, seconds=59, microseconds=999999)
timedelta.resolution = timedelta(microseconds=1)


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
        return f"datetime.timezone({self._offset!r}{name})"

    def __str__(self):
        return self.tzname(None)

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)


UTC = timezone.utc = timezone(timedelta(0))


def _check_date(year, month, day):
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"year {year} is out of range")
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= day <= days_in_month(year, month):
        raise ValueError("day is out of range for month")


def _check_time(hour, minute, second, microsecond):
    for value, limit, text in ((hour, 23, "hour must be in 0..23"), (minute, 59, "minute must be in 0..59"),
                               (second, 59, "second must be in 0..59"),
                               (microsecond, 999999, "microsecond must be in 0..999999")):
        if not 0 <= value <= limit:
            raise ValueError(text)


def _ordinal_in_range(ordinal):
    if not 1 <= ordinal <= 3652059:
        raise OverflowError("date value out of range")
    return day_of_ordinal(ordinal)


class date:
    """A day of the Gregorian calendar."""

    def __init__(self, year, month, day):
        _check_date(year, month, day)
        self._date = year, month, day

    year = property(lambda self: self._date[0])
    month = property(lambda self: self._date[1])
    day = property(lambda self: self._date[2])

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromtimestamp(cls, timestamp):
        return cls(*_time.localtime(timestamp)[:3])

    @classmethod
    def fromordinal(cls, n):
        return cls(*day_of_ordinal(n))

    @classmethod
    def fromisoformat(cls, text):
        parts = parse_date(text)
        if parts is None:
            raise ValueError(f"Invalid isoformat string: {text!r}")
        return cls(*parts)

    def toordinal(self):
        return ordinal_of(*self._date)

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.weekday() + 1

    def isocalendar(self):
        return iso_week(*self._date)

    def timetuple(self):
        yday = self.toordinal() - ordinal_of(self.year, 1, 1) + 1
        return _time.struct_time((*self._date, 0, 0, 0, self.weekday(), yday, -1))

    def isoformat(self):
        return "%04d-%02d-%02d" % self._date

    __str__ = isoformat

    def ctime(self):
        return self.strftime("%a %b ") + "%2d 00:00:00 %04d" % (self.day, self.year)

    def strftime(self, format):
        return format_time(format, self._date, (0, 0, 0, 0), "", "")

    def __format__(self, specifier):
        return self.strftime(specifier) if specifier else str(self)

    def replace(self, year=None, month=None, day=None):
        return type(self)(self.year if year is None else year, self.month if month is None else month,
                          self.day if day is None else day)

    def __repr__(self):
        return "datetime.date(%d, %d, %d)" % self._date

    def __add__(self, other):
        if isinstance(other, timedelta):
            return type(self)(*_ordinal_in_range(self.toordinal() + other.days))
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return type(self)(*_ordinal_in_range(self.toordinal() - other.days))
        if isinstance(other, date):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def _key(self, other):
        plain = isinstance(other, date) and not isinstance(other, datetime)
        return (self._date, other._date) if plain else None

    def __eq__(self, other):
        keys = self._key(other)
        return NotImplemented if keys is None else keys[0] == keys[1]

    def __lt__(self, other):
        keys = self._key(other)
        return _unordered(self, other) if keys is None else keys[0] < keys[1]

    def __le__(self, other):
        keys = self._key(other)
        return _unordered(self, other) if keys is None else keys[0] <= keys[1]

    def __gt__(self, other):
        keys = self._key(other)
        return _unordered(self, other) if keys is None else keys[0] > keys[1]

    def __ge__(self, other):
        keys = self._key(other)
        return _unordered(self, other) if keys is None else keys[0] >= keys[1]

    def __hash__(self):
        return hash(self._date)


def _unordered(a, b):
    if isinstance(a, date) and isinstance(b, date):
        raise TypeError(f"can't compare datetime.{type(a).__name__} to datetime.{type(b).__name__}")
    return NotImplemented


def _clock_text(hour, minute, second, microsecond, timespec):
    if timespec == "auto":
        timespec = "microseconds" if microsecond else "seconds"
    forms = {"hours": "%02d", "minutes": "%02d:%02d", "seconds": "%02d:%02d:%02d", "milliseconds": "%02d:%02d:%02d.%03d",
             "microseconds": "%02d:%02d:%02d.%06d"}
    if timespec not in forms:
        raise ValueError("Unknown timespec value")
    last = microsecond // 1000 if timespec == "milliseconds" else microsecond
    return forms[timespec] % (hour, minute, second, last)[:forms[timespec].count("%")]


class time:
    """A time of day."""

    def __init__(self, hour=0, minute=0, second=0, microsecond=0, tzinfo=None):
        _check_time(hour, minute, second, microsecond)
        self._time = hour, minute, second, microsecond
        self._tzinfo = tzinfo

    hour = property(lambda self: self._time[0])
    minute = property(lambda self: self._time[1])
    second = property(lambda self: self._time[2])
    microsecond = property(lambda self: self._time[3])
    tzinfo = property(lambda self: self._tzinfo)

    @classmethod
    def fromisoformat(cls, text):
        parts = parse_time(text)
        if parts is None:
            raise ValueError(f"Invalid isoformat string: {text!r}")
        return cls(*parts[0], tzinfo=_zone(parts[1]))

    def utcoffset(self):
        return None if self._tzinfo is None else self._tzinfo.utcoffset(None)

    def isoformat(self, timespec="auto"):
        return _clock_text(*self._time, timespec) + _offset_text(self.utcoffset())

    __str__ = isoformat

    def strftime(self, format):
        zone = "" if self._tzinfo is None else self._tzinfo.tzname(None)
        return format_time(format, (1900, 1, 1), self._time, _offset_text(self.utcoffset()).replace(":", ""), zone)

    def __format__(self, specifier):
        return self.strftime(specifier) if specifier else str(self)

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True):
        given = [old if new is None else new for new, old in zip((hour, minute, second, microsecond), self._time)]
        return type(self)(*given, self._tzinfo if tzinfo is True else tzinfo)

    def __repr__(self):
        hour, minute, second, microsecond = self._time
        text = f"{hour}, {minute}" + (f", {second}, {microsecond}" if microsecond else f", {second}" if second else "")
        return f"datetime.time({text}{'' if self._tzinfo is None else f', tzinfo={self._tzinfo!r}'})"

    def __eq__(self, other):
        return self._time == other._time if isinstance(other, time) else NotImplemented

    def __lt__(self, other):
        return self._time < other._time if isinstance(other, time) else NotImplemented

    def __le__(self, other):
        return self._time <= other._time if isinstance(other, time) else NotImplemented

    def __gt__(self, other):
        return self._time > other._time if isinstance(other, time) else NotImplemented

    def __ge__(self, other):
        return self._time >= other._time if isinstance(other, time) else NotImplemented

    def __hash__(self):
        return hash(self._time)


def _zone(microseconds):
    return None if microseconds is None else timezone(_delta(microseconds)) if microseconds else UTC


class datetime(date):
    """A day and a time of day."""

    def __init__(self, year, month, day, hour=0, minute=0, second=0, microsecond=0, tzinfo=None):
        super().__init__(year, month, day)
        _check_time(hour, minute, second, microsecond)
        self._time = hour, minute, second, microsecond
        self._tzinfo = tzinfo

    hour = time.hour
    minute = time.minute
    second = time.second
    microsecond = time.microsecond
    tzinfo = property(lambda self: self._tzinfo)

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
        microseconds = round(timestamp * 10 ** 6)
        return cls(*_time.localtime(microseconds // _second)[:6], microseconds % _second)

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
        return cls(*date._date, *time._time, time._tzinfo if tzinfo is True else tzinfo)

    @classmethod
    def fromisoformat(cls, text):
        day, clock = parse_date(text[:10]), ((0, 0, 0, 0), None) if len(text) == 10 else parse_time(text[11:])
        if day is None or clock is None:
            raise ValueError(f"Invalid isoformat string: {text!r}")
        return cls(*day, *clock[0], _zone(clock[1]))

    def _microseconds(self):
        hour, minute, second, microsecond = self._time
        return self.toordinal() * _day + (hour * 3600 + minute * 60 + second) * _second + microsecond

    def date(self):
        return _date(*self._date)

    def time(self):
        return time(*self._time)

    def timetz(self):
        return time(*self._time, self._tzinfo)

    def utcoffset(self):
        return None if self._tzinfo is None else self._tzinfo.utcoffset(self)

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(self)

    def timestamp(self):
        offset = self.utcoffset()
        if offset is not None:
            return (self._microseconds() - offset._us - ordinal_of(1970, 1, 1) * _day) / 10 ** 6
        return _time.mktime((*self._date, *self._time[:3], self.weekday(), 0, -1)) + self._time[3] / 10 ** 6

    def astimezone(self, tz=None):
        offset = self.utcoffset()
        if offset is None:
            offset = _delta(self._microseconds() - (round(self.timestamp()) + ordinal_of(1970, 1, 1) * 86400) * _second)
        if tz is None:
            tz = timezone(offset)
        return tz.fromutc(self._at(self._microseconds() - offset._us, tz))

    def timetuple(self):
        yday = self.toordinal() - ordinal_of(self.year, 1, 1) + 1
        return _time.struct_time((*self._date, *self._time[:3], self.weekday(), yday, -1))

    def isoformat(self, sep="T", timespec="auto"):
        return "%04d-%02d-%02d" % self._date + sep + _clock_text(*self._time, timespec) + _offset_text(self.utcoffset())

    def __str__(self):
        return self.isoformat(" ")

    def ctime(self):
        return self.strftime("%a %b ") + "%2d %02d:%02d:%02d %04d" % (self.day, *self._time[:3], self.year)

    def strftime(self, format):
        return format_time(format, self._date, self._time, _offset_text(self.utcoffset()).replace(":", ""), self.tzname() or "")

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None, tzinfo=True):
        new = (year, month, day, hour, minute, second, microsecond)
        given = [b if a is None else a for a, b in zip(new, self._date + self._time)]
        return type(self)(*given, self._tzinfo if tzinfo is True else tzinfo)

    def __repr__(self):
        parts = list(self._date + self._time)
        while len(parts) > 5 and not parts[-1]:
            parts.pop()
        zone = "" if self._tzinfo is None else f", tzinfo={self._tzinfo!r}"
        return f"datetime.datetime({', '.join(map(str, parts))}{zone})"

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
        offset = self.utcoffset()
        return hash(self._microseconds() - (0 if offset is None else offset._us))


_date = date
date.min, date.max, date.resolution = date(1, 1, 1), date(9999, 12, 31), timedelta(1)
time.min, time.max, time.resolution = time(), time(23, 59, 59, 999999), timedelta.resolution
datetime.min, datetime.max = datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta.resolution
