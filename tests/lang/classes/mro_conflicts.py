# C3 linearisation: orders it finds, conflicts it refuses, and bases that cannot be combined.
def attempt(label, build):
    try:
        result = build()
        print(label, [c.__name__ for c in result.__mro__])
    except TypeError as e:
        print(label, "TypeError:", e)


class O: pass
class A(O): pass
class B(O): pass
class C(O): pass
class D(A, B): pass
class E(B, C): pass
class F(D, E): pass


attempt("F", lambda: F)
attempt("AO", lambda: type("AO", (A, O), {}))
attempt("OA", lambda: type("OA", (O, A), {}))
attempt("dup", lambda: type("Dup", (A, A), {}))
attempt("XY", lambda: type("XY", (type("X", (A, B), {}), type("Y", (B, A), {})), {}))
attempt("bool", lambda: type("Bo", (bool,), {}))
attempt("none", lambda: type("No", (type(None),), {}))
attempt("layout", lambda: type("L", (int, str), {}))
attempt("layout2", lambda: type("L", (list, dict), {}))
attempt("range", lambda: type("R", (range,), {}))
attempt("slice", lambda: type("R", (slice,), {}))
attempt("function", lambda: type("Fn", (type(lambda: 0),), {}))
attempt("exc", lambda: type("Ex", (ValueError, KeyError), {}))
attempt("exc2", lambda: type("Ex2", (Exception, ValueError), {}))
attempt("notclass", lambda: type("N", (5,), {}))
attempt("intA", lambda: type("IA", (int, A), {}))
attempt("Aint", lambda: type("AI", (A, int), {}))


class Serious(A, int):
    def __new__(cls, v):
        return super().__new__(cls, v * 2)


print(Serious(4) + 1, Serious.__base__.__name__, Serious.__bases__[0].__name__)


class P:
    def m(self): return ["P"]


class Q(P):
    def m(self): return ["Q"] + super().m()


class R(P):
    def m(self): return ["R"] + super().m()


class S(Q, R):
    def m(self): return ["S"] + super().m()


class T(R):
    def m(self): return ["T"] + super().m()


class U(S, T):
    def m(self): return ["U"] + super().m()


print(U().m(), [k.__name__ for k in U.mro()])
try:
    class V(R, U): pass
except TypeError as e:
    print(e)
try:
    class W(P, Q): pass
except TypeError as e:
    print(str(e).split("\n"))


class Fixed(type):
    def mro(cls):
        base = super().mro()
        return [base[0]] + [c for c in reversed(base[1:-1])] + [base[-1]]


class G1:
    x = "G1"


class G2:
    x = "G2"


class H(G1, G2, metaclass=Fixed): pass


print(H.x, [c.__name__ for c in H.__mro__])
H2 = type("H2", (), {})
S.__bases__ = (R, Q)
print(S().m(), U().m(), [c.__name__ for c in U.__mro__])
try:
    S.__bases__ = ()
except TypeError as e:
    print(e)
try:
    S.__bases__ = (U,)
except TypeError as e:
    print(e)
try:
    S.__bases__ = [P]
except TypeError as e:
    print(e)
