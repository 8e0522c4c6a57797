"""Functions that make objects and change nothing else: made without frames where expectations hold, as ever where not."""
import threading


class Vector:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def plus(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def scaled(self, k):
        return Vector(self.x * k, self.y * k)

    def dot(self, other):
        return self.x * other.x + self.y * other.y

    def __repr__(self):
        return f"Vector({self.x!r}, {self.y!r})"


def walk(n):
    at = Vector(0.0, 0.0)
    step = Vector(1.0, 0.5)
    for i in range(n):
        at = at.plus(step.scaled(i * 0.25))
    return at


print(walk(10), walk(0), walk(3).dot(walk(4)))
print(Vector(1, 2).plus(Vector(2 ** 63, 0.5)), Vector("a", [1]).plus(Vector("b", [2])), Vector(2 ** 62, 2).scaled(4))
try:
    Vector(1.0, None).plus(Vector(1.0, 2.0))
except TypeError as error:
    print(error)


class Tree:
    __slots__ = ("left", "right", "weight")

    def __init__(self, left, right, weight=1):
        self.left = left
        self.right = right
        self.weight = weight

    def count(self):
        if self.left is None:
            return self.weight
        return self.weight + self.left.count() + self.right.count()


def grow(depth):
    if depth == 0:
        return Tree(None, None, 2)
    return Tree(grow(depth - 1), grow(depth - 1), depth)


def grown(depths):
    return [grow(d).count() for d in depths]


print(grown(range(8)), grown([3, True, 0]))
try:
    grown([1, 2.5])
except RecursionError as error:
    print(type(error).__name__)
try:
    Tree(None, None).size
except AttributeError as error:
    print(error)


# ---- classes that do more when an object is made, changed or dropped ----
LOG = []


class Checked:
    def __init__(self, value):
        self.value = value
        self.twice = value * 2
        if value < 0:
            raise ValueError(f"negative: {value}")
        self.half = value // 2

    def __setattr__(self, name, value):
        LOG.append((name, value))
        super().__setattr__(name, value)


class Dropped:
    def __init__(self, n):
        self.n = n
        self.square = n * n

    def __del__(self):
        LOG.append(("dropped", self.n))


class Shadowed:
    limit = 10

    def __init__(self, n):
        self.n = n
        self.limit = n + self.limit

    @property
    def n(self):
        return -self._n

    @n.setter
    def n(self, value):
        LOG.append(("setter", value))
        self._n = value


class Counted:
    made = 0

    def __new__(cls, *args):
        Counted.made += 1
        return super().__new__(cls)

    def __init__(self, n):
        self.n = n + Counted.made


def sums(n):
    total = 0
    for i in range(n):
        total += Checked(i).half
    return total


def drops(n):
    total = 0
    for i in range(n):
        total += Dropped(i).square
    return total


def shadows(n):
    return [Shadowed(i).limit + Shadowed(i).n for i in range(n)]


def counts(n):
    return [Counted(i).n for i in range(n)]


print(sums(4), drops(3), shadows(3), counts(3))
print(LOG)
LOG.clear()
try:
    sums(2 ** 3)
    [Checked(v) for v in (3, -4)]
except ValueError as error:
    print(error, len(LOG))


# ---- __init__ that calls another, is called again, has defaults or goes wrong half-way ----
class Base:
    def __init__(self, a, b=3):
        self.a = a
        self.b = b
        self.sum = a + b


class Derived(Base):
    def __init__(self, a):
        super().__init__(a, a * 2)
        self.c = self.sum + 1


class Halfway:
    def __init__(self, items):
        self.first = items[0]
        self.total = 0
        for item in items:
            self.total += item
        self.last = items[-1]
        self.ratio = self.last / self.first


def bases(n):
    return sum(Base(i).sum + Base(i, i).sum + Derived(i).c for i in range(n))


def ratios(rows):
    return [Halfway(row).ratio for row in rows]


print(bases(5), bases(0), ratios([[1, 2, 3], [2.0, 5], [4, 2 ** 70]]))
for wrong in ([0, 1], [], ["a"], [1, None]):
    try:
        print(ratios([[1, 2], wrong]))
    except (ZeroDivisionError, IndexError, TypeError) as error:
        print(type(error).__name__, error)
b = Base(1, 2)
b.__init__(5)
print(vars(b), list(vars(Derived(2))))
try:
    b.__init__("x", 1)
except TypeError as error:
    print(error, vars(b))
b.extra = 1
Base.__init__(b, 2.5)
print(vars(b))


# ---- what a name means may change ----
def make(n):
    return [Base(i).sum for i in range(n)]


print(make(3))
Old, Base = Base, Derived
print(make(3))
Base = lambda n: Old(n, 100)
print(make(3))
Base = Old
Base.__init__ = lambda self, a: setattr(self, "sum", -a)
print(make(3))


class Many:
    def __init__(self, n):
        self.a = n
        self.b = n + 1
        self.c = n + 2
        self.d = n + 3
        self.e = n + 4
        self.f = n + 5
        self.g = n + 6
        self.h = n + 7
        self.i = n + 8
        self.j = self.a + self.i
        self.a = self.j


def many(n):
    return [Many(i) for i in range(n)]


print([(m.a, m.j, list(vars(m))) for m in many(2)], vars(many(30)[29])["h"])


# ---- objects made on two threads at once ----
def busy(out):
    total = 0.0
    for i in range(3000):
        total += walk(i % 5).dot(Vector(1.0, 2.0)) + grow(2).count()
    out.append(total)


out = []
threads = [threading.Thread(target=busy, args=(out,)) for _ in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(out)


# ---- operators ----
class Money:
    def __init__(self, cents):
        self.cents = cents

    def __add__(self, other):
        if isinstance(other, int):
            return NotImplemented
        return Money(self.cents + other.cents)

    def __radd__(self, other):
        return Money(other * 100 + self.cents)

    def __mul__(self, k):
        return Money(self.cents * k)

    def __neg__(self):
        return Money(-self.cents)

    def __sub__(self, other):
        return self + -other


class Bonus(Money):
    def __radd__(self, other):
        return Money(other.cents + self.cents + 1)


class Purse(Money):
    def __iadd__(self, other):
        self.cents += other.cents + 1000
        return self


def add_up(items):
    total = Money(0)
    for item in items:
        total = total + item * 2 - Money(1)
    return total.cents


def put_in(purse, items):
    for item in items:
        purse += item
    return purse.cents


prices = [Money(5), Money(7), Money(2 ** 62)]
print(add_up(prices), add_up([]), put_in(Money(1), prices), put_in(Purse(1), prices[:2]))
print((Money(1) + Bonus(5)).cents, add_up([Money(3), Bonus(4)]), put_in(Money(0), [Bonus(4), Money(1)]))
try:
    add_up([Money(1), Money("x")])
except TypeError as error:
    print(error)


def mixed(items):
    total = Money(1)
    for item in items:
        total = total + item
    return total.cents


print(mixed([Money(2), Money(3)]))
try:
    print(mixed([Money(2), 3]))
except TypeError as error:
    print(error)
Money.__mul__ = lambda self, k: Money(7)
print(add_up(prices))
