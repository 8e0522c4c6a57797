"""Token bucket and sliding window limiters with an injected clock, used from threads under a Condition."""
import threading
from collections import deque


class Clock:
    def __init__(self):
        self.now = 0.0
        self.condition = threading.Condition()

    def advance(self, seconds):
        with self.condition:
            self.now += seconds
            self.condition.notify_all()

    def wait_until(self, moment):
        with self.condition:
            self.condition.wait_for(lambda: self.now >= moment)


class TokenBucket:
    def __init__(self, clock, rate, burst):
        self.clock, self.rate, self.burst = clock, rate, burst
        self.tokens, self.last = burst, clock.now

    def allow(self, cost=1):
        now = self.clock.now
        self.tokens = min(self.burst, self.tokens + (now - self.last) * self.rate)
        self.last = now
        if self.tokens >= cost:
            self.tokens -= cost
            return True
        return False


class SlidingWindow:
    def __init__(self, clock, limit, window):
        self.clock, self.limit, self.window, self.events = clock, limit, window, deque()

    def allow(self):
        now = self.clock.now
        while self.events and self.events[0] <= now - self.window:
            self.events.popleft()
        if len(self.events) < self.limit:
            self.events.append(now)
            return True
        return False


clock = Clock()
bucket, window = TokenBucket(clock, 2, 4), SlidingWindow(clock, 3, 1.0)
history = []
for tick in range(12):
    history.append((tick, [bucket.allow() for _ in range(3)].count(True), [window.allow() for _ in range(2)].count(True)))
    clock.advance(0.25)
print(history, round(bucket.tokens, 3), len(window.events))

clock = Clock()
arrived, order = threading.Barrier(4), []
lock = threading.Lock()


def sleeper(n):
    arrived.wait()
    clock.wait_until(n * 10)
    with lock:
        order.append(n)


threads = [threading.Thread(target=sleeper, args=(n,)) for n in (3, 1, 2)]
for t in threads:
    t.start()
arrived.wait()
for n in (1, 2, 3):
    clock.advance(10)
    threads[(3, 1, 2).index(n)].join()
print(order, clock.now)
with clock.condition:
    print(clock.condition.wait_for(lambda: clock.now > 1000, timeout=0.01), clock.condition.wait_for(lambda: "truthy"))
print(repr(threads[0]).startswith("<Thread(Thread-"), [t.name for t in threads])
