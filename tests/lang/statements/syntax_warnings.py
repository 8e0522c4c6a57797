# What CPython's compiler warns of, written before the program runs.
# test: stderr=full
x = 1
if x is 1: print("one")
if x is not "a": print("two")
assert (x, "msg")
try:
    [(1, 2) (3, 4)]
except TypeError as e: print(e)
try:
    "abc"(1)
except TypeError as e: print(e)
try:
    [[1, 2] [3, 4]]
except TypeError as e: print(e)
try:
    5[0]
except TypeError as e: print(e)
try:
    "a"["b"]
except TypeError as e: print(e)
try:
    (lambda: 1)[0]
except TypeError as e: print(e)
try:
    None()
except TypeError as e: print(e)
try:
    {1: 2}()
except TypeError as e: print(e)
try:
    f"{x}"()
except TypeError as e: print(e)
try:
    (x for x in "")[0]
except TypeError as e: print(e)
try:
    {1}[0]
except TypeError as e: print(e)
x = () is x
x = -1 is not x or x is 1 + 2j or x is None or x is ... or x is [1] or x == 1
x = x is 1 is x
def f():
    return x is (1, 2)


def subscripts(n):
    for code in (lambda: b"a"[1.5], lambda: [i for i in "ab"]["a"], lambda: (1, 2)[None], lambda: f"{n}"[()], lambda: 1.5[n],
                 lambda: {i for i in "a"}[0], lambda: "abc"[True], lambda: [1, 2][n:], lambda: {1: 2}["a"], lambda: None[n],
                 lambda: ...(), lambda: True(n), lambda: [n](n), lambda: {n}(n), lambda: (n for n in "")(), lambda: (lambda: n)()):
        try:
            print(code())
        except (TypeError, KeyError) as e:
            print(type(e).__name__, e)


subscripts(1)
assert (), "never"
