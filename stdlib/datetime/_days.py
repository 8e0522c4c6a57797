"""date."""

import time as _time
from operator import index
from _datetime_iso import parse_date
from _datetime_text import class_name, day_of_ordinal, days_in_month, format_time, iso_week, ordinal_of
from datetime._durations import timedelta

MINYEAR = 1
MAXYEAR = 9999


def _required(**fields):
    """The fields as ints."""
    for position, (name, value) in enumerate(fields.items(), 1):
        if value is None:
            raise TypeError(f"function missing required argument '{name}' (pos {position})")
    return [index(value) for value in fields.values()]


def _check_date(year, month, day):
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"year {year} is out of range")
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= day <= days_in_month(year, month):
        raise ValueError("day is out of range for month")


def _ordinal_in_range(ordinal):
    if not 1 <= ordinal <= 3652059:
        raise OverflowError("date value out of range")
    return day_of_ordinal(ordinal)


class date:
    """A day of the Gregorian calendar."""

    _time = None    # a datetime has a time of day here

    def __init__(self, year=None, month=None, day=None):
        year, month, day = _required(year=year, month=month, day=day)
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
        if n < 1:
            raise ValueError("ordinal must be >= 1")
        return cls(*day_of_ordinal(n))

    @classmethod
    def fromisocalendar(cls, year, week, day):
        if not MINYEAR <= year <= MAXYEAR:
            raise ValueError(f"Year is out of range: {year}")
        monday = ordinal_of(year, 1, 4) - date(year, 1, 4).weekday()    # of week 1, which has January 4 in it
        if not 0 < week < 53 and (week != 53 or iso_week(*day_of_ordinal(monday + 52 * 7))[1] != 53):
            raise ValueError(f"Invalid week: {week}")
        if not 0 < day < 8:
            raise ValueError(f"Invalid day: {day} (range is [1, 7])")
        ordinal = monday + (week - 1) * 7 + day - 1
        if ordinal > date.max.toordinal():
            raise ValueError("year 10000 is out of range")
        return cls(*day_of_ordinal(ordinal))

    @classmethod
    def fromisoformat(cls, text):
        if not isinstance(text, str):
            raise TypeError("fromisoformat: argument must be str")
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
        return "%s(%d, %d, %d)" % (class_name(self), *self._date)

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
        plain = isinstance(other, date) and other._time is None
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


date.min, date.max, date.resolution = date(1, 1, 1), date(9999, 12, 31), timedelta(1)
