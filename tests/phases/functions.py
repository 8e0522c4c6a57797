"""Functions: parameters, defaults, closures, qualified names."""


def plain(a, b=1, /, c=(1, 2), *args, k, d=None, **kw):
    "The docstring."
    return a + b - c


def outer(n):
    total = 0

    def add(x: int) -> "int":
        nonlocal total
        total += x * n
        return total

    return add, lambda: (yield total)


@outer
@plain(1)
def decorated():
    global made
    made = plain(*args, k=1, **kw)
    return decorated()
