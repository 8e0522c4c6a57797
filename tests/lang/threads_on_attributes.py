import threading, sys
class Counter:
    def __init__(self):
        self.a = 0
    def add(self, k, v):
        setattr(self, k, v)
def work(objs, n):
    for i in range(n):
        o = objs[i % len(objs)]
        o.x = i
        setattr(o, "k%d" % (i % 70), i)
        if i % 50 == 0: o.__dict__["y"] = i
        if i % 97 == 0:
            try: del o.x
            except AttributeError: pass
        o.a
objs = [Counter() for _ in range(40)]
ts = [threading.Thread(target=work, args=(objs, 20000)) for _ in range(4)]
for t in ts: t.start()
for t in ts: t.join()
print(all(hasattr(o, "a") for o in objs), all(len(vars(o)) >= 1 for o in objs))
class Shared: 
    v = 0
def cls_work(n):
    for i in range(n):
        Shared.v = i
        Shared.m = lambda self: i
        Shared().m()
        if i % 10 == 0:
            class Sub(Shared):
                def m(self): return super().m()
            Sub().m()
ts = [threading.Thread(target=cls_work, args=(1500,)) for _ in range(4)]
for t in ts: t.start()
for t in ts: t.join()
print(Shared.v == 1499)
errs = []
def exc_work():
    for i in range(3000):
        try:
            try: raise ValueError(i)
            except ValueError as e: raise KeyError(i) from e
        except KeyError as k:
            if k.__cause__.args != (i,): errs.append(i)
ts = [threading.Thread(target=exc_work) for _ in range(4)]
for t in ts: t.start()
for t in ts: t.join()
print(errs)
e = ValueError("shared")
def raise_shared():
    for i in range(2000):
        try: raise e
        except ValueError as x: x.__traceback__; x.with_traceback(None)
ts = [threading.Thread(target=raise_shared) for _ in range(4)]
for t in ts: t.start()
for t in ts: t.join()
print("done")
