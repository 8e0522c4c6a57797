# getattr family, type(), isinstance with unions and hooks, issubclass, super, property, vars, dir, hash and id.
import types


def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)), end="; ")
    except Exception as e:
        print(type(e).__name__, e, end="; ")


class A:
    cls_attr = 1

    def __init__(self):
        self.x = 5

    @property
    def ro(self):
        "Read only."
        return self.x * 2

    @property
    def rw(self):
        return self._rw

    @rw.setter
    def rw(self, v):
        if v < 0:
            raise ValueError("negative")
        self._rw = v

    @rw.deleter
    def rw(self):
        del self._rw

    wo = property(fset=lambda self, v: setattr(self, "w", v), doc="Write only.")


class Dyn:
    def __getattr__(self, name):
        if name.startswith("d_"):
            return name[2:]
        raise AttributeError(f"no dynamic {name}")

    def __dir__(self):
        return ["zz", "aa"]


a, d = A(), Dyn()
for args in ((a, "x"), (a, "nope"), (a, "nope", None), (a, "ro"), (a, "wo"), (a, 5), (a,), (d, "d_abc"), (d, "other"), (d, "other", 7), (5, "real"), ("s", "upper"), (A, "cls_attr"), (A, "ro"), (None, "x"), (a, "x", 1, 2), (a, "rw")):
    show(getattr, *args)
print()
for args in ((a, "x"), (a, "nope"), (a, "rw"), (d, "d_1"), (d, "q"), (a, 5), (a,), (5, "imag")):
    show(hasattr, *args)
print()
for args in ((a, "x", 6), (a, "ro", 1), (a, "wo", 3), (a, "rw", 4), (a, "rw", -1), (5, "x", 1), (A, "new", 2), (int, "x", 1), (a, 5, 1), (a, "y"), (None, "z", 1), (len, "x", 1), ([], "x", 1), (a, "__class__", int), (a, "__dict__", 5), (object(), "x", 1)):
    show(setattr, *args)
print(a.__dict__, A.new)
for args in ((a, "x"), (a, "nope"), (a, "rw"), (a, "rw"), (a, "ro"), (A, "new"), (A, "new"), (5, "real"), (a, 5)):
    show(delattr, *args)
print()
p = A.__dict__["rw"]
print(A.ro.__doc__, A.wo.__doc__, p.fget.__name__, p.fset is not None, p.fdel is not None, type(p), property().fget, property(doc="d").__doc__)
show(lambda: property().__get__(a))
show(lambda: setattr(p, "fget", 1))
show(lambda: A.ro.getter(lambda self: "new").__get__(a))
print()
for f in (lambda: vars(), lambda: vars(5), lambda: vars(a), lambda: vars(a) is a.__dict__, lambda: sorted(vars(A))[-3:], lambda: dir(d), lambda: [n for n in dir(a) if not n.startswith("__")], lambda: "upper" in dir("s"), lambda: [n for n in dir(types.SimpleNamespace(b=1, a=2)) if n[0] != "_"], lambda: dir(5)[:2], lambda: type(vars(A)).__name__, lambda: vars(A)["new2"], lambda: vars(1, 2), lambda: dir(1, 2)):
    try:
        r = f()
        print(r if not isinstance(r, dict) or len(r) < 3 else "dict", end="; ")
    except Exception as e:
        print(type(e).__name__, e, end="; ")
print()
for args in ((5, int), (True, int), (5, (str, int)), (5, str | int), (None, int | None), (5, ()), (5, (str, (float, (int,)))), ("x", "str"), (5, 5), (5, [int]), (5, list[int]), (5,), (a, A), (A, type), (5, int | list[str]), (5, object), (type, type), (None, type(None)), (5, "int")):
    show(isinstance, *args)
print()
for args in ((bool, int), (int, (str, object)), (int, int | str), (5, int), (int, 5), (list, list[int]), (int, ()), (A, object), (type, object), (int,)):
    show(issubclass, *args)
print()
print(type(5), type(type), type(None), type(...), type(NotImplemented), type(lambda: 0), type(len), type([].append), type(str.upper), type(A.ro), type(a.__init__), type(int.__add__), type((1).__add__), type(x for x in ()), type(types), type(int | str), type(list[int]), type(range(1)), type(iter("")), type({}.keys()), type(Exception()), type(property()), type(classmethod(len)), type(super(A, a)))
B = type("B", (A,), {"cls_attr": 9, "m": lambda self: self.cls_attr})
print(B, B.__name__, B.__bases__, B().m(), B.__mro__, B.__module__, B.__qualname__, B.__dict__["cls_attr"], type(B()) is B, B.__subclasses__(), A.__subclasses__(), B.__base__)
for args in ((), (1, 2), ("C", (), {}, 4), ("C", (5,), {}), ("C", [], {}), (5, (), {}), ("C", (), []), ("C", (bool,), {}), ("C", (A, object), {}), ("C", (object, A), {}), ("C", (int, str), {}), ("C", (A, A), {}), ("C\0", (), {}), ("C", (), {"__slots__": ("a", "a b")}), ("C", (), {"__slots__": 5})):
    show(type, *args)
print()


class Meta(type):
    def __instancecheck__(cls, x):
        return x == "magic"

    def __subclasscheck__(cls, c):
        return c is int

    def __call__(cls, *a):
        return ("called", a)

    def __len__(cls):
        return 42

    def __repr__(cls):
        return "<Meta " + cls.__name__ + ">"


class M(metaclass=Meta):
    pass


print(isinstance("magic", M), isinstance(5, M), issubclass(int, M), issubclass(str, M), M(1, 2), len(M), M, [M], type(M).__name__, isinstance(5, (str, M)))


class P1:
    def who(self):
        return "P1"

    @classmethod
    def make(cls):
        return cls.__name__ + " P1"

    @staticmethod
    def st():
        return "st1"


class P2(P1):
    def who(self):
        return "P2+" + super().who()

    @classmethod
    def make(cls):
        return "P2 " + super().make()

    @staticmethod
    def st():
        return "st2 " + super(P2, P2).st()


class P3(P2):
    def who(self):
        return "P3+" + super(P3, self).who() + "+" + super(P2, self).who()


print(P3().who(), P3.make(), P3().st(), super(P3, P3()).who(), super(P2, P3).make(), repr(super(P3, P3()))[:30], super(P3, P3()).__thisclass__, super(P3, P3()).__self_class__)
for f in (lambda: super(), lambda: super(5), lambda: super(P3, 5), lambda: super(P3, P1()), lambda: super(P3, P3()).zzz, lambda: super(P1, P1()).who(), lambda: super(1, 2, 3)):
    show(f)
print()
n = types.SimpleNamespace(a=1, b="x")
n.c = n
print(n, n == types.SimpleNamespace(a=1), n.a, types.SimpleNamespace(), vars(n).keys(), id(n) == id(n), id(1) == id(1), (n is n), hash(n.a) == hash(1))
show(lambda: types.SimpleNamespace(1))
show(lambda: n.zz)
show(lambda: hash(types.SimpleNamespace()))
print(a.x if hasattr(a, "x") else "gone", object().__dir__().__class__, object.__repr__(5)[:14], object.__str__("x"), object.__eq__(1, 1), object.__hash__(5) == object.__hash__(5), object.__format__(5, ""), object.__sizeof__(object()) > 0, object.__reduce_ex__ is not None)
show(object, 1)
show(lambda: A(1))
show(lambda: object.__new__(5))
show(lambda: object.__new__(int))
show(lambda: int.__new__(str))
show(lambda: object.__init__(5, 6))
show(lambda: object().x)
print()
