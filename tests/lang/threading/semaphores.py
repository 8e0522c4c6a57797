import threading


def show(f):
    try:
        print("ok", f())
    except BaseException as e:
        print(type(e).__name__, e)


s = threading.Semaphore(2)
show(lambda: threading.Semaphore(-1))
show(lambda: threading.Semaphore("a"))
show(lambda: s.acquire(False, 1))
show(lambda: s.release(0))
show(lambda: (s.acquire(), s.acquire(), s.acquire(False), s.acquire(timeout=0.01), s._value))
show(lambda: s.release(3))
show(lambda: repr(s).endswith(": value=3>") and repr(s).startswith("<threading.Semaphore at 0x"))
b = threading.BoundedSemaphore(2)
show(b.release)
show(lambda: b.acquire() and b._value)
show(lambda: repr(b).endswith(": value=1/2>"))
show(lambda: b.release(2))
with b:
    show(lambda: b._value)
limit = threading.BoundedSemaphore(3)
inside, most, lock = 0, 0, threading.Lock()


def work():
    global inside, most
    for _ in range(100):
        with limit:
            with lock:
                inside += 1
                most = max(most, inside)
            with lock:
                inside -= 1


ts = [threading.Thread(target=work) for _ in range(8)]
[t.start() for t in ts]
[t.join() for t in ts]
print(inside, most <= 3, limit._value)
s = threading.Semaphore(0)
out = []
ts = [threading.Thread(target=lambda: out.append(s.acquire(timeout=10))) for _ in range(5)]
[t.start() for t in ts]
s.release(5)
[t.join() for t in ts]
print(out)
