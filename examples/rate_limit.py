"""Workers that may only be so many at once: a semaphore limits them, an event tells when all is done."""
import threading
import time

LIMIT, JOBS = 3, 12


class Gauge:
    """How many are inside now, and how many there were at most."""

    def __init__(self):
        self.lock = threading.Lock()
        self.inside = self.most = 0

    def __enter__(self):
        with self.lock:
            self.inside += 1
            self.most = max(self.most, self.inside)

    def __exit__(self, *exc_info):
        with self.lock:
            self.inside -= 1


def work(job, slots, gauge, results, done):
    with slots, gauge:
        time.sleep(0.01)
        results[job] = job * job
    if all(r is not None for r in results):
        done.set()


def main():
    slots, gauge, done = threading.BoundedSemaphore(LIMIT), Gauge(), threading.Event()
    results = [None] * JOBS
    threads = [threading.Thread(target=work, args=(job, slots, gauge, results, done)) for job in range(JOBS)]
    for t in threads:
        t.start()
    print("finished in time:", done.wait(timeout=30))
    for t in threads:
        t.join()
    print("never more than", LIMIT, "at once:", gauge.most <= LIMIT)
    print("results:", results)


if __name__ == "__main__":
    main()
