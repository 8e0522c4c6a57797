# Workers: made only when none is idle, at most max_workers, named by prefix and number, reused, gone with the executor.
import gc
import threading
import weakref
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(4, thread_name_prefix="lane")
names = {pool.submit(lambda: threading.current_thread().name).result() for _ in range(1)}
print(names, len(pool._threads))
meeting = threading.Barrier(4)
names = sorted(pool.map(lambda _: (meeting.wait(5), threading.current_thread().name)[1], range(4)))
print(names, len(pool._threads) <= 4, pool._max_workers)
idents = {pool.submit(threading.get_ident).result() for _ in range(20)}
print(idents <= {t.ident for t in pool._threads}, threading.get_ident() in idents)
threads = list(pool._threads)
pool.shutdown()
print(any(t.is_alive() for t in threads))


class Task:
    def __call__(self):
        return weakref.ref(self)


pool = ThreadPoolExecutor(1)
task = Task()
ref = pool.submit(task).result()
del task
for _ in range(100):
    if ref() is None:
        break
    pool.submit(int).result()
print("task kept:", ref() is not None)
gone = weakref.ref(pool)
workers = list(pool._threads)
del pool
gc.collect()
for w in workers:
    w.join(5)
print("executor:", gone(), "worker alive:", workers[0].is_alive())

counts = []
with ThreadPoolExecutor(8) as pool:
    for n in range(50):
        pool.submit(counts.append, n).result()
    print(len(pool._threads) <= 8, counts == list(range(50)))
