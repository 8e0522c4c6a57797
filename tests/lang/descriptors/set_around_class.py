# object.__setattr__ for what has a __setattr__ of its own in C: refused, named after the object's own class.
import threading


class Local(threading.local):
    def __setattr__(self, name, value):
        object.__setattr__(self, name, value)


class Meta(type):
    def __setattr__(cls, name, value):
        object.__setattr__(cls, name, value)


class Made(metaclass=Meta):
    pass


class Mapping(dict):
    def __setattr__(self, name, value):
        object.__setattr__(self, name, value * 2)


def show(f, *args):
    try:
        print(f(*args))
    except TypeError as e:
        print(e)


show(setattr, Local(), "a", 1)
show(setattr, Made, "a", 1)
show(object.__setattr__, int, "a", 1)
show(object.__delattr__, Made, "a")
m = Mapping()
m.a = 4
print(m.a)
show(__import__, 1)
