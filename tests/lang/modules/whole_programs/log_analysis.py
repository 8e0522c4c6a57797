# A whole program: a made-up access log is parsed, counted, ranked and reported as text and as JSON.
import collections
import datetime
import io
import itertools
import json
import random
import statistics

rng = random.Random(20240501)
METHODS, PATHS = ["GET", "POST", "PUT", "DELETE"], ["/", "/login", "/api/items", "/api/items/7", "/static/app.js"]


def lines(n):
    when = datetime.datetime(2024, 5, 1, 23, 50)
    for i in range(n):
        when += datetime.timedelta(seconds=rng.expovariate(0.2))
        ip = f"10.0.{rng.randrange(3)}.{rng.randrange(1, 6)}"
        status = rng.choices([200, 201, 304, 404, 500], [70, 8, 10, 9, 3])[0]
        size = int(rng.lognormvariate(7, 1)) if status < 300 else 0
        yield f'{ip} - - [{when:%d/%b/%Y:%H:%M:%S} +0000] "{rng.choice(METHODS)} {rng.choice(PATHS)} HTTP/1.1" {status} {size}'
        if i % 97 == 50:
            yield "garbage line without fields"


Entry = collections.namedtuple("Entry", "ip when method path status size")


def parse(line):
    head, bracket, rest = line.partition(" [")
    if not bracket:
        raise ValueError(f"no date in {line[:20]!r}")
    date, _, rest = rest.partition("] ")
    _, request, tail = rest.split('"')
    method, path, _ = request.split()
    status, size = map(int, tail.split())
    return Entry(head.split()[0], datetime.datetime.strptime(date.split()[0], "%d/%b/%Y:%H:%M:%S"), method, path, status, size)


entries, bad = [], []
for line in lines(600):
    try:
        entries.append(parse(line))
    except ValueError as e:
        bad.append(str(e))
print(len(entries), len(bad), bad[0])
by_status = collections.Counter(e.status for e in entries)
print(by_status.most_common(), sum(by_status.values()))
traffic = collections.defaultdict(int)
for e in entries:
    traffic[e.path] += e.size
for path, size in sorted(traffic.items(), key=lambda kv: (-kv[1], kv[0])):
    print(f"{path:<20}{size:>12,}{'#' * (size // 40000)}")
print(entries[0].when, entries[-1].when, entries[-1].when - entries[0].when)
per_minute = [(k, sum(1 for _ in g)) for k, g in itertools.groupby(entries, key=lambda e: e.when.strftime("%H:%M"))]
print(per_minute[:4], len(per_minute), max(n for _, n in per_minute))
sizes = [e.size for e in entries if e.size]
print(statistics.median(sizes), round(statistics.mean(sizes), 3), round(statistics.stdev(sizes), 3), [round(q, 1) for q in statistics.quantiles(sizes, n=10)])
errors = [e for e in entries if e.status >= 400]
table = collections.Counter((e.method, e.status) for e in errors)
print("method", *sorted({s for _, s in table}), sep="\t")
for m in METHODS:
    print(m, *(table[m, s] for s in sorted({s for _, s in table})), sep="\t")
sessions = collections.defaultdict(list)
for e in entries:
    mine = sessions[e.ip]
    if mine and e.when - mine[-1][-1].when < datetime.timedelta(minutes=2):
        mine[-1].append(e)
    else:
        mine.append([e])
print({ip: len(s) for ip, s in sorted(sessions.items())})
longest = max((s for ss in sessions.values() for s in ss), key=lambda s: (len(s), s[0].when))
print(longest[0].ip, len(longest), longest[-1].when - longest[0].when)
report = {"from": entries[0].when.isoformat(), "statuses": {str(k): v for k, v in sorted(by_status.items())}, "top": [{"ip": ip, "requests": n} for ip, n in collections.Counter(e.ip for e in entries).most_common(3)], "ratio": round(len(errors) / len(entries), 4), "days": sorted({e.when.date().isoformat() for e in entries})}
print(json.dumps(report, indent=2))
out = io.StringIO()
for e in errors[:5]:
    print(*e._replace(when=e.when.time()), sep=" | ", file=out)
print(out.getvalue(), end="")
