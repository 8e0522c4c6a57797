# logging from threads: one handler shared, queue handlers and listeners, files that rotate, memory handlers, shutdown.
import logging
import logging.handlers
import os
import queue
import tempfile
import threading

folder = tempfile.mkdtemp()
path = os.path.join(folder, "app.log")
fh = logging.FileHandler(path, mode="w", encoding="utf-8")
fh.setFormatter(logging.Formatter("%(threadName)s %(message)s"))
log = logging.getLogger("threads")
log.setLevel(logging.INFO)
log.addHandler(fh)
log.propagate = False


def work(n):
    for i in range(50):
        log.info("worker %d item %d é", n, i)
        log.debug("not written")


threads = [threading.Thread(target=work, args=(n,), name=f"T{n}") for n in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
lines = open(path, encoding="utf-8").read().splitlines()
print(len(lines), len(set(lines)), all(l.startswith(f"T{l.split()[2]} worker") for l in lines))
for n in range(4):
    mine = [int(l.split()[4]) for l in lines if l.startswith(f"T{n} ")]
    print(n, mine == list(range(50)), end=" ")
fh.close()
log.removeHandler(fh)
print(os.path.basename(fh.baseFilename), fh.stream, repr(fh).replace(folder, "DIR"))
late = logging.FileHandler(os.path.join(folder, "late.log"), delay=True)
print(os.path.exists(late.baseFilename), late.stream)
log.addHandler(late)
log.info("now")
print(os.path.exists(late.baseFilename), open(late.baseFilename).read())
log.removeHandler(late)
late.close()


class Collect(logging.Handler):
    def __init__(self, level=0):
        super().__init__(level)
        self.got = []

    def emit(self, record):
        self.got.append((record.levelname, record.getMessage()))


q = queue.Queue()
first, second = Collect(), Collect(logging.ERROR)
listener = logging.handlers.QueueListener(q, first, second, respect_handler_level=True)
qh = logging.handlers.QueueHandler(q)
log.addHandler(qh)
listener.start()


def produce(n):
    for i in range(25):
        log.info("p%d-%d", n, i)
    try:
        raise ValueError(f"in {n}")
    except ValueError:
        log.exception("failed %d", n)


threads = [threading.Thread(target=produce, args=(n,)) for n in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
listener.stop()
log.removeHandler(qh)
print(len(first.got), len(second.got), sorted(m.split("\n")[0] for _, m in second.got), all("ValueError: in" in m for _, m in second.got), q.empty())
print(sorted(m for l, m in first.got if l == "INFO")[:3])
rot = logging.handlers.RotatingFileHandler(os.path.join(folder, "r.log"), maxBytes=60, backupCount=2)
rot.setFormatter(logging.Formatter("%(message)s"))
log.addHandler(rot)
for i in range(12):
    log.info("line number %02d", i)
log.removeHandler(rot)
rot.close()
for name in sorted(os.listdir(folder)):
    if name.startswith("r.log"):
        print(name, open(os.path.join(folder, name)).read().split("\n"))
target = Collect()
mem = logging.handlers.MemoryHandler(3, flushLevel=logging.ERROR, target=target)
log.addHandler(mem)
log.info("one")
log.info("two")
print(target.got, len(mem.buffer))
log.info("three")
print(target.got, len(mem.buffer))
log.error("at once")
log.info("left")
print(len(target.got), len(mem.buffer))
log.removeHandler(mem)
mem.close()
print(target.got[-1], mem.target)
timed = logging.handlers.TimedRotatingFileHandler(os.path.join(folder, "t.log"), when="D", interval=2)
print(timed.when, timed.interval, timed.suffix, timed.rolloverAt > 0)
timed.close()
for when in ("X", "W", "W9"):
    try:
        logging.handlers.TimedRotatingFileHandler(os.path.join(folder, "t.log"), when=when, delay=True)
    except ValueError as e:
        print(e)
lock_free = logging.NullHandler()
print(lock_free.lock, lock_free.handle(None), logging.StreamHandler().lock is not None)
local = threading.local()


class Context(logging.Filter):
    def filter(self, record):
        record.request = getattr(local, "request", "-")
        return True


class Keep(Collect):
    def emit(self, record):
        self.got.append(self.format(record))


keep = Keep()
keep.addFilter(Context())
keep.setFormatter(logging.Formatter("%(request)s:%(message)s"))
log.addHandler(keep)


def request(n):
    local.request = f"req{n}"
    log.info("handled")


threads = [threading.Thread(target=request, args=(n,)) for n in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
log.info("main")
print(sorted(keep.got))
for name in os.listdir(folder):
    os.remove(os.path.join(folder, name))
os.rmdir(folder)
logging.shutdown()
