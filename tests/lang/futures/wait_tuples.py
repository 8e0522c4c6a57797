# wait(): the three conditions, time limits, duplicates, any iterable, the named tuple it returns.
import threading
from concurrent.futures import (ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, Future, ThreadPoolExecutor, wait)

print(FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED)
a, b, c = Future(), Future(), Future()
a.set_result("a")
result = wait([a, b, c], timeout=0)
print(type(result).__name__, result._fields, result.done == {a}, result.not_done == {b, c}, len(result), isinstance(result, tuple))
done, rest = result
print(done is result.done, rest is result[1], result._asdict().keys(), result._replace(done=set()).done)
print(result == (done, rest))
print(wait(iter([a, a, a])).done == {a}, wait([]), wait({a: 1}, 0.1, ALL_COMPLETED).not_done)
threading.Timer(0.01, b.set_exception, (ValueError("b"),)).start()
r = wait([b, c], return_when=FIRST_EXCEPTION, timeout=10)
print(r.done == {b}, r.not_done == {c})
r = wait([a, c], return_when=FIRST_COMPLETED)
print(r.done == {a}, r.not_done == {c})
threading.Timer(0.01, c.cancel).start()
try:
    c.result(10)
except BaseException as e:
    print(type(e).__name__)
r = wait([c], timeout=0.02)
print("cancelled but not notified:", r.done == {c}, r.not_done == {c})
c.set_running_or_notify_cancel()
print("notified:", wait([c]).done == {c})
try:
    wait([Future()], return_when="SOMETIMES")
except ValueError as e:
    print(e)
for bad in ([1], 5):
    try:
        wait(bad)
    except (AttributeError, TypeError) as e:
        print(type(e).__name__)

with ThreadPoolExecutor(3) as pool:
    gate = threading.Event()
    quick = [pool.submit(pow, 2, n) for n in range(5)]
    slow = pool.submit(gate.wait, 10)
    failing = pool.submit(int, "x")
    first = wait([slow, failing], return_when=FIRST_EXCEPTION)
    print(first.done == {failing}, first.not_done == {slow})
    everything = wait(quick)
    print(sorted(f.result() for f in everything.done), everything.not_done)
    gate.set()
    print(all(f.done() for f in wait([slow, failing, *quick]).done))
