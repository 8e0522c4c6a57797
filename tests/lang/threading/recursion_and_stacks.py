# Each thread has its own recursion depth and stack size; RecursionError in one leaves the others alone.
import sys
import threading

results = {}


def depth(n):
    return n if n == 0 else depth(n - 1)


def dive(name, n):
    try:
        results[name] = depth(n)
    except RecursionError as e:
        results[name] = str(e)


threads = [threading.Thread(target=dive, args=(f"t{n}", n)) for n in (10, 500, 5000)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(results.items()))
print(threading.stack_size())
print(threading.stack_size(256 * 1024), threading.stack_size())
t = threading.Thread(target=dive, args=("small", 300))
t.start()
t.join()
print(results["small"])
for bad in (1, -1, 32767):
    try:
        threading.stack_size(bad)
    except ValueError as e:
        print(e)
print(threading.stack_size(0))
try:
    threading.stack_size("x")
except TypeError as e:
    print("TypeError")


def generator(n):
    if n:
        yield from generator(n - 1)
    yield n


def walk():
    results["walk"] = sum(generator(100))


def infinite():
    try:
        infinite()
    except RecursionError:
        results["infinite"] = True
        raise


hooked = []
threading.excepthook = lambda args: hooked.append(args.exc_type.__name__)
for target in (walk, infinite):
    t = threading.Thread(target=target)
    t.start()
    t.join()
print(results["walk"], results["infinite"], hooked)
sys.setrecursionlimit(300)
t = threading.Thread(target=dive, args=("limited", 400))
t.start()
t.join()
print(results["limited"])
