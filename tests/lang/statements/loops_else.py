# Loops: else clauses, break and continue through nesting, mutation while iterating, range forms, and loop variables afterwards.
def search(items, want):
    for i, v in enumerate(items):
        if v == want:
            result = f"found at {i}"
            break
    else:
        result = "not found"
    return result


print(search([1, 2, 3], 2), search([1, 2, 3], 9), search([], 1))


def nested():
    out = []
    for a in range(4):
        for b in range(4):
            if b == a: continue
            if a * b == 6: break
            out.append((a, b))
        else:
            out.append(f"{a} complete")
            continue
        out.append(f"{a} broken")
        break
    else:
        out.append("never")
    n = 5
    while n:
        n -= 1
        if n == 3: continue
        while True:
            break
        else:
            out.append("no")
        if n == 1: break
    else:
        out.append("while else")
    while n > 0: n -= 1
    else: out.append(("exhausted", n))
    return out


print(nested())
for x in range(5):
    pass
print(x)
for x in []:
    pass
print(x)
for x in "ab":
    x = x * 2
print(x, [y for y in range(3)])
lst = [1, 2, 3, 4]
for v in lst:
    if v < 4 and len(lst) < 8: lst.append(v * 10)
print(lst)
lst = [1, 2, 3, 4, 5, 6]
for v in lst:
    if v % 2 == 0: lst.remove(v)
print(lst)
lst = [1, 2, 3]
for v in lst: lst.clear() if v == 2 else None
print(lst, v)
for container in ({1: 1, 2: 2}, {1, 2}):
    try:
        for k in container:
            container.pop(k) if isinstance(container, dict) else container.discard(k)
    except RuntimeError as e:
        print(e)
d = {"a": 1}
try:
    for k in d: d[k + "x"] = 1
except RuntimeError as e:
    print(e, d)
d = {"a": 1, "b": 2}
for k in d: d[k] += 10
print(d)
for k in list(d): del d[k]
print(d)
try:
    for k, v in (d2 := {"x": 1, "y": 2}).items():
        del d2[k]
except RuntimeError as e:
    print(e)
print(list(range(10, 0, -3)), list(range(-3, 3)), list(range(5, 5)), list(range(0, -5)), range(10)[-1], range(0, 10, 3)[1:], len(range(0, 100, 7)), 49 in range(0, 100, 7), range(3) == range(0, 3), range(0, 20, 4).index(8), range(2 ** 65, 2 ** 65 + 3)[1] - 2 ** 65)
for i in range(3):
    i += 10
    print(i, end=" ")
print(i)
for i in range(2 ** 63 - 1, 2 ** 63 + 1): print(i, end=" ")
print()
n = 3
for i in range(n):
    n = 10
print(i, n)
for i in (n for n in (1, 2)): print(i, end=" ")
for a, (b, *c) in [(1, (2, 3, 4)), (5, "67")]: print(a, b, c, end=" ")
for i, in [(1,), (2,)]: print(i, end=" ")
for i in *[1, 2], 3: print(i, end=" ")
for i in 1, 2: print(i, end=" ")
print()
for bad in (5, None, object, 1.5):
    try:
        for _ in bad: pass
    except TypeError as e:
        print(e)
try:
    for a, b in [(1, 2), (3,)]: print(a, b)
except ValueError as e:
    print(e, a, b)


class Count:
    def __init__(self, n): self.n, self.made = n, 0
    def __iter__(self): self.made += 1; return CountIter(self.n)


class CountIter:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n <= 0: raise StopIteration
        self.n -= 1
        return self.n


c = Count(3)
print([(a, b) for a in c for b in c], c.made, list(zip(c, c)), c.made)
it = CountIter(5)
for v in it:
    if v == 3: break
print(list(it), list(it))
it = iter([1, 2, 3, 4])
for a in it:
    print(a, next(it, None), end=" ")
print()


def loop_return():
    for i in range(3):
        try:
            for j in range(3):
                if j == 1: return i, j
        finally:
            print("leaving", i)


print(loop_return())


def fizz(n):
    for i in range(1, n + 1):
        yield "FizzBuzz" if i % 15 == 0 else "Fizz" if i % 3 == 0 else "Buzz" if i % 5 == 0 else i


print(*fizz(15))
total = 0
while (total := total + 1) < 10:
    if total % 2: continue
    if total > 6: break
print(total)
i = 0
while True:
    i += 1
    try:
        if i == 2: continue
        if i == 4: break
    finally:
        print("f", i, end=" ")
print(i)
def gen_loop():
    i = 0
    while i < 3:
        got = yield i
        i = got if got is not None else i + 1
g = gen_loop()
print(next(g), g.send(0), g.send(2), next(g, "end"))
