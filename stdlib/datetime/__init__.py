"""Dates, times and durations: the behaviour of CPython 3.11's datetime module."""

from _types import set_dotted_name
from datetime._days import MAXYEAR, MINYEAR, date
from datetime._durations import timedelta
from datetime._moments import datetime
from datetime._times import time
from datetime._zones import UTC, timezone, tzinfo

__all__ = ["date", "datetime", "time", "timedelta", "timezone", "tzinfo", "MINYEAR", "MAXYEAR", "UTC"]

for _class in (date, datetime, time, timedelta, timezone, tzinfo):
    _class.__module__ = __name__
    set_dotted_name(_class, "datetime." + _class.__name__)
