# The fold of times that clocks show twice, times that they leave out, and days by ISO week.
# test: needs=zones
import os
import time as t
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

os.environ["TZ"] = "CET-1CEST,M3.5.0,M10.5.0/3"
t.tzset()
print(time(1, 2, fold=1), repr(time(1, 2, fold=1)), time(1, 2, fold=1) == time(1, 2), hash(time(1, fold=1)) == hash(time(1)), time(1, fold=1).replace(hour=2), time(1, fold=1).replace(fold=0).fold)
print(repr(datetime(2020, 1, 2, fold=1)), datetime(2020, 1, 2, fold=1) == datetime(2020, 1, 2), datetime(2020, 1, 2, 3, fold=1).time().fold, datetime(2020, 1, 2, fold=1).timetz(), datetime(2020, 1, 2, fold=1).replace(day=3))
print(datetime.combine(date(2020, 1, 1), time(1, fold=1)).fold)
for bad in (lambda: time(1, fold=2), lambda: datetime(1, 1, 1, fold=-1), lambda: time(1, tzinfo=UTC) < time(2)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, str(e)[:60])
for s in (1603584000 + i * 900 for i in range(0, 20)):
    x = datetime.fromtimestamp(s)
    print(x, x.fold, x.timestamp() == s, x.astimezone(), x.astimezone(UTC))
for h in (1, 2, 3):
    for f in (0, 1):
        x = datetime(2020, 3, 29, h, 30, fold=f)
        print(x, f, x.timestamp(), x.astimezone())
        x = datetime(2020, 10, 25, h, 30, fold=f)
        print(x, f, x.timestamp(), x.astimezone())
print(time(1, tzinfo=UTC) == time(1), time(1, tzinfo=UTC) == time(2, tzinfo=timezone(timedelta(hours=1))), time(1, tzinfo=UTC) < time(3, tzinfo=timezone(timedelta(hours=1))), time(1).tzname(), time(1).dst(), time(1, tzinfo=UTC).tzname(), datetime(1, 1, 1).dst())
for c in (date, datetime, time, timedelta, timezone, tzinfo):
    print(c, c.__module__)
print(datetime(2020, 1, 1).isoformat(), date.min, datetime.max, time.max, timedelta.resolution, time(5) < time(6), time(5) >= time(6), time(1) == 1)
for c in (date, datetime, time, timedelta, timezone):
    print(c.__name__, [n for n in ("fromisocalendar utctimetuple dst tzname utcoffset fold min max resolution fromisoformat isocalendar ctime timestamp astimezone strptime combine timetz").split() if hasattr(c, n)])
for y, w, k in ((2020, 1, 1), (2020, 53, 7), (2021, 53, 1), (2021, 52, 7), (2026, 53, 1), (2021, 0, 1), (2021, 1, 8), (0, 1, 1), (9999, 52, 7), (1, 1, 1), (2015, 53, 4)):
    try:
        print(date.fromisocalendar(y, w, k), datetime.fromisocalendar(y, w, k))
    except ValueError as e:
        print(type(e).__name__, e)
z = timezone(timedelta(hours=2))
print(datetime(2020, 1, 1, tzinfo=z).utctimetuple(), datetime(2020, 1, 1).utctimetuple().tm_isdst, datetime(2020, 1, 1, tzinfo=z).astimezone(), repr(datetime(2020, 7, 1, 1).astimezone()), timezone.min, timezone.max, datetime(2020, 1, 1, tzinfo=z).timetuple().tm_isdst)
