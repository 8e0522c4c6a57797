"""Functions without loops that compute and store: their bodies are tried unboxed, and left for the general form in the middle."""
import sys

# Inference does not see what is passed and stored by these.
def call(owner, name, *args):
    return getattr(owner, name)(*args)


def put(owner, values):
    for name in values:
        setattr(owner, name, values[name])


class Ball:
    def __init__(self, x, v):
        self.x = x
        self.v = v
        self.turns = 0

    def move(self, limit):
        self.x += self.v
        self.v = self.v * 2 - 1
        if self.x > limit:
            self.x = limit - (self.x - limit) * 3
            self.v = -abs(self.v)
            self.turns += 1
            return self.x * 2
        if self.x < 0:
            self.x = -self.x
            self.turns += 1
        return self.turns


def show(ball):
    print(ball.x, ball.v, ball.turns, type(ball.x).__name__, type(ball.v).__name__)


for start, speed in [(1, 2), (5, -9), (99, 40)]:
    ball = Ball(start, speed)
    for _ in range(6):
        print(ball.move(100), end=" ")
    show(ball)

# Ints outgrow 64 bits half way.
put(ball, {"x": 2 ** 62, "v": 2 ** 62})
print(call(ball, "move", 2 ** 70))
show(ball)
put(ball, {"x": 1, "v": 2 ** 63 - 1})
print(ball.move(2))
show(ball)
# Values of other types, in any of the attributes.
for x, v, turns, limit in [(1.5, 2, 0, 3), (1, 2.25, 1.5, 3.0), (True, False, True, 1), (3 + 4j, 1j, 0, 2), ("a", 3, 0, "c"), ([1], [2], 0, [0]), (None, 1, 1, 1), (7, 3, "t", 8)]:
    ball = Ball(0, 0)
    put(ball, {"x": x, "v": v, "turns": turns})
    try:
        print(call(ball, "move", limit))
    except TypeError as e:
        print("TypeError:", e, "in line", e.__traceback__.tb_next.tb_next.tb_lineno)
    show(ball)


def watched_set(self, name, value):
    if name == "turns" and value:
        raise AttributeError("turns cannot become " + str(value))
    print("set", name, value)
    object.__setattr__(self, name, value)


def get_speed(self):
    print("get v")
    return self.__dict__["speed"]


def set_speed(self, value):
    print("put v", value)
    self.__dict__["speed"] = value


members = {"__setattr__": watched_set, "v": property(get_speed, set_speed)}
ball = type("Watched", (Ball,), members)(3, 4)
try:
    call(ball, "move", 5)
except AttributeError as e:
    print(e, "in line", e.__traceback__.tb_next.tb_next.tb_lineno)
show(ball)


class Slotted:
    __slots__ = ("total", "count")

    def add(self, value):
        self.total = self.total + value * 2 - 1
        self.count += 1
        return self.total - self.count


slotted = Slotted()
try:
    slotted.add(1)
except AttributeError as e:
    print(e)
slotted.total = 1
try:
    slotted.add(1)
except AttributeError as e:
    print(e, slotted.total)
slotted.count = 5
print(slotted.add(2), call(slotted, "add", 2.5), call(slotted, "add", 2 ** 80))
slotted.count = 1
print(slotted.add(2))

counter, doubled = 0, 1


def step(by):
    global counter, doubled
    counter = counter + by * 2 - 1
    doubled = doubled * 2 + by
    return counter * doubled


for n in range(70):
    result = step(n)
print(result, counter, doubled)
try:
    call(sys.modules[__name__], "step", "x")
except TypeError as e:
    print(e, counter, doubled)
del doubled
try:
    step(1)
except NameError as e:
    print(e, counter)
globals()["doubled"] = 0.5
print(step(2), call(sys.modules[__name__], "step", 2.5))


def fill(a, i, x):
    a[i] = x * 2 + 1
    a[i + 1] = a[i] - x * 3
    a[i + 2] = a[i + 1] / (x - 4)
    return a[i] + i


items = [0] * 6
print(fill(items, 1, 2), items)
for x in [1, 2, 4, 5.5, 7, "y", 2 ** 63]:
    try:
        print(call(sys.modules[__name__], "fill", items, x if isinstance(x, int) and x < 8 else 1, x), items)
    except (ZeroDivisionError, IndexError, TypeError) as e:
        print(type(e).__name__, e, items)
print(call(sys.modules[__name__], "fill", {}, 1, 2), call(sys.modules[__name__], "fill", {1: "a"}, 0, 10))


# ---- names of a module that its loops set again and again ----
total = 0
for outer in range(3):
    for inner in range(4):
        total = total + outer * inner
        last = inner
        if inner == 2:
            del last
            last = "again"
print(total, outer, inner, last)
for k in range(5):
    if k == 2:
        globals()["total"] = "changed"
        del globals()["outer"]
    if k == 3:
        globals().pop("inner")
        total = k
    outer = k
    inner = total
print(total, outer, inner, k, sorted(n for n in globals() if n in ("outer", "inner", "total")))
module = sys.modules[__name__]
for k in range(3):
    module.total = [k]
    total = total + [k]
    setattr(module, "made_%d" % k, total)
print(total, made_0, made_2)
