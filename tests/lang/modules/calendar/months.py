# calendar and sched: months as lists and text, first weekdays, ranges, errors, timegm; events in order and cancelled.
import calendar
import sched
import time


def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)


print([calendar.isleap(y) for y in (1900, 2000, 2023, 2024, 2100)], calendar.leapdays(1900, 2001), calendar.leapdays(2024, 2024), [calendar.monthrange(2024, m) for m in range(1, 13)], calendar.weekday(1, 1, 1), calendar.weekday(9999, 12, 31), calendar.weekday(2024, 2, 29))
for f, a in ((calendar.monthrange, (2024, 0)), (calendar.monthrange, (2024, 13)), (calendar.weekday, (2023, 2, 29)), (calendar.setfirstweekday, (7,)), (calendar.setfirstweekday, (-1,)), (calendar.monthcalendar, (2024, 14)), (calendar.weekday, (10000, 1, 1))):
    show(f, *a)
print(calendar.month(2024, 2), calendar.month(2023, 10, 4, 2), calendar.calendar(2025), calendar.TextCalendar(6).formatyear(2024, m=4, c=2), sep="\n")
print(calendar.monthcalendar(2024, 9), calendar.weekheader(3), calendar.weekheader(9), list(calendar.day_name), list(calendar.month_abbr), calendar.firstweekday(), calendar.MONDAY, calendar.SUNDAY)
calendar.setfirstweekday(calendar.SUNDAY)
print(calendar.firstweekday(), calendar.monthcalendar(2024, 9)[0], calendar.month(2024, 9))
calendar.setfirstweekday(0)
c = calendar.Calendar(3)
print(list(c.iterweekdays()), list(c.itermonthdays(2024, 2)), list(c.itermonthdays2(2024, 2))[:9], list(c.itermonthdays3(2023, 12))[-5:], list(c.itermonthdays4(2024, 1))[:3], [str(d) for d in c.itermonthdates(2024, 1)][:4], c.monthdatescalendar(2024, 2)[-1], len(c.yeardayscalendar(2024)), c.yeardays2calendar(2024, 6)[1][5][-1], c.getfirstweekday())
t = calendar.TextCalendar()
t.prmonth(2024, 7)
t.prweek([(1, 0), (0, 1), (30, 2)], 5)
print("|", t.formatday(5, 0, 4), t.formatmonthname(2024, 5, 20), t.formatmonthname(2024, 5, 20, False))
print(calendar.HTMLCalendar().formatmonth(2024, 2), len(calendar.HTMLCalendar(6).formatyear(2024)), calendar.HTMLCalendar().formatweekheader())
print(calendar.timegm((1970, 1, 1, 0, 0, 0)), calendar.timegm(time.gmtime(1234567890)), calendar.timegm((2024, 2, 30, 25, 61, 61, 0, 0, 0)), calendar.timegm((1969, 12, 31, 23, 59, 59)))


class Clock:
    def __init__(self):
        self.now, self.slept = 0.0, []

    def time(self):
        return self.now

    def sleep(self, d):
        self.slept.append(d)
        self.now += d


k = Clock()
s = sched.scheduler(k.time, k.sleep)
out = []
events = [s.enter(d, p, out.append, (f"{d}/{p}",)) for d, p in ((5, 1), (1, 2), (1, 1), (3, 0), (5, 0), (1, 1))]
s.cancel(events[3])
show(s.cancel, events[3])
print([e[:3] for e in s.queue], s.empty(), events[0]._fields, events[0].priority)
print(s.run(blocking=False), out)
s.enterabs(2, 1, lambda *a, **kw: out.append((a, kw)), (1, 2), {"k": 3})


def chain(n):
    out.append((k.now, n))
    if n:
        s.enter(2, 1, chain, argument=(n - 1,))


s.enter(4, 1, chain, (2,))
s.run()
print(out, k.now, k.slept, s.empty(), s.queue)
