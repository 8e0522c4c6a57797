"""The calendar, and dates and times by formats, for datetime."""
from collections import namedtuple

IsoCalendarDate = namedtuple("IsoCalendarDate", "year week weekday", module="datetime")
IsoCalendarDate.__repr__ = lambda self: "datetime.IsoCalendarDate(year=%d, week=%d, weekday=%d)" % tuple(self)

_days = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_months = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
           "December")
_lengths = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def class_name(value):
    """How a repr begins: subclasses are called by their name alone."""
    cls = type(value)
    return "datetime." + cls.__name__ if cls.__module__ == "datetime" else cls.__name__


def is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year, month):
    return 29 if month == 2 and is_leap(year) else _lengths[month - 1]


def ordinal_of(year, month, day):
    before = year - 1
    return (before * 365 + before // 4 - before // 100 + before // 400 + sum(_lengths[:month - 1])
            + (month > 2 and is_leap(year)) + day)


def day_of_ordinal(ordinal):
    year = (ordinal * 400) // 146097 + 1
    while ordinal_of(year, 1, 1) > ordinal:
        year -= 1
    while year < 9999 and ordinal_of(year + 1, 1, 1) <= ordinal:
        year += 1
    rest, month = ordinal - ordinal_of(year, 1, 1), 1
    while rest >= days_in_month(year, month):
        rest -= days_in_month(year, month)
        month += 1
    return year, month, rest + 1


def _first_iso_monday(year):
    first = ordinal_of(year, 1, 1)
    weekday = (first + 6) % 7
    return first - weekday + (7 if weekday > 3 else 0)


def iso_week(year, month, day):
    ordinal = ordinal_of(year, month, day)
    if ordinal < _first_iso_monday(year):
        year -= 1
    elif ordinal >= _first_iso_monday(year + 1):
        year += 1
    week, weekday = divmod(ordinal - _first_iso_monday(year), 7)
    return IsoCalendarDate(year, week + 1, weekday + 1)


def format_time(format, date, clock, offset, zone):
    year, month, day = date
    hour, minute, second, microsecond = clock
    ordinal = ordinal_of(*date)
    weekday, yday = (ordinal + 6) % 7, ordinal - ordinal_of(year, 1, 1) + 1
    half = hour % 12 or 12
    iso = iso_week(*date)
    table = {"Y": "%d" % year, "m": "%02d" % month, "d": "%02d" % day, "H": "%02d" % hour, "M": "%02d" % minute,
             "S": "%02d" % second, "f": "%06d" % microsecond, "y": "%02d" % (year % 100), "j": "%03d" % yday,
             "I": "%02d" % half, "p": "AM" if hour < 12 else "PM", "A": _days[weekday], "a": _days[weekday][:3],
             "B": _months[month - 1], "b": _months[month - 1][:3], "h": _months[month - 1][:3], "e": "%2d" % day,
             "w": str((weekday + 1) % 7), "u": str(weekday + 1), "z": offset, "Z": zone, "%": "%", "n": "\n", "t": "\t",
             "D": "%02d/%02d/%02d" % (month, day, year % 100), "F": "%d-%02d-%02d" % date,
             "T": "%02d:%02d:%02d" % (hour, minute, second), "R": "%02d:%02d" % (hour, minute),
             "x": "%02d/%02d/%02d" % (month, day, year % 100), "X": "%02d:%02d:%02d" % (hour, minute, second),
             "c": "%s %s %2d %02d:%02d:%02d %d" % (_days[weekday][:3], _months[month - 1][:3], day, hour, minute, second, year),
             "G": str(iso.year), "V": "%02d" % iso.week, "U": "%02d" % ((yday + 6 - (weekday + 1) % 7) // 7),
             "W": "%02d" % ((yday + 6 - weekday) // 7), "C": "%02d" % (year // 100),
             "r": "%02d:%02d:%02d %s" % (half, minute, second, "AM" if hour < 12 else "PM")}
    out, i = [], 0
    while i < len(format):
        if format[i] == "%" and i + 1 < len(format):
            out.append(table.get(format[i + 1], format[i:i + 2]))
            i += 2
        else:
            out.append(format[i])
            i += 1
    return "".join(out)
