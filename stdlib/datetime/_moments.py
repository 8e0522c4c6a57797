"""datetime: what is not in _datetime."""

import _datetime
import time as _time
from _datetime import complete, local_offset, plain_moment, timedelta
from _datetime_iso import parse_moment
from _datetime_parse import parse as parse_by_format
from _datetime_text import ordinal_of
from datetime._durations import add_methods, microsecond
from datetime._zones import _zone, timezone

_epoch = _datetime.datetime(1970, 1, 1)
_second = timedelta(seconds=1)


class datetime:
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
        made = plain_moment(cls, text)
        if made is not None:
            return made
        parts = parse_moment(text)
        if parts is None:
            raise ValueError(f"Invalid isoformat string: {text!r}")
        day, clock = parts
        return cls(*day, *clock[0], _zone(clock[1]))

    def astimezone(self, tz=None):
        if tz is self.tzinfo and tz is not None and self.utcoffset() is not None:
            return self
        offset = self.utcoffset()
        if offset is None:
            offset = timedelta(seconds=local_offset(self))
        utc = self.replace(tzinfo=None) - offset
        if tz is None:
            here = _time.localtime((utc - _epoch) // _second)
            tz = timezone(timedelta(seconds=here.tm_gmtoff), here.tm_zone)
        utc = utc.replace(tzinfo=tz)     # and is told if that is no tzinfo
        return tz.fromutc(utc)

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
