# Limits of time that are no times: too large, negative, infinite, not a number, no number.
import time, threading, queue
def t(f):
    try: f()
    except OverflowError: print("OverflowError")    # whose words differ between the versions of CPython 3.11
    except Exception as e: print(type(e).__name__, e)
big = 1e20
l = threading.Lock(); l.acquire()
for v in (1e20, 1e12, -1e20, 10**30, 2**63, float("inf"), float("nan"), "x", None):
    print(v)
    t(lambda: time.sleep(v) if v in (1e20, -1e20, 10**30, 2**63, float("inf"), "x", None) or v != v else None)
    if v is not None:
        t(lambda: l.acquire(timeout=v))
    ev = threading.Event()
    if v is not None: t(lambda: ev.wait(v))
    r = threading.RLock()
    if v is not None: t(lambda: r.acquire(timeout=v))
    q = queue.SimpleQueue()
    if v is not None and v == v and v != 1e10 and v != 1e12: t(lambda: q.get(timeout=v))
