# Arithmetic, comparison, texts and copies of dates, times and durations; errors and derived classes.
import copy
import datetime as module
import random
from datetime import date, datetime, time, timedelta, timezone, tzinfo


def attempt(f):
    try:
        print(repr(f()), end="; ")
    except Exception as e:
        print(type(e).__name__, e, end="; ")


r = random.Random(5)
# Every way of making and computing durations.
deltas = [timedelta(), timedelta(1), timedelta(-1), timedelta(0, 1), timedelta(microseconds=-1), timedelta.max, timedelta.min, timedelta(days=0.5),
          timedelta(hours=1.5, minutes=-30), timedelta(weeks=2, milliseconds=3), timedelta(True), timedelta(microseconds=0.5), timedelta(microseconds=1.5),
          timedelta(microseconds=2.5, seconds=1), timedelta(days=1e-9), timedelta(seconds=1e10, microseconds=0.3), timedelta(2 ** 70, hours=-24 * 2 ** 70)]
for _ in range(20):
    deltas.append(timedelta(r.randrange(-1000, 1000), r.uniform(-1e6, 1e6), r.randrange(-10 ** 9, 10 ** 9)))
for d in deltas:
    print(d, repr(d), d.days, d.seconds, d.microseconds, d.total_seconds(), bool(d), hash(d) == hash((d.days, d.seconds, d.microseconds)))
for d in deltas:
    for f in (lambda: -d, lambda: +d, lambda: abs(d), lambda: d * 3, lambda: -2 * d, lambda: d * 0.3, lambda: 1e-3 * d, lambda: d / 7, lambda: d / 0.7,
              lambda: d // 7, lambda: d // -3, lambda: d + d, lambda: d - timedelta(1, 2, 3), lambda: d / timedelta(hours=1), lambda: d // timedelta(0, 7),
              lambda: d % timedelta(0, 7), lambda: divmod(d, timedelta(-1, 3)), lambda: d * True):
        attempt(f)
    print()
one = timedelta(1)
for f in (lambda: timedelta(2 ** 31), lambda: timedelta(10 ** 9), lambda: timedelta(-10 ** 9), lambda: timedelta("x"), lambda: timedelta(hours="x"),
          lambda: timedelta(1, 2, 3, 4, 5, 6, 7, 8), lambda: timedelta(foo=1), lambda: timedelta(1, days=1), lambda: timedelta(float("inf")),
          lambda: timedelta(float("nan")), lambda: one * "a", lambda: one + 1, lambda: 1 - one, lambda: one / 0, lambda: one / 0.0, lambda: one // 0,
          lambda: one // 0.5, lambda: one % 2, lambda: one / timedelta(), lambda: divmod(one, 1), lambda: one < 1, lambda: one == 1, lambda: one * float("nan"),
          lambda: timedelta.max + timedelta.resolution, lambda: -timedelta.max, lambda: abs(timedelta.min), lambda: timedelta.min - one, lambda: one * 1j,
          lambda: sorted(deltas)[:3], lambda: max(deltas), lambda: sum(deltas[:5], timedelta()), lambda: one.__reduce__(), lambda: one.days.__class__,
          lambda: setattr(one, "days", 3), lambda: setattr(one, "new", 3), lambda: one ** 2):
    attempt(f)
print()

# Days.
days = [date.min, date.max, date(2024, 2, 29), date(2023, 12, 31), date(2000, 3, 1), date(1900, 2, 28)]
days += [date.fromordinal(r.randrange(1, 3652060)) for _ in range(40)]
for d in days:
    print(d, repr(d), d.toordinal(), date.fromordinal(d.toordinal()) == d, d.weekday(), d.isoweekday(), tuple(d.isocalendar()), d.timetuple()[:], d.ctime())
    for f in (lambda: d + one, lambda: d - one, lambda: d + timedelta(400, 90000), lambda: d - date(2000, 1, 1), lambda: d.replace(day=1), lambda: d.replace(2023),
              lambda: d < date(2000, 1, 1), lambda: d >= date(2000, 1, 1), lambda: d == date(2000, 3, 1), lambda: d.strftime("%d.%m.%y %j %U %a %b %%")):
        attempt(f)
    print()
for f in (lambda: date(2023, 2, 29), lambda: date(0, 1, 1), lambda: date(10000, 1, 1), lambda: date(1, 13, 1), lambda: date(1, 1, 0), lambda: date(1, 1), lambda: date(),
          lambda: date(1, 1, 1, 1), lambda: date(1.0, 1, 1), lambda: date("x"), lambda: date(2 ** 40, 1, 1), lambda: date(2 ** 80, 1, 1), lambda: date(year=1, month=1, dy=1),
          lambda: date(1, 1, 1, day=2), lambda: date.fromordinal(0), lambda: date.fromordinal(3652060), lambda: date.fromordinal(-5), lambda: date(1, 1, 1) + 1,
          lambda: 1 + date(1, 1, 1), lambda: date(1, 1, 1) - 1, lambda: one - date(1, 1, 1), lambda: one + date(1, 1, 1), lambda: date(1, 1, 1) < 3, lambda: date(1, 1, 1) == 3,
          lambda: date(1, 1, 1).replace(month=13), lambda: date(1, 1, 1).replace("x"), lambda: date.max + one, lambda: date.min - one, lambda: date(1, 1, 1).strftime(3),
          lambda: f"{date(2024, 1, 2)} {date(2024, 1, 2):%Y} {date(2024, 1, 2)!r:>20}", lambda: date(2024, 1, 2).strftime(""), lambda: date(2024, 1, 2).strftime("é %Y ü"),
          lambda: date(2024, 1, 2).__reduce__(), lambda: date(b"\x07\xe8\x01\x02"), lambda: date(b"\x07\xe8\x0d\x02"), lambda: date(1, 1, 1) * 2,
          lambda: hash(date(2024, 1, 2)) == hash(b"\x07\xe8\x01\x02"), lambda: {date(1, 2, 3): 4}[date(1, 2, 3)]):
    attempt(f)
print()


class Zone(tzinfo):
    """Two hours in summer, one in winter; 2:00 to 3:00 on 2024-10-27 comes twice."""

    def utcoffset(self, dt):
        return timedelta(hours=1) + self.dst(dt)

    def dst(self, dt):
        if dt is None:
            return timedelta(0)
        shown = dt.replace(tzinfo=None, fold=0)
        end = datetime(2024, 10, 27, 3)
        if end - timedelta(hours=1) <= shown < end:
            return timedelta(hours=0 if dt.fold else 1)
        return timedelta(hours=1) if datetime(2024, 3, 31, 2) <= shown < end else timedelta(0)

    def tzname(self, dt):
        return "Zone%"

    def __repr__(self):
        return "Zone()"


zone, east = Zone(), timezone(timedelta(hours=5, minutes=30), "East")
moments = [datetime(2024, 1, 31, 23, 59, 59, 999999), datetime(2024, 1, 31), datetime(2024, 7, 1, 12, tzinfo=zone), datetime(2024, 10, 27, 2, 30, tzinfo=zone),
           datetime(2024, 10, 27, 2, 30, tzinfo=zone, fold=1), datetime(2024, 7, 1, 10, tzinfo=timezone.utc), datetime(2024, 7, 1, 15, 30, 5, tzinfo=east), datetime.min, datetime.max]
for m in moments:
    print(m, repr(m), m.date(), m.time(), repr(m.timetz()), m.utcoffset(), m.dst(), m.tzname(), m.isoformat(" ", "milliseconds"), m.isoformat(timespec="hours"), m.fold)
    for f in (lambda: m + one, lambda: m - timedelta(0, 1, 1), lambda: m + timedelta(microseconds=1), lambda: m.replace(tzinfo=None), lambda: m.replace(hour=3, fold=1),
              lambda: m.strftime("%Y-%m-%d %H:%M:%S.%f %z %Z %p %I"), lambda: m.astimezone(timezone.utc), lambda: m.utctimetuple()[:], lambda: m.timetuple()[:],
              lambda: copy.copy(m) == m, lambda: copy.deepcopy(m), lambda: m.__reduce_ex__(4)[1][0], lambda: m.__reduce__()[1][0], lambda: m.toordinal(), lambda: m.weekday(),
              lambda: datetime.fromisoformat(m.isoformat()) == m, lambda: m.ctime()):
        attempt(f)
    print()
    for other in moments + [date(2024, 1, 31), 3]:
        for f in (lambda: m == other, lambda: m < other, lambda: m >= other, lambda: m - other, lambda: other == m, lambda: other > m, lambda: hash(m) == hash(other)):
            attempt(f)
    print()
for f in (lambda: datetime(2024, 1, 31, 24), lambda: datetime(2024, 1, 31, 1, 60), lambda: datetime(2024, 1, 31, 1, 1, 60), lambda: datetime(2024, 1, 31, 1, 1, 1, 10 ** 6),
          lambda: datetime(2024, 1, 31, fold=2), lambda: datetime(2024, 1, 31, tzinfo=3), lambda: datetime(2024, 1), lambda: datetime(2024, 1, 1, 1, 1, 1, 1, None, 1),
          lambda: datetime(2024, 1, 1, zone=3), lambda: datetime.max + timedelta.resolution, lambda: datetime.min - one, lambda: datetime.combine(date(2024, 1, 2), time(3, 4, tzinfo=zone)),
          lambda: datetime.combine(date(2024, 1, 2), time(3, 4, tzinfo=zone), tzinfo=None), lambda: datetime.combine(1, 2), lambda: datetime.combine(date.min, 2),
          lambda: datetime(2024, 1, 2).isoformat("xx"), lambda: datetime(2024, 1, 2).isoformat(timespec="days"), lambda: datetime(2024, 1, 2).isoformat("→"),
          lambda: datetime(2024, 1, 2) < date(2024, 1, 2), lambda: date(2024, 1, 2) < datetime(2024, 1, 2), lambda: date(2024, 1, 2) == datetime(2024, 1, 2),
          lambda: datetime(2024, 1, 2) - date(2024, 1, 2), lambda: datetime(2024, 1, 2).replace(year=0), lambda: datetime(2024, 1, 2).replace(tzinfo=1),
          lambda: datetime(b"\x07\xe8\x01\x02\x03\x04\x05\x00\x00\x06"), lambda: datetime(b"\x07\xe8\x81\x02\x03\x04\x05\x00\x00\x06", east), lambda: datetime.utcfromtimestamp(1.5),
          lambda: datetime.fromtimestamp(1e9, east), lambda: datetime.fromtimestamp(0, zone), lambda: datetime(2024, 7, 1, tzinfo=zone).timestamp(), lambda: isinstance(datetime.now(), date),
          lambda: datetime.strptime("2024-01-02 +0530", "%Y-%m-%d %z"), lambda: tzinfo().utcoffset(None), lambda: datetime(2024, 1, 1, tzinfo=tzinfo()).utcoffset(),
          lambda: datetime(2024, 1, 1).strftime("%Q"), lambda: datetime.__mro__, lambda: datetime.resolution, lambda: datetime.__module__, lambda: datetime.now.__qualname__,
          lambda: datetime.min < datetime.max, lambda: timezone(timedelta(0)) is timezone.utc, lambda: {timezone.utc, east}):
    attempt(f)
print()


class Wrong(tzinfo):
    def __init__(self, answer):
        self.answer = answer

    def utcoffset(self, dt):
        return self.answer

    tzname = dst = utcoffset


for answer in (3, timedelta(1), timedelta(-1), timedelta(-1, 1), None):
    for f in (lambda: str(datetime(2024, 1, 1, tzinfo=Wrong(answer))), lambda: datetime(2024, 1, 1, tzinfo=Wrong(answer)) == datetime(2024, 1, 1),
              lambda: datetime(2024, 1, 1, tzinfo=Wrong(answer)).strftime("%Z"), lambda: time(1, tzinfo=Wrong(answer)).dst(), lambda: hash(time(1, tzinfo=Wrong(answer)))):
        attempt(f)
print()

# Times.
times = [time(), time(1, 2, 3, 4), time(23, 59, 59, 999999), time(1, 30, tzinfo=timezone.utc), time(7, tzinfo=east), time(1, tzinfo=zone, fold=1), time(0, 0, 5)]
for t in times:
    print(t, repr(t), t.isoformat("minutes"), t.utcoffset(), t.tzname(), t.dst(), t.replace(hour=5), repr(t.replace(tzinfo=None, fold=1)), t.strftime("%H %f %Z %Y"), t.__reduce__()[1][0], f"{t:%H}", bool(t))
    for other in times + [3]:
        for f in (lambda: t == other, lambda: t < other, lambda: hash(t) == hash(other)):
            attempt(f)
    print()
for f in (lambda: time(24), lambda: time(1, "x"), lambda: time(1, 2, 3, 4, 5), lambda: time(fold=3), lambda: time(1, 2, 3, 4, None, 1), lambda: time(b"\x81\x02\x03\x00\x00\x04"),
          lambda: time.fromisoformat("04:23:01+05:30"), lambda: time(1) + one, lambda: time.min, lambda: time.max, lambda: copy.deepcopy(time(1, tzinfo=zone))):
    attempt(f)
print()


# Derived classes keep their class where CPython does.
class Day(date):
    def __new__(cls, *args, note="none"):
        print("new", args, end=" ")
        made = super().__new__(cls, *args)
        made.note = note
        return made


class Moment(datetime):
    def isoformat(self, *args, **kw):
        return "moment " + super().isoformat(*args, **kw)


class Span(timedelta):
    pass


d, m, s = Day(2024, 1, 2, note="mine"), Moment(2024, 1, 2, 3, 4), Span(1)
for f in (lambda: d, lambda: d.note, lambda: d + one, lambda: one + d, lambda: d.replace(day=5), lambda: d - date(2024, 1, 1), lambda: type(Day.fromordinal(5)), lambda: Day.today().note,
          lambda: d == date(2024, 1, 2), lambda: hash(d) == hash(date(2024, 1, 2)), lambda: m, lambda: str(m), lambda: m + one, lambda: type(m - one), lambda: type(m.replace(hour=1)),
          lambda: type(Moment.combine(date.min, time.min)), lambda: f"{m}", lambda: type(m.date()), lambda: s, lambda: type(s + s), lambda: s * 2, lambda: s == one, lambda: m.astimezone(east),
          lambda: copy.copy(m), lambda: copy.copy(s), lambda: setattr(m, "extra", 1), lambda: m.extra, lambda: type(Moment.fromtimestamp(5, timezone.utc))):
    attempt(f)
print()
for name in ("date", "datetime", "time", "timedelta", "timezone", "tzinfo"):
    cls = getattr(module, name)
    print(cls, cls.__name__, cls.__qualname__, cls.__module__, cls.__base__, end="; ")
print()
