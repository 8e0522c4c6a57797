# Special methods and descriptors of one class, put where they do not belong, refuse what they are given.
import types


class Odd(int):
    __eq__ = str.__eq__
    __add__ = str.__add__
    __radd__ = list.__add__
    __hash__ = int.__hash__
    __len__ = dict.__len__


odd = Odd()
for operation in (lambda: odd == odd, lambda: odd + odd, lambda: odd + 1, lambda: 1 + odd, lambda: odd == 3, lambda: len(odd),
                  lambda: odd - 1, lambda: bool(odd)):
    try:
        print(operation())
    except TypeError as e:
        print(e)


class Own(str):
    __add__ = str.__add__
    __mul__ = str.__mul__


print(Own("a") + "b", Own("a") * 3)


class Hidden(types.ModuleType):
    __dict__ = property(lambda self: "not a dictionary")


try:
    print(dir(Hidden("m")))
except TypeError as e:
    print(e)

for call in (lambda: object().__reduce__(0), lambda: object().__reduce_ex__(), lambda: object().__reduce_ex__(None),
             lambda: object().__reduce_ex__("a"), lambda: type(object().__reduce_ex__(True)).__name__):
    try:
        print(call())
    except TypeError as e:
        print(e)

fromkeys = dict.__dict__["fromkeys"]
for arguments in ((None, None), (42,), (None, int), (3, dict), ({}, dict), (None, dict)):
    try:
        print(type(fromkeys.__get__(*arguments)).__name__)
    except TypeError as e:
        print(e)
