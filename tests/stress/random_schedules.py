# Locks, conditions, semaphores, barriers, events and queues under seeded random sleeps and yields.
# test: timeout=60
import collections
import os
import queue
import random
import sys
import threading
import time

SHORT = os.environ.get("PORTALIS_STRESS") == "short"
WORKERS, ROUNDS = (4, 30) if SHORT else (8, 200)


def disturb(r):
    """Now and then something that lets another thread go first."""
    choice = r.random()
    if choice < 0.02:
        time.sleep(r.random() * 0.0005)
    elif choice < 0.1:
        time.sleep(0)
    elif choice < 0.3:
        for _ in range(r.randrange(200)):
            pass


def run(count, work):
    threads = [threading.Thread(target=work, args=(k, random.Random(k * 1000 + seed))) for k in range(count)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()


for seed, interval in enumerate((0.005, 1e-3, 1e-5, 1e-6)):
    sys.setswitchinterval(interval)
    print("seed", seed)

    # mutual exclusion, by each kind of lock
    for lock in (threading.Lock(), threading.RLock(), threading.Condition(), threading.Semaphore(1), threading.Condition(threading.Lock())):
        inside, count = [], 0

        def exclusive(k, r):
            global count
            for _ in range(ROUNDS):
                with lock:
                    inside.append(k)
                    before = count
                    disturb(r)
                    count = before + 1
                    assert inside == [k]
                    inside.pop()

        run(WORKERS, exclusive)
        print(type(lock).__name__, count == WORKERS * ROUNDS)

    # acquire with and without timeouts
    lock, got = threading.Lock(), collections.Counter()

    def try_lock(k, r):
        for i in range(ROUNDS):
            if lock.acquire(blocking=bool(i % 3), timeout=[-1, 0.0001, 0.01][i % 3]):
                got[k, i] += 1
                disturb(r)
                lock.release()

    run(WORKERS, try_lock)
    print("timeouts", lock.locked(), set(got.values()) == {1})

    # a semaphore lets through as many as it says
    semaphore, now, most = threading.BoundedSemaphore(3), 0, 0
    guard = threading.Lock()

    def limited(k, r):
        global now, most
        for _ in range(ROUNDS):
            with semaphore:
                with guard:
                    now += 1
                    most = max(most, now)
                disturb(r)
                with guard:
                    now -= 1

    run(WORKERS, limited)
    print("semaphore", now, most <= 3)

    # a bounded buffer over a condition
    buffer, condition, out = collections.deque(), threading.Condition(), []

    def hand_over(k, r):
        for i in range(ROUNDS):
            with condition:
                if k % 2:
                    condition.wait_for(lambda: len(buffer) < 3)
                    buffer.append((k, i))
                else:
                    condition.wait_for(lambda: buffer)
                    out.append(buffer.popleft())
                disturb(r)
                condition.notify_all() if r.random() < 0.5 else condition.notify(WORKERS)

    run(WORKERS, hand_over)
    print("condition", len(buffer), len(out), len(set(out)) == WORKERS // 2 * ROUNDS)

    # barriers: nobody is a generation ahead
    barrier, place, serial = threading.Barrier(WORKERS), [0] * WORKERS, []

    def march(k, r):
        for i in range(ROUNDS // 4):
            disturb(r)
            place[k] = i
            if barrier.wait() == 0:
                serial.append(i)
            assert min(place) >= i
            barrier.wait()

    run(WORKERS, march)
    print("barrier", serial == list(range(ROUNDS // 4)))

    # events set and cleared
    ping, pong, rallies = threading.Event(), threading.Event(), [0, 0]

    def rally(k, r):
        mine, other = (ping, pong) if k else (pong, ping)
        for _ in range(ROUNDS // 2):
            mine.wait()
            mine.clear()
            rallies[k] += 1
            disturb(r)
            other.set()

    ping.set()
    run(2, rally)
    print("event", rallies == [ROUNDS // 2] * 2)

    # queues of each kind, bounded and not, with and without timeouts
    for make in (queue.Queue, lambda: queue.Queue(2), queue.LifoQueue, lambda: queue.PriorityQueue(5), queue.SimpleQueue):
        q, received = make(), []

        def pipe(k, r):
            for i in range(ROUNDS):
                if k % 2:
                    try:
                        q.put((i, k), timeout=0.0005 if i % 5 == 0 else None)
                    except queue.Full:
                        q.put((i, k))
                else:
                    try:
                        item = q.get(timeout=0.0005 if i % 5 == 0 else None)
                    except queue.Empty:
                        item = q.get()
                    received.append(item)
                    if hasattr(q, "task_done"):
                        q.task_done()
                disturb(r)

        run(WORKERS, pipe)
        if hasattr(q, "join"):
            q.join()
        print(type(q).__name__, q.qsize(), sorted(received) == sorted((i, k) for i in range(ROUNDS) for k in range(1, WORKERS, 2)))
