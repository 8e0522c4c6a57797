# Threads that use the same patterns, iterators over matches, data classes, dates and decimals at once; each result is known.
import dataclasses
import datetime
import itertools
import os
import re
import threading
from decimal import Decimal, getcontext, localcontext

ROUNDS = 60 if os.environ.get("PORTALIS_STRESS") == "short" else 400
WORKERS = 4
words = re.compile(r"(?P<word>[a-z]+)(\d*)")
text = " ".join(f"w{chr(97 + i % 26)}{i}" for i in range(60))
shared_matches = words.finditer(text * 50)
seen, seen_lock = [0], threading.Lock()


@dataclasses.dataclass(order=True)
class Point:
    x: int
    y: int
    label: str = dataclasses.field(default="p", compare=False)


point = Point(1, 2)
points = [Point(i % 7, i) for i in range(50)]
day = datetime.datetime(2024, 2, 28, 23, 0)
hour = datetime.timedelta(hours=1)
ticks = itertools.count()
problems = []


def work(number):
    taken = 0
    for turn in range(ROUNDS):
        found = words.findall(text)
        if len(found) != 60 or words.sub(lambda match: match["word"], "ab12 cd3") != "ab cd":
            problems.append("re")
        if turn % 4 == 0:
            taken += sum(1 for _ in itertools.islice(shared_matches, 20))
        point.x = turn                       # others read and compare it meanwhile
        point.label = f"{number}"
        if (point == point) not in (True, False) or repr(Point(3, 4)) != "Point(x=3, y=4, label='p')" or hash(str(point.label)) is None:
            problems.append("dataclass")
        if sorted(points)[0] != Point(0, 0) or max(points).x != 6:
            problems.append("order")
        if (day + 2 * hour).isoformat() != "2024-02-29T01:00:00" or (day - hour) >= day or day.strftime("%H") != "23":
            problems.append("datetime")
        with localcontext() as context:
            context.prec = 5 + number
            if str(Decimal(1) / Decimal(3)) != "0." + "3" * (5 + number):
                problems.append("decimal")
        if getcontext().prec != 28 or Decimal("1.10") + Decimal("2.205") != Decimal("3.305"):
            problems.append("context")
        next(ticks)
    with seen_lock:
        seen[0] += taken


threads = [threading.Thread(target=work, args=(number,)) for number in range(WORKERS)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(problems[:5], next(ticks) == WORKERS * ROUNDS)
print(seen[0] > 0, point.y, isinstance(point.x, int), point.label in "0123")
