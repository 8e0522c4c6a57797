"""Functions that share variables with those around them, tried on unboxed values."""
import threading


def queens(n):
    cols = [0] * n
    count = 0

    def ok(r, c):
        for i in range(r):
            if cols[i] == c or abs(cols[i] - c) == r - i:
                return False
        return True

    def place(r):
        nonlocal count
        if r == n:
            count += 1
            return
        for c in range(n):
            if ok(r, c):
                cols[r] = c
                place(r + 1)

    place(0)
    return count, cols


print(queens(6), queens(1), queens(0))


def accumulator(start):
    total = start
    calls = 0
    log = []

    def add(values, factor):
        nonlocal total, calls
        calls += 1
        for v in values:
            total = total + v * factor
            if total > 1000:
                log.append(total)
                total = total - 1000
        return total

    def state():
        return total, calls, log

    def replace(value):
        nonlocal total
        total = value

    def forget():
        nonlocal total
        del total

    return add, state, replace, forget


def attempt(function, *args):
    try:
        print(function(*args), end=" ")
    except Exception as e:
        print(type(e).__name__, e, end=" ")


add, state, replace, forget = accumulator(5)
print(add([1, 2, 3], 10), add([400, 500, 600], 2), state())
# Inference does not see these.
later = [replace, add]
for value in [2 ** 62, 0.5, "text", None, True, 2 ** 70, -3]:
    later[0](value)
    attempt(later[1], [1, 2], 3)
    attempt(later[1], [2 ** 62, 1.5], 2)
    attempt(later[1], ["a"], 2)
    print(state())
forget()
attempt(add, [1], 1)
attempt(state)
replace(7)
print(add([1], 1))


def search(words):
    best = ""
    seen = {}

    def visit(prefix, depth):
        nonlocal best
        found = 0
        for w in words:
            if w.startswith(prefix) and len(w) >= depth:
                seen[w] = seen.get(w, 0) + depth
                found += 1
                if len(w) > len(best) or (len(w) == len(best) and w < best):
                    best = w
        return found

    total = 0
    for w in words:
        for d in range(len(w)):
            total += visit(w[:d], d)
    return total, best, seen


print(search(["car", "card", "care", "dog", "do"]))


def counters():
    made = []
    for n in range(3):
        step = n * 10

        def count(k, step=step):
            out = 0
            for i in range(k):
                out += i * n + step
            return out
        made.append(count)
    n = 100
    return [f(4) for f in made], [c(3) for c in [lambda k, m=m: sum(i * m + n for i in range(k)) for m in range(3)]]


print(counters())


def early():
    def use(k):
        total = 0
        for i in range(k):
            total += i + limit
        return total

    attempt(use, 0)
    attempt(use, 3)
    limit = 5
    attempt(use, 3)
    limit = 2 ** 63
    attempt(use, 3)
    del limit
    attempt(use, 1)
    limit = 1.5
    print(use(2))


early()


class Shape:
    scale = 3

    def area(self, n):
        total = 0
        for i in range(n):
            total += i * self.scale
        return total

    def of(self, n):
        return __class__.scale * n + len(__class__.__name__) * n


class Child(Shape):
    def area(self, n):
        total = super().area(n)
        for i in range(n):
            total += i
        return total


print(Shape().area(4), Child().area(4), Child().of(2))


def matrix(n):
    rows = [[i * n + j for j in range(n)] for i in range(n)]
    swaps = 0

    def transpose():
        nonlocal rows, swaps
        for i in range(n):
            for j in range(i):
                rows[i][j], rows[j][i] = rows[j][i], rows[i][j]
                swaps += 1
        rows = [row[::-1] for row in rows]
        return swaps

    transpose()
    return transpose(), rows


print(matrix(3))


# Names that what the compiler writes has too.
def named(own, n):
    store, frame, stage, load_own, make, content = 1, 2, 3, 4, 5, own

    def go(k, store_cell, total_cell=2):
        nonlocal store, frame, stage, load_own, make
        for i in range(k):
            store = store + i * store_cell
            frame += store
            stage, load_own = load_own + 1, stage * total_cell
            make += content[i]
        return store, frame, stage, load_own, make

    def look(k):
        total = 0
        for i in range(k):
            total += store + frame + stage + load_own + make + content[i]
        return total

    return go(n, 3), look(n)


print(named([1, 2, 3], 3))


# A cell that another thread writes meanwhile.
def race():
    flag, rounds, done = 0, 0, False

    def spin():
        nonlocal rounds
        while not done:
            for i in range(100):
                rounds += flag
        return rounds

    result = []
    thread = threading.Thread(target=lambda: result.append(spin()))
    thread.start()
    for n in range(2000):
        flag = n
    flag = 1
    while rounds == 0:
        pass
    done = True
    thread.join()
    print(result[0] == rounds, rounds > 0)


race()
