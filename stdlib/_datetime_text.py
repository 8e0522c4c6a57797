"""The calendar, for datetime."""
from _datetime import day_of_ordinal, ordinal_of
from collections import namedtuple

IsoCalendarDate = namedtuple("IsoCalendarDate", "year week weekday", module="datetime")
IsoCalendarDate.__repr__ = lambda self: "datetime.IsoCalendarDate(year=%d, week=%d, weekday=%d)" % tuple(self)


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
