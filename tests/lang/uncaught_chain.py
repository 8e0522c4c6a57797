import sys
class MyErr(Exception): pass
def a(n):
    return b(n) + 1
def b(n):
    if n == 0:
        raise MyErr("deep\nsecond line")
    return a(n - 1)
try:
    try:
        a(6)
    except MyErr as e:
        {}["k"]
except KeyError as e:
    x = RuntimeError("final")
    x.add_note("note one\nnote two")
    raise x from e
