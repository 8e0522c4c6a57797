"""Functions called directly whose names come to stand for something else, in every way a name can."""
import sys


def f(n):
    return n + 1


def g(n):
    return f(n) * 10


def loop(n):
    total = 0
    for i in range(n):
        total += f(i)
    return total


def fact(n):
    return 1 if n < 2 else n * fact(n - 1)


def show(label):
    try:
        print(label, g(1), loop(3), fact(5))
    except (NameError, TypeError) as error:
        print(label, type(error).__name__, error)


original, original_fact = f, fact
me = sys.modules[__name__]
show("as defined")
f = lambda n: n + 2
show("assigned")
f = original
show("back")
globals()["f"] = lambda n: n + 3
show("through globals()")
me.f = original
show("through the module")
globals().update(f=lambda n: n + 4)
show("update")
setattr(me, "f", lambda n: n + 5)
show("setattr")
vars(me)["f"] = lambda n: n + 6
show("vars")
del f
show("deleted")
f = original
show("again")
print(globals().pop("f") is original)
show("popped")
globals().setdefault("f", original)
show("setdefault")
table = {"f": f, "fact": fact}
table["f"] = None
del table["fact"]
table.clear()
show("another dict")
f.__code__ = (lambda n: n + 7).__code__
show("other code")
fact = lambda n: 0
show("fact is no recursion any more")
print(original_fact(4))
fact = original_fact
show("it is again")


def swap_while_running(n):
    global f
    total = 0
    for i in range(n):
        total += f(i)
        if i == 3:
            f = lambda n: 1000
    return total


def h(n):
    return n * 2


def through(name, value):
    globals()[name] = value
    return 0


def late(n):
    return h(n) + through("h", lambda n: -n) + h(n)


print(swap_while_running(6))
print(late(5), late(5))

from string import capwords
import string


def words(text):
    return capwords(text)


print(words("a b"), string.capwords("c d"))
capwords = str.upper
print(words("a b"), string.capwords("c d"))
for i in range(3):
    def again(n):
        return n + i

    def user(n):
        return again(n) * 2

    print(user(1))
