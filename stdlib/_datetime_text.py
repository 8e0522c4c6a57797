"""The calendar, for datetime."""
from _datetime import day_of_ordinal, iso_week as _iso_week, ordinal_of
from collections import namedtuple

IsoCalendarDate = namedtuple("IsoCalendarDate", "year week weekday", module="datetime")
IsoCalendarDate.__repr__ = lambda self: "datetime.IsoCalendarDate(year=%d, week=%d, weekday=%d)" % tuple(self)


def iso_week(year, month, day):
    return IsoCalendarDate(*_iso_week(year, month, day))
