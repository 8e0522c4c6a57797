# Globals that change in ways which the types of a program do not show at a glance.
import starred
from starred import *

number = 1
reader = 1


def read_globals():
    return number, reader, shared, items, starred.shared


def change_globals():
    globals()["number"] = "text"
    read_globals.__globals__["reader"] = 2.5
    put("put")
    starred.items.append("starred")


print(read_globals())
change_globals()
print(read_globals(), number, reader, shared, items, starred.shared, starred.items[-1])
print(starred.absent, starred.__getattr__("asked"))
starred.shared = None
setattr(starred, "items", {"a": 1})
print(starred.read(), starred.items, items)
len = len([1])
print(len)
del len
print(len("ab"))
for name in ("number", "reader"):
    del globals()[name]
try:
    number
except NameError as e:
    print(e)
