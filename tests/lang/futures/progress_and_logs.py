# Progress counted by callbacks, results streamed through a queue, and a summary that does not depend on timing.
import queue
import threading
from concurrent.futures import ThreadPoolExecutor


class Progress:
    def __init__(self, total):
        self.total, self.done, self.failed = total, 0, 0
        self.lock = threading.Lock()
        self.finished = threading.Event()
        self.marks = []

    def __call__(self, future):
        with self.lock:
            self.done += 1
            self.failed += future.exception() is not None
            if self.done * 4 % self.total == 0:
                self.marks.append(self.done * 100 // self.total)
            if self.done == self.total:
                self.finished.set()


def job(n):
    if n % 10 == 3:
        raise ValueError(n)
    results.put((n, sum(range(n))))
    return n


results = queue.SimpleQueue()
progress = Progress(40)
with ThreadPoolExecutor(4) as pool:
    for n in range(40):
        pool.submit(job, n).add_done_callback(progress)
    print(progress.finished.wait(10))
print(progress.done, progress.failed, progress.marks)
got = {}
while not results.empty():
    n, total = results.get()
    got[n] = total
print(len(got), all(got[n] == n * (n - 1) // 2 for n in got), sorted(set(range(40)) - set(got)))


class Collector(threading.Thread):
    def __init__(self):
        super().__init__(name="collector")
        self.inbox, self.lines = queue.Queue(), []

    def run(self):
        for line in iter(self.inbox.get, None):
            self.lines.append(line)

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *exc):
        self.inbox.put(None)
        self.join()


with Collector() as log, ThreadPoolExecutor(3, "task") as pool:
    def chatty(n):
        for step in range(3):
            log.inbox.put((n, step, threading.current_thread().name.rsplit("_")[0]))
    list(pool.map(chatty, range(6)))
print(len(log.lines), {line[2] for line in log.lines}, sorted(log.lines)[:2])
print([[s for n, s, _ in log.lines if n == k] == [0, 1, 2] for k in range(6)], log.is_alive())
