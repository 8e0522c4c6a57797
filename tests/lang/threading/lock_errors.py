# Arguments and errors of locks.
import threading
import _thread


def show(f):
    try:
        print("ok", f())
    except BaseException as e:
        print(type(e).__name__, e)


lock = threading.Lock()
show(lambda: lock.acquire(timeout=None))
show(lambda: lock.acquire(True, "x"))
show(lambda: lock.acquire(foo=1))
show(lambda: lock.release())
show(lambda: lock.acquire(True, -2))
show(lambda: lock.acquire(False, 1))
show(lambda: lock.acquire(timeout=float("nan")))
show(lambda: lock.acquire(blocking=0))
show(lambda: lock.acquire(timeout=0))
show(lambda: lock.release())
rlock = threading.RLock()
show(lambda: rlock.release())
show(lambda: rlock._is_owned())
show(lambda: rlock._release_save())
with rlock:
    with rlock:
        show(lambda: "count=2" in repr(rlock) and repr(rlock).startswith("<locked _thread.RLock object owner="))
    show(rlock._is_owned)
show(rlock._is_owned)
show(lambda: repr(lock).startswith("<unlocked _thread.lock object at 0x"))
show(lambda: _thread.LockType())


class Sub(type(rlock)):
    pass


show(lambda: repr(Sub()).startswith("<unlocked Sub object owner=0 count=0 at 0x"))
show(lambda: type("X", (_thread.LockType,), {}))
got = []


def other():
    got.append(rlock.acquire(blocking=False))
    try:
        rlock.release()
    except RuntimeError as e:
        got.append(str(e))


with rlock:
    t = threading.Thread(target=other)
    t.start()
    t.join()
print(got)
