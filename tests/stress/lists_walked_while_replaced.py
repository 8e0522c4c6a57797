"""Loops that hold what they find without counting it, over lists whose items other threads replace, drop and add meanwhile."""
import os
import threading

ROUNDS = 60 if os.environ.get("PORTALIS_STRESS") == "short" else 300
pairs = [([1.0, 2.0], [3.0, 4.0, float(i)]) for i in range(50)]
stop = threading.Event()


def walk(rows):
    total = 0.0
    longest = 0.0
    for a, b in rows:
        total += a[0] * b[0] + a[1] * b[1]
        if b[2] > longest:
            longest = b[2]
    return total if longest >= 49.0 else -1.0


def last(rows):
    for row in rows:
        a, b = row
        if a[0] < b[0] * -1e300:
            break
    return row


def change(rows, factor):
    for a, b in rows:
        a[0] = a[0] * factor
        a[1] += 0.0
        b[0] = b[0] / factor
    return a, b


def reader(results):
    rounds = 0
    while rounds < ROUNDS:
        total = walk(pairs)
        a, b = last(pairs)
        assert total >= 50 * 11.0 - 1e-6, total
        assert a == [1.0, 2.0] and len(b) == 3, (a, b)
        rounds += 1
    results.append(rounds)


def replacer():
    count = 0
    while not stop.is_set():
        for i in range(50):              # the other writer may just be dropping what lies behind
            pairs[i] = ([1.0, 2.0], [3.0, 4.0, float(i)])
        pairs.append(([1.0, 2.0], [3.0, 4.0, 50.0]))
        pairs.append(([1.0, 2.0], [3.0, 4.0, float(count)]))
        del pairs[50:]
        count += 1


results = []
readers = [threading.Thread(target=reader, args=(results,)) for _ in range(4)]
writers = [threading.Thread(target=replacer) for _ in range(2)]
for thread in readers + writers:
    thread.start()
for thread in readers:
    thread.join()
stop.set()
for thread in writers:
    thread.join()
print(results)

own = [([1.0, 2.0], [4.0, 4.0]) for _ in range(20)]
changers = [threading.Thread(target=lambda: [change(own, 2.0) for _ in range(50)]) for _ in range(1)]
watchers = [threading.Thread(target=lambda: [last(own) for _ in range(200)]) for _ in range(2)]
for thread in changers + watchers:
    thread.start()
for thread in changers + watchers:
    thread.join()
print(own[0], own[-1] == own[0])


def f(n):
    return n + 1


def call_often(n):
    total = 0
    for i in range(n):
        total += f(i) - i
    return total


plain, seen = f, []


def rebind():
    global f
    for _ in range(200):
        f = lambda n: n + 2
        f = plain


callers = [threading.Thread(target=lambda: seen.append(call_often(20000))) for _ in range(3)]
rebinder = threading.Thread(target=rebind)
for thread in callers + [rebinder]:
    thread.start()
for thread in callers + [rebinder]:
    thread.join()
print(len(seen), all(20000 <= s <= 40000 for s in seen), call_often(10))
