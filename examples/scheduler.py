"""A job scheduler: the most urgent job first, equal ones in the order they came, failures reported."""
import itertools
import queue
import threading


class Scheduler:
    def __init__(self, workers):
        self.jobs = queue.PriorityQueue()
        self.order = itertools.count()
        self.log = []
        self.log_lock = threading.Lock()
        self.threads = [threading.Thread(target=self.work, name="worker-%d" % n) for n in range(workers)]

    def submit(self, priority, name, function, *args):
        self.jobs.put((priority, next(self.order), name, function, args))

    def work(self):
        while True:
            priority, _, name, function, args = self.jobs.get()
            try:
                if function is None:
                    return
                outcome = function(*args)
            except Exception as error:
                outcome = "%s: %s" % (type(error).__name__, error)
            finally:
                self.jobs.task_done()
            with self.log_lock:
                self.log.append((priority, name, outcome))

    def run(self):
        for thread in self.threads:
            thread.start()
        self.jobs.join()
        for _ in self.threads:
            self.submit(1000, "stop", None)
        for thread in self.threads:
            thread.join()


def main():
    scheduler = Scheduler(workers=1)
    scheduler.submit(5, "sum", sum, range(1000))
    scheduler.submit(1, "urgent", "{}!".format, "now")
    scheduler.submit(9, "last", max, [3, 1, 2])
    scheduler.submit(5, "fails", divmod, 1, 0)
    scheduler.submit(1, "also urgent", str.upper, "second")
    scheduler.run()
    for priority, name, outcome in scheduler.log:
        print(priority, name, "->", outcome)


if __name__ == "__main__":
    main()
