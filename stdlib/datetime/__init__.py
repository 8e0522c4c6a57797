"""Dates, times and durations: the behaviour of CPython 3.11's datetime module.

The classes are those of _datetime, in C++; what is seldom called is added to them here.
"""

from _datetime import date, datetime, time, timedelta
from datetime import _days, _durations, _moments, _times
from datetime._days import MAXYEAR, MINYEAR
from datetime._zones import UTC, timezone, tzinfo

__all__ = ["date", "datetime", "time", "timedelta", "timezone", "tzinfo", "MINYEAR", "MAXYEAR", "UTC"]
