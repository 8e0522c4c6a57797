# test: stderr=none
import threading


def show(f):
    try:
        print("ok", f())
    except BaseException as e:
        print(type(e).__name__, e)


def work():
    pass


print([threading.Thread(target=work).name for _ in range(2)], threading.Thread().name)
print(repr(threading.Thread(target=work, name="n")), repr(threading.Thread(name="d", daemon=True)))
print(threading.Thread(name=5).name)
show(lambda: threading.Thread(1))
show(lambda: threading.Thread(foo=1))
show(lambda: threading.Thread(None, None, None, (), None, 1))
show(lambda: threading.Thread(target=work, daemon=3).daemon)


class Result(threading.Thread):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.result = None

    def run(self):
        if self._target is not None:
            self.result = self._target(*self._args, **self._kwargs)

    def join(self, timeout=None):
        super().join(timeout)
        return self.result


r = Result(target=pow, args=(2, 10))
r.start()
print(r.join(), r.is_alive())
r = Result(target=dict, kwargs={"a": 1})
r.start()
print(r.join())
t = threading.Thread(target=print, args=("in thread",), kwargs={"end": "!\n"})
t.start()
t.join()
show(lambda: t._target)
t.name = 17
print(t.name, t.getName())
t.extra = "kept"
print(t.extra, repr(t).startswith("<Thread(17, stopped "))


class Plain(threading.Thread):
    def run(self):
        print("running", self.name, threading.current_thread() is self)


p = Plain(name="plain")
p.start()
p.join()
p = Plain(daemon=True)
print(p.daemon, p.name)
p.run()
show(lambda: threading.main_thread().name)
print(repr(threading.main_thread()).startswith("<_MainThread(MainThread, started "))
print(isinstance(threading.main_thread(), threading.Thread), type(threading.main_thread()).__name__)
order = []


def chain(n):
    order.append(n)
    if n:
        t = threading.Thread(target=chain, args=(n - 1,))
        t.start()
        t.join()


chain(20)
print(order == list(range(20, -1, -1)))
