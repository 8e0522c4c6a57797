# What the classes of datetime, decimal and re refuse and how messages name them, and the texts fromisoformat() reads.
import re
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from decimal import Decimal
from fractions import Fraction


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


for text in ("2024-02-29", "20240229", "2024-W09-4", "2024W094", "2024W09", "2024-W09", "2024-W09-", "2024-W54-1", "2020-W53-1",
             "2021-W53-1", "2024-02-30", "24-1-1", "", "2024-2-9", "2024-02-29T13:45", "2024/02/29"):
    show(lambda: date.fromisoformat(text))
for text in ("2024-02-29T13:45", "2024-02-29 13:45:10.123", "2024-02-29T13:45:10Z", "2024-02-29T13:45:10+05:30", "20240229T134510",
             "2024-02-29T25:00", "2024-02-29T13:45:10.1234567", "2024-02-29T", "2024-02-29T13", "2024-02-29T13:45:10,5", "x",
             "2024-02-29T13:45:10+24:00", "2024W09-1345", "2024-W09T13", "2024-W09-4T13", "2024W094T13", "20240229", "2024-02-29",
             "2024W09T13:45:10.", "2024-02-29T13:4510", "2024-02-29T1345+0530", "2024-02-29x13:45-00:30:15"):
    show(lambda: datetime.fromisoformat(text))
for text in ("13:45", "13", "134510", "T13:45", "T134510.5Z", "13:45:10.123456+01:00", "25:00", "13:4", "13:45Z", ""):
    show(lambda: time.fromisoformat(text))
for kind in (date, datetime, time):
    show(lambda: kind.fromisoformat(5))

for fields in ((), (2024,), (2024, 1), ("a", 1, 1), (2024.0, 1, 1), (2024, 13, 1), (2023, 2, 29), (True, 1, 1)):
    show(lambda: date(*fields))
    show(lambda: datetime(*fields))
show(lambda: datetime(2024, 1, 1, 1.5))
show(lambda: datetime(2024, 1, 1, tzinfo=5))
show(lambda: time(tzinfo="UTC"))
show(lambda: time("1"))
show(lambda: date.fromordinal(0))
show(lambda: timedelta(days=10 ** 10))
show(lambda: timedelta(days=10 ** 9))
for name in ("days", "hours", "weeks", "milliseconds"):
    show(lambda: timedelta(**{name: "a"}))
print(timezone(timedelta(0)) is timezone.utc, timezone(timedelta(0), "Z"), timezone(timedelta(hours=1)))

moment, day, span, clock = datetime(2024, 2, 29), date(2024, 2, 29), timedelta(1), time(1)
operands = (moment, day, span, clock, timezone.utc, Decimal(1), re.compile("a"), re.match("a", "ab"))
for value in operands:
    for other in (5, "x", 1.5, moment, Fraction(1, 2)):
        show(lambda: value + other)
        show(lambda: value < other)
    show(lambda: value.nothing)
    show(lambda: value())
    show(lambda: len(value))
    cls = type(value)
    print(cls, cls.__name__, cls.__qualname__, cls.__module__)


class Moment(datetime):
    pass


class Price(Decimal):
    pass


show(lambda: Moment(2024, 1, 1) + 5)
show(lambda: Price(1) + "a")
show(lambda: datetime(2024, 1, 1).astimezone(5))
show(lambda: Moment(2024, 1, 1, tzinfo=timezone.utc).astimezone("UTC"))
print(Moment.__name__, Price.__name__, repr(Moment(2024, 1, 1)), Moment)
