"""Loops that change lists, objects and globals, and meet something unexpected half-way: each must go on where it was."""
import sys

BIG = 2 ** 62


def show(*what):
    print(*(f"<{v.bit_length()} bits {v % 1000003}>" if type(v) is int and abs(v) > 10 ** 20 else v for v in what))


# ---- each kind of loop, left in the middle by an int that outgrows 64 bits ----
def count_up(a, start):
    total = start
    for i in range(len(a)):
        a[i] = total
        total += total
    return total


def count_down(a, start):
    total = start
    for i in range(len(a) - 1, -1, -1):
        total *= 3
        a[i] += total
    return i, total


def by_step(a, step):
    value = 1
    for i in range(0, 40, step):
        value = value * 64 + i
        a[i % len(a)] = value
    else:
        a[0] -= 1
    return value


def each(a, out):
    seen = 0
    for x in a:
        seen += x
        out[seen % 3] = x
    return seen


def numbered(a, out):
    for i, x in enumerate(a):
        out[i] = x * x + i
    return i, x


def together(a, b, out):
    for x, y in zip(a, b):
        z = x * y
        out[0] += z
        out[1] = z - out[1]
    return z


def doubling(a):
    n = 1
    while n < 10 ** 25:
        a[n % len(a)] += n
        n *= 7
    return n


def nested(grid, k):
    for row in grid:
        for i in range(len(row)):
            j = 0
            while j < 3:
                row[i] += k * j
                j += 1
            k = k * 5 + j
        row[0] -= 1
    return k


for size in (2, 5, 70):
    xs = [0] * size
    show(count_up(xs, 3))
    show(*xs[-3:])
    show(*count_down(xs, 7))
    show(*xs[:3])
xs = [0] * 4
show(by_step(xs, 1), by_step(xs, 7))
show(*xs)
out = [0, 0, 0]
show(each([1, 2, BIG, BIG, BIG, 4, 5], out), each((1, 2, 2 ** 70, 4), out))
show(*out)
out = [0] * 5
show(*numbered([1, 2 ** 31, 2 ** 33, 3, 4], out))
show(*out)
out = [1, 2]
show(together([1, 2, 2 ** 40, 4], (5, 6, 2 ** 40, 8, 9), out))
show(*out)
show(doubling([0] * 5))
grid = [[1, 2], [3, 4, 5], [6] * 30]
show(nested(grid, 1))
show(*grid[2])


# ---- other types than expected ----
def swap_sort(a):
    for i in range(len(a)):
        for j in range(len(a) - 1 - i):
            if a[j] > a[j + 1]:
                a[j], a[j + 1] = a[j + 1], a[j]
    return a


def reverse(a):
    n = len(a)
    for i in range(n // 2):
        a[i], a[n - i - 1] = a[n - i - 1], a[i]
    return a


def transpose(m):
    for i in range(len(m)):
        for j in range(i):
            m[i][j], m[j][i] = m[j][i], m[i][j]
    return m


print(swap_sort([5, 3, 9, 1, 1]), swap_sort([2.5, 1.5, -1.0]), swap_sort([3, 2.5, BIG * 4, 1, True]), swap_sort(list("banana")))
for wrong in ([3, 1, "x", 2], (3, 1), "ba"):
    try:
        print(swap_sort(wrong))
    except TypeError as error:
        print(type(error).__name__, error, wrong)
print(reverse([1, 2, 3, 4, 5]), reverse(["a", None, 2.5, BIG]))
print(transpose([[1, 2, 3], [4, 5, 6], [7, 8, 9]]))
try:
    transpose([[1, 2, 3], (4, 5, 6), [7, 8, 9]])
except TypeError as error:
    print(error)


# ---- attributes, properties, __setattr__, __setitem__ ----
class Body:
    def __init__(self):
        self.x, self.v, self.hits = 0.0, 0.5, 0

    def run(self, n):
        for k in range(n):
            self.x += self.v * 0.25
            if self.x > 1.0:
                self.x -= 1.0
                self.hits += 1
                continue
            self.v = self.v * 1.125
        return k


class Checked(Body):
    @property
    def v(self):
        return self.__dict__["v"]

    @v.setter
    def v(self, value):
        if value > 3:
            raise ValueError(f"too fast: {value}")
        self.__dict__["v"] = value


class Counting(Body):
    changes = 0

    def __setattr__(self, name, value):
        Counting.changes += 1
        super().__setattr__(name, value)


for kind in (Body, Counting, Checked):
    body = kind()
    for steps in (3, 40):
        try:
            print(kind.__name__, body.run(steps), round(body.x, 6), round(body.v, 6), body.hits, Counting.changes)
        except ValueError as error:
            print(error, round(body.x, 6), body.hits)
body = Body()
body.hits = 2 ** 63 - 2
body.run(30)
print(body.hits)
body.x = "text"
try:
    body.run(2)
except TypeError as error:
    print(error)


class Loud(list):
    def __setitem__(self, index, value):
        print("set", index, value)
        super().__setitem__(index, value)

    def append(self, value):
        print("append", value)
        super().append(value)


def fill(a, n):
    for i in range(n):
        a[i] = i * 2
        a.append(i)
    return a


print(fill([0], 3), fill(Loud([0]), 3), fill({}, 0))
for other in ((0,), {}):
    try:
        fill(other, 2)
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error, other)
try:
    fill([], 2)
except IndexError as error:
    print(error)


# ---- ways out ----
def search(a, wanted):
    for i, x in enumerate(a):
        a[i] = x + 1
        if x == wanted:
            return i
        if x < 0:
            raise ValueError(f"negative at {i}")
        if x > 1000:
            break
    else:
        return "nowhere"
    return "broke off"


for wanted in (3, 77):
    for a in ([1, 2, 3, 4], [5, 2000, 3], [1, -1, 3], [2 ** 64, 3], []):
        try:
            print(search(a, wanted), a)
        except ValueError as error:
            print(error, a)


def guarded(a, n):
    log = []
    for k in range(3):
        try:
            for i in range(n):
                a[i] += 10 // (i - k)
            log.append("whole")
        except ZeroDivisionError:
            log.append(f"zero at {i}")
        except IndexError as error:
            log.append(str(error))
        finally:
            log.append(k)
    return log


print(guarded([0, 0, 0, 0], 4), guarded([0, 0], 4), guarded([0] * 3, 0))


def running(a):
    total = 0
    for i in range(len(a)):
        total += a[i]
        a[i] = total
    yield total
    for i in range(len(a)):
        total *= a[i] + 1
        a[i] = -total
    yield total


numbers = [1, 2, 2 ** 40, 4]
print(list(running(numbers)), numbers)

COUNT = 0


def globally(a):
    global COUNT
    for x in a:
        COUNT += x
        a[0] = COUNT
        if COUNT > 100:
            break
    return COUNT


print(globally([1, 2, 3]), globally([50, 60, 70]), COUNT)
COUNT = 2 ** 62
print(globally([1, 2, 2 ** 62]), COUNT)
COUNT = 1.5
print(globally([1, 2, 300]), COUNT)


# ---- the line an error comes from ----
def lines(a, b):
    for i in range(4):
        a[i] = i
        a[0], b[i] = a[1], a[0]


try:
    lines([1, 2, 3, 4], (1, 2))
except TypeError:
    import traceback
    print(traceback.format_exc())
try:
    lines([1, 2, 3], [0] * 4)
except IndexError:
    print(traceback.format_exc())


# ---- variables that only some rounds bind ----
def partly(a, n):
    for i in range(n):
        if a[i] > 2:
            found = a[i]
            a[i] = 0
        if i == 3:
            a[i] += found
            del found
    return i, found


for a in ([1, 2, 3, 4, 5, 6], [1, 2, 1, 1], [3, 2 ** 64, 1, 5, 9]):
    try:
        print(partly(a, len(a)), a)
    except UnboundLocalError as error:
        print(error, a)


# ---- objects die when they are overwritten ----
class Noisy:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("dropped", self.n)


def drop(a):
    for i in range(len(a)):
        a[i] = i
        print("stored", i)
    for i in range(len(a)):
        a[i] = 2 ** 62 * (i + 1)
    return sum(a)


print(drop([Noisy(0), Noisy(1)]))


def own_and_shared(keep, n):
    row = [0] * n
    for i in range(n):
        row[i] = i * i
        keep[i % 2] = row
        row[0] += 1
    keep[0][0] += 100
    return row


keep = [None, None]
print(own_and_shared(keep, 5), keep[0] is keep[1], keep)


def tail(matrix):
    for i in range(len(matrix)):
        row = [x * 2 for x in matrix[i]]
        row.append(sum(y for y in row if y > 2))
        matrix[i] = row
        while row and row[-1] > 5:
            row.pop()
    return matrix


print(tail([[1, 2, 3], [2 ** 62, 1], [], [True, 2.5]]))
print(sys.getrefcount(keep) > 1)


# ---- what one statement computes twice, in branches of its own ----
def branches(a, c, d):
    for i in range(3):
        a[i], a[i + 1 if c else i + 2] = (i + 1 if d else i + 2), (a[i + 1] if d else a[i + 2])
    return a


for c in (True, False):
    for d in (True, False):
        print(branches([5, 6, 7, 8, 9, 10], c, d))
