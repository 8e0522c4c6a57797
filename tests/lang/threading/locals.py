import threading

data = threading.local()
data.x = 1
seen = []


def work(i):
    seen.append(hasattr(data, "x"))
    data.x = i
    seen.append(data.x == i)
    data.__dict__["y"] = 2
    seen.append(data.y)
    del data.x
    try:
        data.x
    except AttributeError as e:
        seen.append(str(e))


for i in range(3):
    t = threading.Thread(target=work, args=(i,))
    t.start()
    t.join()
print(seen, data.x, data.__dict__)


class Counter(threading.local):
    number = 10

    def __init__(self, start, step=1):
        self.start = start
        self.step = step
        seen.append(("init", start, step))

    def next(self):
        self.start += self.step
        return self.start


seen.clear()
c = Counter(5, step=2)
print(c.next(), c.next(), c.number)
out = []


def use():
    out.append((c.next(), c.next(), c.number))


for _ in range(2):
    t = threading.Thread(target=use)
    t.start()
    t.join()
print(out, c.next(), seen)
try:
    threading.local(1)
except TypeError as e:
    print(e)
try:
    data.__dict__ = {}
except AttributeError as e:
    print(e)


class Slotted(threading.local):
    __slots__ = ("shared",)


s = Slotted()
s.shared = "all"
s.own = "mine"
got = []
t = threading.Thread(target=lambda: got.append((s.shared, hasattr(s, "own"))))
t.start()
t.join()
print(got, s.own)


counting = threading.Lock()


class Token:
    alive = 0

    def __init__(self):
        with counting:
            Token.alive += 1

    def __del__(self):
        with counting:
            Token.alive -= 1


def keep():
    data.token = Token()


ts = [threading.Thread(target=keep) for _ in range(5)]
[t.start() for t in ts]
[t.join() for t in ts]
print(Token.alive)
