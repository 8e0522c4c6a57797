"""Loops of functions that do other things too: their variables afterwards, whatever happened in the loop."""
import threading


def zero_rounds(n):
    print("before", n)
    for i in range(n):
        square = i * i
    try:
        print(i, square)
    except UnboundLocalError as error:
        print(type(error).__name__, error)


zero_rounds(3)
zero_rounds(0)


def outgrows(n):
    value = 3
    for i in range(n):
        value = value * value + i
    print("bits", value.bit_length(), i)
    return value % 1000007


print(outgrows(3), outgrows(9))


def not_as_expected(items):
    total = 0
    print(len(items), end=" ")
    for item in items:
        total += item
    print(total, item)


not_as_expected([1, 2, 3])
not_as_expected([10, 20])
not_as_expected([1, 2.5, 3])
not_as_expected([2**70, -2**70, True])
try:
    not_as_expected([1, "two", 3])
except TypeError as error:
    print(error)


def divides(numbers):
    print("dividing")
    for n in numbers:
        quotient = 100 // n
        last = n
    print(quotient, last)


try:
    divides([5, 4, 0, 3])
except ZeroDivisionError as error:
    print(error, error.__traceback__.tb_next.tb_lineno)


def order_of_effects(log, n):
    log.append("start")
    total = 0
    for i in range(n):
        total += 10 // (n - i - 3 if n < 6 else 1)
    log.append(total)
    for i in range(n):
        total -= i
        log.append(total)


log = []
order_of_effects(log, 7)
try:
    order_of_effects(log, 5)
except ZeroDivisionError:
    log.append("failed")
print(log)


def running_means(values, width):
    """A generator: the loop between two yields is a region, its own state is not."""
    for at in range(len(values) - width + 1):
        total = 0.0
        for k in range(width):
            total += values[at + k]
        yield total / width


print(list(running_means([1.0, 2.0, 4.0, 8.0, 16.0], 2)))
print(list(running_means([1, 2, 4.0, 8], 3)))


def breaks_and_else(limit):
    found = None
    for n in range(2, limit):
        for d in range(2, n):
            if n % d == 0:
                break
        else:
            found = n
    print("largest prime below", limit, "is", found)
    while limit > 0:
        limit -= 7
        if limit == 3:
            break
    else:
        print("no break")
    return limit


print(breaks_and_else(50), breaks_and_else(38))


class Accumulator:
    def __init__(self):
        self.total = 0.0
        self.calls = 0

    def add(self, row, scale=1.5):
        subtotal = 0.0
        for value in row:
            subtotal += value * scale
        self.total += subtotal
        self.calls += 1
        return value


accumulator = Accumulator()
print(accumulator.add([1.0, 2.0]), accumulator.add([4.0]), accumulator.add([1, 2], 2), accumulator.total, accumulator.calls)


def lists_made_here(rows, out):
    for row in range(rows):
        line = [0] * rows
        for k in range(rows):
            line[k] += row * k
            line.append(k)
        out[row] = line
    return line, k


out = {}
print(lists_made_here(3, out), out)


def matrix(a, b, result):
    size = len(a)
    for row in range(size):
        left, line = a[row], [0.0] * size
        for k in range(size):
            factor, right = left[k], b[k]
            for column in range(size):
                line[column] += factor * right[column]
        result.append(line)


result = []
matrix([[1.0, 2.0], [3.0, 4.0]], [[0.5, 0.0], [0.0, 0.25]], result)
matrix([[1, 2], [3, 4]], [[5, 6], [7, 8]], result)
print(result)


def deleted(n):
    for i in range(n):
        j = i
    del j
    print(i)
    for i in range(n):
        pass
    try:
        print(j)
    except UnboundLocalError as error:
        print(error)


deleted(4)


def swapped(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    print(a, b)
    text = ""
    for _ in range(3):
        text += str(a)[-1]
        a = a + 1
    return text


print(swapped(10), swapped(200))


def held_by_threads(rounds, results, index):
    results[index] = "running"
    total = 0
    for i in range(rounds):
        total = (total * 31 + i) % 1000003
    results[index] = total


results = [None] * 3
threads = [threading.Thread(target=held_by_threads, args=(1000 * (n + 1), results, n)) for n in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(results)


def elif_with_generator(a, b, items):
    print("kind", end=" ")
    if a:
        return "a"
    elif b and items and all(i == items[0] for i in items):
        return "all the same"
    elif any(i > 2 for i in items):
        return "a large one"
    return "none"


print(elif_with_generator(0, 1, [1, 1]), elif_with_generator(0, 1, [1, 3]), elif_with_generator(0, 0, [1, 2]), elif_with_generator(1, 0, []))
