# RLock: recursion across calls, ownership, release by others, Condition over it when held more than once.
import threading

lock = threading.RLock()


def factorial(n):
    with lock:
        return 1 if n < 2 else n * factorial(n - 1)


print(factorial(30))
print("owner=0" in repr(lock) and repr(lock).startswith("<unlocked _thread.RLock object"))
lock.acquire()
lock.acquire()
print("count=2" in repr(lock), repr(lock).startswith("<locked"))
outcomes = []


def foreign():
    outcomes.append(lock.acquire(blocking=False))
    outcomes.append(lock.acquire(timeout=0.01))
    try:
        lock.release()
    except RuntimeError as e:
        outcomes.append(str(e))


t = threading.Thread(target=foreign)
t.start()
t.join()
print(outcomes)

cond = threading.Condition(lock)
ready = []


def notifier():
    with cond:
        ready.append(1)
        cond.notify()


t = threading.Thread(target=notifier)
t.start()
print(cond.wait_for(lambda: ready, 5), "count=2" in repr(lock))
t.join()
lock.release()
print("count=1" in repr(lock))
lock.release()
for method in (lock.release, cond.notify, cond.wait):
    try:
        method()
    except RuntimeError as e:
        print(method.__name__, "-", e)
for arguments in ({"blocking": False, "timeout": 1}, {"timeout": -2}):
    try:
        lock.acquire(**arguments)
    except ValueError as e:
        print(type(e).__name__, e)
print(lock.acquire(0), lock.acquire(True), lock.acquire(timeout=-1))
for _ in range(3):
    lock.release()


class Counted(type(lock)):
    taken = 0

    def acquire(self, *args, **kwargs):
        Counted.taken += 1
        return super().acquire(*args, **kwargs)


counted = Counted()
counted.acquire()
counted.release()
print(Counted.taken)
