"""date: what is not in _datetime."""

import _datetime
import time as _time
from _datetime import complete, plain_date, timedelta
from _datetime_iso import parse_date
from _datetime_text import day_of_ordinal, iso_week, ordinal_of
from datetime._durations import add_methods

MINYEAR = 1
MAXYEAR = 9999


class date:
    @classmethod
    def fromisocalendar(cls, year, week, day):
        if not MINYEAR <= year <= MAXYEAR:
            raise ValueError(f"Year is out of range: {year}")
        monday = ordinal_of(year, 1, 4) - _datetime.date(year, 1, 4).weekday()    # of week 1, which has January 4 in it
        if not 0 < week < 53 and (week != 53 or iso_week(*day_of_ordinal(monday + 52 * 7))[1] != 53):
            raise ValueError(f"Invalid week: {week}")
        if not 0 < day < 8:
            raise ValueError(f"Invalid day: {day} (range is [1, 7])")
        ordinal = monday + (week - 1) * 7 + day - 1
        if ordinal > _datetime.date.max.toordinal():
            raise ValueError("year 10000 is out of range")
        return cls(*day_of_ordinal(ordinal))

    @classmethod
    def fromisoformat(cls, text, /):
        if not isinstance(text, str):
            raise TypeError("fromisoformat: argument must be str")
        made = plain_date(cls, text)
        if made is not None:
            return made
        parts = parse_date(text)
        if parts is None:
            raise ValueError(f"Invalid isoformat string: {text!r}")
        return cls(*parts)

    def isocalendar(self):
        return iso_week(self.year, self.month, self.day)

    def timetuple(self):
        yday = self.toordinal() - ordinal_of(self.year, 1, 1) + 1
        return _time.struct_time((self.year, self.month, self.day, 0, 0, 0, self.weekday(), yday, -1))

    def ctime(self):
        return _datetime.date.strftime(self, "%a %b ") + "%2d 00:00:00 %04d" % (self.day, self.year)


add_methods(_datetime.date, date)
complete(_datetime.date, {"min": _datetime.date(1, 1, 1), "max": _datetime.date(9999, 12, 31), "resolution": timedelta(1)})
