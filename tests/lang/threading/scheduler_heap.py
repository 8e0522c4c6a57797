# A scheduler thread over a heap and a Condition: jobs run in the order of their times, may be cancelled, may add jobs.
import heapq
import itertools
import threading


class Clock:
    """A clock that is advanced by hand, so that nothing depends on real time."""

    def __init__(self):
        self.now = 0


class Scheduler:
    def __init__(self, clock):
        self.clock, self.heap, self.numbers = clock, [], itertools.count()
        self.changed = threading.Condition()
        self.stopped = self.busy = False
        self.thread = threading.Thread(target=self.run)
        self.thread.start()

    def at(self, when, action, *args):
        entry = [when, next(self.numbers), action, args]
        with self.changed:
            heapq.heappush(self.heap, entry)
            self.changed.notify_all()
        return entry

    def cancel(self, entry):
        with self.changed:
            entry[2] = None

    def advance(self, to):
        with self.changed:
            self.clock.now = to
            self.changed.notify_all()
            self.changed.wait_for(lambda: not self.busy and not self.due())

    def due(self):
        return self.heap and self.heap[0][0] <= self.clock.now

    def run(self):
        while True:
            with self.changed:
                self.changed.wait_for(lambda: self.stopped or self.due())
                if self.stopped:
                    return
                _, _, action, args = heapq.heappop(self.heap)
                self.busy = True
            try:
                if action:
                    action(*args)
            except Exception as e:
                log.append(f"failed: {e!r}")
            with self.changed:
                self.busy = False
                self.changed.notify_all()

    def stop(self):
        with self.changed:
            self.stopped = True
            self.changed.notify_all()
        self.thread.join()


log = []
s = Scheduler(Clock())
s.at(30, log.append, "thirty")
s.at(10, log.append, "ten")
s.at(10, log.append, "ten again")
never = s.at(20, log.append, "never")
s.at(15, lambda: s.at(18, log.append, "added"))
s.at(16, lambda: 1 / 0)
s.cancel(never)
for now in (5, 10, 20, 29):
    s.advance(now)
    print(now, log)
s.advance(100)
print(log, len(s.heap))
s.at(200, log.append, "left")
s.stop()
print(len(s.heap), s.thread.is_alive())
