"""Parsing log lines with a regular expression, grouping, formatting a report."""
import re
from collections import Counter, defaultdict, OrderedDict, deque
from datetime import datetime, timedelta
LINE = re.compile(r'(?P<ip>\d+\.\d+\.\d+\.\d+) - (?P<user>\S+) \[(?P<time>[^\]]+)\] "(?P<method>[A-Z]+) (?P<path>\S+)" (?P<status>\d{3}) (?P<size>\d+|-)')
def lines(n):
    t = datetime(2024, 1, 1)
    for i in range(n):
        t += timedelta(seconds=i % 7)
        yield f'10.0.{i % 5}.{i % 251} - {"-" if i % 3 else "bob"} [{t:%d/%b/%Y:%H:%M:%S}] "{"GET" if i % 4 else "POST"} /item/{i % 97}?q={i % 11}" {200 if i % 10 else 404} {i * 37 % 5000 if i % 13 else "-"}'
by_path = defaultdict(list)
statuses = Counter()
recent = deque(maxlen=100)
bytes_by_ip = {}
for line in lines(20000):
    m = LINE.match(line)
    if not m:
        continue
    d = m.groupdict()
    statuses[d['status']] += 1
    size = 0 if d['size'] == '-' else int(d['size'])
    by_path[d['path'].split('?')[0]].append(size)
    bytes_by_ip[d['ip']] = bytes_by_ip.get(d['ip'], 0) + size
    recent.append((d['method'], d['path']))
for path in sorted(by_path)[:10]:
    sizes = by_path[path]
    print(f'{path:<12} {len(sizes):>6,} {sum(sizes) / len(sizes):10.2f} {max(sizes):>6}')
print(statuses.most_common(2), len(bytes_by_ip), recent[-1])
print(sorted(bytes_by_ip.items(), key=lambda kv: (-kv[1], kv[0]))[:3])
