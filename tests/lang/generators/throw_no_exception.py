# Exception classes whose __new__ makes something else.
class E(Exception):
    def __new__(cls, *args, **kwargs):
        return cls
def boring():
    yield
for a in ((E,), (E, "x"), (E, None, None), (3,), (E, E)):
    g = boring()
    next(g)
    try:
        g.throw(*a)
    except BaseException as e:
        print(type(e), e)
    g = boring()
    try:
        g.throw(*a)
    except BaseException as e:
        print(type(e), e)
class F(Exception):
    def __new__(cls, *args, **kwargs):
        return 7
try:
    raise F
except TypeError as e:
    print(e)
try:
    raise E
except TypeError as e:
    print(e)
