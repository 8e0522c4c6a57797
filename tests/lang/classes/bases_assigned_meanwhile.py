# __bases__ assigned while a metaclass's mro() runs: cycles are refused, the inner assignment stays.
class M(type):
    busy = ready = False

    def mro(cls):
        if M.busy and cls.__name__ == "B1":
            M.busy = False
            B2.__bases__ = (B1,)
        if M.ready and cls.__name__ == "C1":
            C2.__bases__ = (C1,)
        if M.ready and cls.__name__ == "C2":
            C1.__bases__ = (C2,)
        return type.mro(cls)


class A(metaclass=M):
    pass


class B1(A):
    pass


class B2(A):
    pass


class C1(A):
    pass


class C2(A):
    pass


def names(classes):
    return [c.__name__ for c in classes]


def show(*classes):
    for c in classes:
        print(c.__name__, names(c.__mro__), names(c.__bases__), c.__base__.__name__, sorted(names(c.__subclasses__())))


M.busy = True
try:
    B1.__bases__ = (B2,)
except TypeError as e:
    print(e)
show(A, B1, B2)
print(issubclass(B1, B2), issubclass(B2, B1), type(B1()).__name__)
M.ready = True
try:
    C1.__bases__ += ()
except TypeError as e:
    print(e)
M.ready = False
show(C1, C2)


class Other:
    pass


class N(type):
    step = 0

    def mro(cls):
        if cls.__name__ == "D" and N.step == 1:
            N.step = 2
            D.__bases__ = (Y,)
        return type.mro(cls)


class X(metaclass=N):
    pass


class Y(metaclass=N):
    pass


class D(X):
    pass


N.step = 1
D.__bases__ = (X, Y)
show(D, X, Y)
