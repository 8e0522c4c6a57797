"""Attributes that are deleted and set again, in objects that otherwise keep them in their slots."""
import copy
import functools


class Thing:
    def __init__(self, a, b, c):
        self.a = a
        self.b = b
        self.c = c


class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def show(thing):
    print(vars(thing), [hasattr(thing, name) for name in "abcd"])


for _ in range(3):
    things = [Thing(i, i + 1, i + 2) for i in range(12)]
    del things[0].a
    del things[1].b
    del things[2].c
    del things[3].a, things[3].b, things[3].c
    for name in "abcd":
        try:
            delattr(things[3], name)
        except AttributeError as error:
            print(error)
    for thing in things[:5]:
        show(thing) if thing is not things[2] else print(hasattr(thing, "c"))
    things[2].d = 1
    show(things[2])
    del things[5].b
    things[5].b = "again"
    show(things[5])
    del things[6].c
    things[6].c = "again"
    things[6].d = "more"
    show(things[6])
    del things[7].a
    things[7].a = things[7].b = "x"
    show(copy.copy(things[7]))
    del things[8].b
    print(things[8].__dict__, copy.deepcopy(things[8]).__dict__, dir(things[8])[-2:])
    things[9].__dict__["e"] = 5
    del things[9].a
    show(things[9])
    total = 0
    for thing in things:
        total += getattr(thing, "a", 100) if not isinstance(getattr(thing, "a", 100), str) else 1000
    print(total)

loud = Thing(Loud("first"), Loud("second"), Loud("third"))
del loud.b
print("deleted")
loud.d = Loud("fourth")
loud = None

counted = 0


class Lazy:
    def __init__(self, start):
        self.start = start

    @functools.cached_property
    def value(self):
        global counted
        counted += 1
        return self.start * 2

    @functools.cached_property
    def fails(self):
        raise ValueError(f"no value for {self.start}")


for i in range(20):
    lazy = Lazy(i)
    print(lazy.value, lazy.value, vars(lazy), counted)
    try:
        lazy.fails
    except ValueError as error:
        print(error)
    if i % 3 == 0:
        del lazy.value
        print(lazy.value, vars(lazy), counted)
    if i % 4 == 0:
        lazy.value = "set"
        print(lazy.value, vars(lazy))
    if i % 5 == 0:
        lazy.__dict__["value"] = "put"
        print(lazy.value)


class Slotted:
    __slots__ = ("x",)

    @functools.cached_property
    def value(self):
        return 1


try:
    Slotted().value
except TypeError as error:
    print(error)


class OwnDict:
    @property
    def __dict__(self):
        return {"value": "from a property"}

    @functools.cached_property
    def value(self):
        return 1


class Hooked:
    def __getattribute__(self, name):
        if name == "__dict__":
            return {"value": "from a hook"}
        return super().__getattribute__(name)

    @functools.cached_property
    def value(self):
        return 1


print(OwnDict().value, Hooked().value)


class Meta(type):
    @functools.cached_property
    def value(cls):
        return cls.__name__


class Made(metaclass=Meta):
    pass


try:
    Made.value
except TypeError as error:
    print(error)
