import datetime as dt
from datetime import date, datetime, time, timedelta, timezone


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


d = date(2024, 2, 29)
print(d, repr(d), d.weekday(), d.isoweekday(), d.toordinal(), date.fromordinal(738000), d + timedelta(days=366), d - date(2023, 1, 1), d.strftime("%A %d %B %Y %j"), d.replace(year=2020), d.isocalendar(), d.ctime())
print([date(y, 1, 1).isocalendar()[:3] for y in range(2015, 2026)], date.fromisoformat("2021-03-04"), d < date(2025, 1, 1), date.max, date.min)
t = timedelta(days=1, hours=2, minutes=3, seconds=4.5)
print(t, repr(t), t.total_seconds(), t * 2, t / 2, t // 2, -t, abs(-t), t // timedelta(hours=1), t / timedelta(hours=1), t % timedelta(hours=1), divmod(t, timedelta(hours=5)), t * 1.5, timedelta(), repr(timedelta()), repr(timedelta(0, -1)), timedelta(-1), bool(timedelta()), timedelta(weeks=1, milliseconds=3))
n = datetime(2024, 12, 31, 23, 59, 58, 123456)
print(n, repr(n), n.isoformat(), n.isoformat(" ", "minutes"), n + timedelta(seconds=2), n - datetime(2024, 1, 1), n.date(), n.time(), n.strftime("%Y-%m-%d %H:%M:%S.%f %p %I %a %b %y %U %W %V %%"), n.replace(microsecond=0), f"{n:%d/%m/%Y}", repr(datetime(2020, 1, 1)), n.ctime())
u = datetime(2020, 5, 17, 12, 30, tzinfo=timezone.utc)
z = u.astimezone(timezone(timedelta(hours=-5, minutes=-30), "X"))
print(u, repr(u), z, repr(z), z == u, z.tzname(), u.timestamp(), hash(z) == hash(u), datetime.fromtimestamp(0, timezone.utc), timezone(timedelta(hours=3)), datetime.fromisoformat("2011-11-04T00:05:23.283+04:00"), datetime.fromisoformat("2011-11-04T00:05:23Z"), datetime.utcfromtimestamp(1e9))
print(time(12, 30), repr(time(1, 2, 3, 4)), time.fromisoformat("04:23:01"), time(5) < time(6), time(1, 2).isoformat("seconds"), datetime.combine(d, time(3)), datetime.max)
attempt(lambda: date(2023, 2, 29))
attempt(lambda: date(2023, 13, 1))
attempt(lambda: datetime(2023, 1, 1, 25))
attempt(lambda: date(0, 1, 1))
attempt(lambda: date.fromisoformat("x"))
attempt(lambda: u < n)
attempt(lambda: u - n)
attempt(lambda: date.max + timedelta(1))
print(u == n, isinstance(n, date), (datetime.now() - datetime.now()) <= timedelta(0), date.today() == datetime.now().date())
