# What acquire() of locks takes and refuses.
import threading
import _thread

for make in (threading.Lock, threading.RLock, _thread.allocate_lock):
    lock = make()
    for args, named in [(("a",), {}), ((None,), {}), ((1.5,), {}), ((), {"blocking": []}), ((False, 5), {}), ((True, -5), {}), ((True, "a"), {}),
                        ((1, 2, 3), {}), ((), {"foo": 1}), ((0,), {}), ((2,), {"timeout": 0.01}), ((), {"timeout": -1})]:
        try:
            got = lock.acquire(*args, **named)
            print(args, named, got)
            if got:
                lock.release()
        except (TypeError, ValueError, OverflowError) as e:
            print(args, named, type(e).__name__, e)
