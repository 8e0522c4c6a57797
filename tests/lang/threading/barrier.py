import threading


def show(f):
    try:
        print("ok", f())
    except BaseException as e:
        print(type(e).__name__, e)


log = []
b = threading.Barrier(3, action=lambda: log.append("action"))
indices = []


def work():
    for _ in range(10):
        indices.append(b.wait())


ts = [threading.Thread(target=work) for _ in range(3)]
[t.start() for t in ts]
[t.join() for t in ts]
print(len(log), sorted(indices) == sorted([0, 1, 2] * 10), b.parties, b.n_waiting, b.broken)
show(threading.Barrier)
print(repr(b).startswith("<threading.Barrier at 0x") and repr(b).endswith(": waiters=0/3>"))
show(lambda: b.wait(0.01))
print(b.broken, repr(b).endswith(": broken>"))
show(b.wait)
b.reset()
print(b.broken)
b.abort()
show(b.wait)
one = threading.Barrier(1)
print(one.wait(), one.wait())


def fails():
    raise ValueError("in action")


f = threading.Barrier(2, fails)
seen = []


def party():
    try:
        f.wait()
    except Exception as e:
        seen.append(type(e).__name__)


ts = [threading.Thread(target=party) for _ in range(2)]
[t.start() for t in ts]
[t.join() for t in ts]
print(sorted(seen), f.broken)
r = threading.Barrier(2)
seen = []
t = threading.Thread(target=lambda: show(r.wait))
t.start()
while r.n_waiting == 0:
    pass
r.reset()
t.join()
print(r.broken, r.n_waiting)
