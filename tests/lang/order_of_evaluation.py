# Every sub-expression says when it is evaluated.
def say(x, v=None):
    print(x, end=" ")
    return x if v is None else v


class Box:
    def __init__(self, name):
        object.__setattr__(self, "name", name)

    def __setattr__(self, k, v):
        print(f"{self.name}.{k}={v!r}", end=" ")

    def __getattr__(self, k):
        print(f"{self.name}.{k}", end=" ")
        return 1

    def __getitem__(self, k):
        print(f"{self.name}[{k!r}]", end=" ")
        return 2

    def __setitem__(self, k, v):
        print(f"{self.name}[{k!r}]={v!r}", end=" ")

    def __delitem__(self, k):
        print(f"del {self.name}[{k!r}]", end=" ")

    def __delattr__(self, k):
        print(f"del {self.name}.{k}", end=" ")


def box(name):
    print(name, end=" ")
    return Box(name)


def f(*args, **kw):
    print("call", args, kw)


f(say(1), *[say(2)], say(3), k=say(4), **{"z": say(5)}, y=say(6))
print({say("a"): say(1), **{say("b"): say(2)}, say("c"): say(3)})
box("t")[say(1)], box("u").x = say("v", (7, 8))
print()
box("a").x = box("b")[say(0)] = say(9)
print()
box("a").x += say(3)
print()
box("a")[say("k")] -= say(3)
print()
print(say(1) < say(3) < say(2) < say(5))
print(say(0, 0) or say("", "") or say("last"), say(1) and say(2) and say(3))
print(say("x") if say(0, 0) else say("y"))
print([say(i) for i in (say(1), say(2)) if say(True)])
print(f"{say('a')}{say('b'):>{say(4)}}{say('c')!r}")
del box("d")[say(1)], box("e").q
print()
say(1)[0:1] if say(0, 0) else print(say("abc")[say(0):say(3):say(2)])
a, *b, c = say(1), say(2), say(3), say(4)
print(a, b, c)


def deco(n):
    print("deco", n)
    return lambda g: (print("apply", n), g)[1]


@deco(1)
@deco(2)
def g(x=say("default"), *, y: say("annotation") = say("kw")) -> say("return"):
    pass


@deco(3)
class K(say("base", object), metaclass=say("meta", type)):
    say("body")


print()
i = 0
x = [0, 1, 2]
i, x[i] = 1, 9
print(i, x)
i = i + (i := 5) + i
print(i)
assert say(1), say("never")
lambda q=say("ldefault"): q
print((lambda: say("inner"))())
