try:
    raise ValueError("a")
except ValueError as e:
    err = e
def g():
    raise err
try:
    g()
except ValueError as e2:
    raise TypeError("t") from None
