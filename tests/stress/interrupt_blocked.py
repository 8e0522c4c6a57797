# Ctrl-C (SIGINT to oneself) reaches a main thread blocked in any way, with daemon threads alive, and leaves all usable.
# test: timeout=120
import concurrent.futures
import os
import queue
import threading
import time

SHORT = os.environ.get("PORTALIS_STRESS") == "short"
ROUNDS = 1 if SHORT else 3
SIGINT = 2

forever = threading.Lock()
forever.acquire()
recursive = threading.RLock()
held = threading.Event()


def hold():
    with recursive:
        held.set()
        threading.Event().wait()


def spin():
    while True:
        sum(range(100))


for daemon in (hold, spin, forever.acquire, lambda: queue.Queue().get(), lambda: time.sleep(1000)):
    threading.Thread(target=daemon, daemon=True).start()
held.wait()

pool = concurrent.futures.ThreadPoolExecutor(1)
let_go = threading.Event()
future = pool.submit(let_go.wait)
empty, full, simple = queue.Queue(), queue.Queue(1), queue.SimpleQueue()
full.put(0)
unfinished = queue.Queue()
unfinished.put(0)
condition = threading.Condition()


def join(*timeout):
    sleeper = threading.Thread(target=let_go.wait, daemon=True)  # CPython 3.11 takes one whose join() was interrupted for ended
    sleeper.start()
    sleeper.join(*timeout)


def condition_wait():
    with condition:
        try:
            condition.wait()
        finally:
            assert condition._is_owned()


def compute():
    n = 0
    while True:
        n += 1


def generator():
    def endless():
        while True:
            yield 1

    sum(endless())


def wait_for_future():
    future.result()


def wait_for_futures():
    concurrent.futures.wait([future])


def as_completed():
    list(concurrent.futures.as_completed([future]))


ways = {
    "lock": forever.acquire,
    "lock with timeout": lambda: forever.acquire(timeout=1000),
    "with lock": lambda: forever.__enter__(),
    "rlock": recursive.acquire,
    "condition": condition_wait,
    "event": lambda: threading.Event().wait(),
    "event with timeout": lambda: threading.Event().wait(1000),
    "semaphore": lambda: threading.Semaphore(0).acquire(),
    "barrier": lambda: threading.Barrier(2).wait(),
    "join": join,
    "join with timeout": lambda: join(1000),
    "queue get": empty.get,
    "queue get with timeout": lambda: empty.get(timeout=1000),
    "queue put": lambda: full.put(1),
    "queue join": unfinished.join,
    "simple queue": simple.get,
    "future": wait_for_future,
    "futures": wait_for_futures,
    "as completed": as_completed,
    "sleep": lambda: time.sleep(1000),
    "compute": compute,
    "generator": generator,
}


def interrupt_later(seconds):
    time.sleep(seconds)
    os.kill(os.getpid(), SIGINT)


for name, way in ways.items():
    for round in range(ROUNDS):
        killer = threading.Thread(target=interrupt_later, args=(0.03 + 0.02 * round,))
        try:
            killer.start()
            way()
            outcome = "returned"
        except KeyboardInterrupt:
            outcome = "interrupted"
        killer.join()
    print(name, outcome)

# nothing was left locked or lost
print(condition.acquire(blocking=False), empty.qsize(), full.qsize(), simple.qsize(), future.done())
let_go.set()
print(future.result(), forever.locked())
full.get()
full.put("x", timeout=1)
empty.put("y")
print(full.get(), empty.get(timeout=1))
pool.shutdown()

# to oneself, at once
try:
    os.kill(os.getpid(), SIGINT)
    for _ in range(1000000):
        pass
    print("not interrupted")
except KeyboardInterrupt:
    print("at once")

# many in a row: none arrives after the block that waits for it
caught = 0
for i in range(50 if SHORT else 500):
    try:
        os.kill(os.getpid(), SIGINT)
        time.sleep(10)
    except KeyboardInterrupt:
        caught += 1
print(caught)
