# Name mangling: in methods, nested classes and functions, slots, keywords, imports, and where it does not apply.
class _Under__Score:
    __a = 1
    def get(self): return self.__a, _Under__Score.__a


class ___Only: 
    __b = 2
    def get(self): return self.__b


class ___: 
    __c = 3
    def get(self): return self.__c


print(_Under__Score().get(), [n for n in vars(_Under__Score) if "__a" in n], ___Only().get(), [n for n in vars(___Only) if "b" in n and n[1:2] != "_"], ___().get(), "__c" in vars(___))


class M:
    __x = 1
    __dunder__ = 2
    __trail_ = 3
    _single = 4
    def __priv(self, __arg=5, *__rest, **__kw):
        __local = __arg
        return __local, __rest, __kw
    def call(self): return self.__priv(1, 2, k=3), self.__priv()
    def kw(self): return self.__priv(_M__arg=9)
    def nested(self):
        def inner(): return self.__x
        class N:
            __x = "N's"
            def get(self, outer): return self.__x, outer._M__x
        return inner(), N().get(self), [self.__x for _ in "a"], (lambda: self.__x)()
    def setit(self):
        self.__new = 1
        self.__dict__["__raw"] = 2
        del self.__new
        self.__new = 3
        return sorted(self.__dict__)
    def getattr_no(self): return getattr(self, "__x", "not mangled"), hasattr(self, "_M__x")
    def glob(self):
        global __gl
        __gl = "mangled global"
    def exc(self):
        try:
            raise ValueError("v")
        except ValueError as __e:
            return str(__e)
    def loop(self):
        for __i in range(2): pass
        with open("/dev/null") as __f: pass
        [__w := 5]
        return __i, __f.closed, __w, sorted(locals())
    def imp(self):
        import math as __m
        return __m.pi > 3
    def fmt(self): return f"{self.__x} {self.__dunder__}"
    def mat(self, v):
        match v:
            case {"k": __v, **__r}: return __v, __r
            case [__h, *__t]: return __h, __t


m = M()
print(m.call(), m.kw(), m.nested(), m.setit(), m.getattr_no(), m.exc(), m.loop(), m.imp(), m.fmt(), m.mat({"k": 1, "z": 2}), m.mat([1, 2]))
m.glob()
print(_M__gl, sorted(n for n in dir(M) if n.startswith("_M") or n.endswith("l_") or n == "_single"), M.__dunder__)
for f in (lambda: m.__x, lambda: M.__priv, lambda: m.__priv()):
    try:
        f()
    except AttributeError as e:
        print(e)


class Sub(M):
    __x = "sub"
    def both(self): return self.__x, self._M__x, M._M__x


print(Sub().both(), Sub().fmt())


class S:
    __slots__ = ("__p", "q")
    def __init__(self): self.__p, self.q = 1, 2
    def get(self): return self.__p


s = S()
print(s.get(), s._S__p, S._S__p.__name__)


class K:
    def f(self, *, __kw=1): return __kw
    def g(self): return self.f(__kw=5)


try:
    print(K().g())
except TypeError as e:
    print(e)
print(K.f.__kwdefaults__, K.f.__code__.co_varnames)
