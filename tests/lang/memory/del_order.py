# When __del__ runs: at the last release, once, before weak references die, and with resurrection.
import weakref


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


a = Noisy("rebound")
a = Noisy("second")
print("after rebinding")
del a
print("after del")


def scope():
    local = Noisy("local")
    print("in scope")


scope()
print("after scope")

items = [Noisy("in list %d" % i) for i in range(3)]
items.pop(1)
print("after pop")
items.clear()
print("after clear")

table = {"x": Noisy("in dict")}
table["x"] = Noisy("in dict again")
del table["x"]
print("after dict")


class Phoenix:
    nest = []

    def __del__(self):
        print("burning")
        Phoenix.nest.append(self)


p = Phoenix()
del p
print(len(Phoenix.nest))
Phoenix.nest.clear()
print("gone without burning again")


class Watched:
    def __del__(self):
        print("still there:", ref() is self)


w = Watched()
ref = weakref.ref(w, lambda r: print("callback", r() is None))
del w
print(ref())


class Holder:
    def __init__(self, inner):
        self.inner = inner

    def __del__(self):
        print("holder first, inner is", self.inner.name)


h = Holder(Noisy("inner"))
del h


def fails():
    n = Noisy("released by an exception")
    raise ValueError("x")


try:
    fails()
except ValueError:
    pass
print("end")
