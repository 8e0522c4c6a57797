"""Customers of a bank as events on a heap: data classes with an order, enumerations as keys, random times, statistics."""
import heapq
import random
import statistics
from dataclasses import dataclass, field
from enum import Enum, auto
from collections import deque, defaultdict


class Kind(Enum):
    ARRIVE = auto()
    START = auto()
    DONE = auto()


@dataclass(order=True)
class Event:
    time: float
    seq: int
    kind: Kind = field(compare=False)
    who: int = field(compare=False, default=0)


class Bank:

    def __init__(self, servers, seed):
        self.rng = random.Random(seed)
        self.free = servers
        self.queue = deque()
        self.events = []
        self.seq = 0
        self.now = 0.0
        self.waits = []
        self.arrived = {}
        self.counts = defaultdict(int)

    def schedule(self, delay, kind, who):
        self.seq += 1
        heapq.heappush(self.events, Event(self.now + delay, self.seq, kind, who))

    def run(self, customers):
        t = 0.0
        for i in range(customers):
            t += self.rng.expovariate(1.0)
            self.schedule(t, Kind.ARRIVE, i)
        while self.events:
            e = heapq.heappop(self.events)
            self.now = e.time
            self.counts[e.kind] += 1
            if e.kind is Kind.ARRIVE:
                self.arrived[e.who] = self.now
                self.queue.append(e.who)
                self.try_start()
            elif e.kind is Kind.DONE:
                self.free += 1
                self.try_start()

    def try_start(self):
        while self.free and self.queue:
            who = self.queue.popleft()
            self.free -= 1
            self.waits.append(self.now - self.arrived.pop(who))
            self.counts[Kind.START] += 1
            self.schedule(self.rng.gauss(2.5, 0.5), Kind.DONE, who)


b = Bank(3, 7)
b.run(30000)
print(len(b.waits), round(statistics.fmean(b.waits), 6), round(max(b.waits), 6), {k.name: v for k, v in b.counts.items()})
