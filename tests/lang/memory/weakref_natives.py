# Which objects of the modules written in C++ can be the target of a weak reference, and that it ends with them.
import collections
import concurrent.futures
import functools
import gc
import io
import os
import queue
import random
import struct
import sys
import threading
import types
import weakref

made = [
    threading.Event(), threading.Condition(), threading.Semaphore(), threading.BoundedSemaphore(), threading.Barrier(2),
    threading.Timer(1, int), threading.Thread(), threading.local(), threading.Lock(), threading.RLock(), queue.Queue(),
    queue.LifoQueue(), queue.PriorityQueue(), queue.SimpleQueue(), concurrent.futures.Future(),
    concurrent.futures.ThreadPoolExecutor(1), functools.partial(int), functools.lru_cache(int), io.StringIO(), io.BytesIO(),
    open(os.devnull), open(os.devnull, "rb"), collections.deque(), collections.OrderedDict(), collections.defaultdict(),
    collections.Counter(), set(), frozenset("a"), (x for x in ()), random.Random(), types.SimpleNamespace(),
    ValueError(), ExceptionGroup("a", [ValueError()]), memoryview(b""), struct.Struct("i"), types.GenericAlias(list, int),
    property(), classmethod(int), staticmethod(int), [].append, iter([]), object(), bytearray(), slice(1), range(3), (), {}, [],
]
ended = []
watched = {}
while made:
    item = made.pop(0)
    name = type(item).__name__
    try:
        watched[name] = weakref.ref(item, lambda r, name=name: ended.append(name))
    except TypeError as error:
        print(error)
    del item
gc.collect()
print(len(watched), sorted(watched) == sorted(ended), [name for name, r in watched.items() if r() is not None])
for lasting in (sys, threading.current_thread(), threading.main_thread, weakref.ref.__init__.__class__, print.__class__):
    print(weakref.ref(lasting)() is lasting)
by_lock = weakref.WeakKeyDictionary()
lock = threading.Lock()
by_lock[lock] = 1
print(len(by_lock), by_lock[lock])
del lock
gc.collect()
print(len(by_lock))
