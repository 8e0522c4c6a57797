# A token bucket driven by hand and a semaphore that limits how many run at once.
import threading
import time


class Bucket:
    def __init__(self, tokens):
        self.tokens = tokens
        self.cond = threading.Condition()
        self.served = 0

    def refill(self, n):
        with self.cond:
            self.tokens += n
            self.cond.notify(n)

    def take(self, timeout=None):
        with self.cond:
            if not self.cond.wait_for(lambda: self.tokens > 0, timeout):
                return False
            self.tokens -= 1
            self.served += 1
            return True


bucket = Bucket(2)
done = []
threads = [threading.Thread(target=lambda: done.append(bucket.take(10))) for _ in range(6)]
for t in threads:
    t.start()
while bucket.served < 2:
    time.sleep(0.001)
print("served", bucket.served)
bucket.refill(3)
while bucket.served < 5:
    time.sleep(0.001)
print("served", bucket.served, bucket.tokens)
bucket.refill(1)
for t in threads:
    t.join()
print("served", bucket.served, bucket.tokens, done)
started = time.monotonic()
print(bucket.take(0.02), time.monotonic() - started >= 0.019, bucket.take(0))

limit = threading.BoundedSemaphore(3)
running = peak = 0
lock = threading.Lock()


def limited():
    global running, peak
    with limit:
        with lock:
            running += 1
            peak = max(peak, running)
        time.sleep(0.002)
        with lock:
            running -= 1


threads = [threading.Thread(target=limited) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(running, 1 <= peak <= 3)
try:
    limit.release()
except ValueError as e:
    print("ValueError:", e)
