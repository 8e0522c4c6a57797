# A whole program: jobs with dependencies run by threads in topological order, shortest paths, intervals, memoised DP.
import bisect
import collections
import concurrent.futures
import functools
import heapq
import itertools
import threading

DEPENDS = {"deploy": ["test", "package"], "test": ["build"], "package": ["build", "docs"], "build": ["fetch", "configure"], "docs": ["fetch"], "configure": [], "fetch": [], "announce": ["deploy"]}


class Cycle(Exception):
    pass


def levels(graph):
    left = {k: set(v) for k, v in graph.items()}
    done = set()
    while left:
        ready = sorted(k for k, v in left.items() if v <= done)
        if not ready:
            raise Cycle(sorted(left))
        yield ready
        done.update(ready)
        for k in ready:
            del left[k]


print(list(levels(DEPENDS)))
try:
    list(levels({"a": ["b"], "b": ["c"], "c": ["a"], "d": []}))
except Cycle as e:
    print("cycle", e)
finished, lock = [], threading.Lock()


def run(job):
    with lock:
        assert all(d in finished for d in DEPENDS[job]), job
    value = sum(map(ord, job))
    with lock:
        finished.append(job)
    return job, value


with concurrent.futures.ThreadPoolExecutor(4) as pool:
    results = {}
    for level in levels(DEPENDS):
        results.update(pool.map(run, level))
print(sorted(results.items()), len(finished), finished[-2:])
order = {j: i for i, j in enumerate(finished)}
print(all(order[d] < order[j] for j, ds in DEPENDS.items() for d in ds))
GRAPH = collections.defaultdict(dict)
for edge in "ab7 ac9 af14 bc10 bd15 cd11 cf2 de6 ef9".split():
    GRAPH[edge[0]][edge[1]] = GRAPH[edge[1]][edge[0]] = int(edge[2:])


def dijkstra(start):
    best, came, queue, counter = {start: 0}, {}, [(0, 0, start)], itertools.count(1)
    while queue:
        d, _, node = heapq.heappop(queue)
        if d > best[node]:
            continue
        for other, w in GRAPH[node].items():
            if d + w < best.get(other, float("inf")):
                best[other], came[other] = d + w, node
                heapq.heappush(queue, (d + w, next(counter), other))
    return best, came


best, came = dijkstra("a")
path = ["e"]
while path[-1] in came:
    path.append(came[path[-1]])
print(best, "".join(reversed(path)))
intervals = [(1, 4, 3), (3, 5, 2), (0, 6, 7), (4, 7, 4), (3, 9, 5), (5, 9, 4), (6, 10, 2), (8, 11, 6), (8, 12, 1), (2, 14, 9), (12, 16, 5)]
intervals.sort(key=lambda i: i[1])
ends = [e for _, e, _ in intervals]


@functools.lru_cache(maxsize=None)
def weighted(i):
    if i < 0:
        return 0, ()
    s, e, w = intervals[i]
    before = bisect.bisect_right(ends, s, 0, i) - 1
    with_value, chosen = weighted(before)
    return max((with_value + w, chosen + ((s, e),)), weighted(i - 1), key=lambda r: r[0])


print(weighted(len(intervals) - 1), weighted.cache_info().currsize)


def edit_distance(a, b):
    @functools.cache
    def d(i, j):
        if not i or not j:
            return i + j
        return min(d(i - 1, j) + 1, d(i, j - 1) + 1, d(i - 1, j - 1) + (a[i - 1] != b[j - 1]))
    return d(len(a), len(b))


print([edit_distance(a, b) for a, b in (("kitten", "sitting"), ("", "abc"), ("flaw", "lawn"), ("intention", "execution"))])


class JobQueue:
    REMOVED = object()

    def __init__(self):
        self.heap, self.entries, self.n = [], {}, itertools.count()

    def add(self, job, priority=0):
        if job in self.entries:
            self.entries.pop(job)[-1] = self.REMOVED
        entry = self.entries[job] = [priority, next(self.n), job]
        heapq.heappush(self.heap, entry)

    def pop(self):
        while self.heap:
            *_, job = heapq.heappop(self.heap)
            if job is not self.REMOVED:
                del self.entries[job]
                return job
        raise KeyError("pop from an empty queue")


q = JobQueue()
for job, p in (("write", 5), ("read", 1), ("plan", 3), ("write", 0), ("rest", 3)):
    q.add(job, p)
print([q.pop() for _ in range(4)])
try:
    q.pop()
except KeyError as e:
    print(e)
rooms = []
for s, e, _ in sorted(intervals):
    if rooms and rooms[0] <= s:
        heapq.heapreplace(rooms, e)
    else:
        heapq.heappush(rooms, e)
print(len(rooms), list(heapq.merge(*[[i[0] for i in g] for g in (intervals[:4], sorted(intervals[4:]))], reverse=False))[:5], heapq.nlargest(3, intervals, key=lambda i: i[2]))


@functools.cache
def coins(total, kinds=(50, 20, 10, 5, 2, 1)):
    if total == 0:
        return 1
    if total < 0 or not kinds:
        return 0
    return coins(total - kinds[0], kinds) + coins(total, kinds[1:])


print(coins(100), coins(7), [list(map(sum, zip(*p))) for p in itertools.permutations([(1, 2), (3, 4)], 2)])
