# __getattr__, __getattribute__, __setattr__, __delattr__, __dir__, and how lookup falls through them.
def show(act):
    try:
        print(act())
    except Exception as e:
        print(type(e).__name__, e)


class Logged:
    cls = "class attr"

    def __init__(self): object.__setattr__(self, "log", [])

    def __getattr__(self, n):
        self.log.append("get " + n)
        if n.startswith("no"):
            raise AttributeError("refused " + n)
        return n.upper()

    def __setattr__(self, n, v):
        self.log.append(f"set {n}={v}")
        if n != "skip":
            super().__setattr__(n, v)

    def __delattr__(self, n):
        self.log.append("del " + n)
        super().__delattr__(n)

    def __dir__(self): return ["zeta", "alpha", "log"]


o = Logged()
o.a = 1
o.skip = 2
o.a += 5
print(o.a, o.b, o.cls, o.skip, hasattr(o, "nope"), hasattr(o, "yes"), getattr(o, "nope", "dflt"), dir(o))
del o.a
print(o.a)
show(lambda: delattr(o, "missing"))
show(lambda: o.nope)
print(o.log)


class Every:
    x = 1

    def __init__(self): self.y = 2

    def __getattribute__(self, n):
        if n == "forbidden":
            raise AttributeError("no entry")
        if n == "boom":
            raise ValueError("other error")
        try:
            return ("via", object.__getattribute__(self, n))
        except AttributeError:
            return ("none", n)

    def method(self): return "m"


e = Every()
print(e.x, e.y, e.z, callable(e.method[1]), e.method[1]())
show(lambda: e.forbidden)
show(lambda: e.boom)
show(lambda: hasattr(e, "boom"))
print(getattr(e, "forbidden", "d"), type(e).x, len(e.__dict__))


class Both:
    def __getattribute__(self, n):
        if n == "v":
            raise AttributeError(n)
        return super().__getattribute__(n)

    def __getattr__(self, n): return "fallback " + n

    @property
    def prop(self): raise AttributeError("inside prop")

    @property
    def prop2(self): return self.missing_inside


b = Both()
print(b.v, b.other, b.prop, b.prop2)


class Meta(type):
    def __getattr__(cls, n): return f"{cls.__name__}.{n} from meta"

    def __setattr__(cls, n, v): type.__setattr__(cls, n, ("meta", v))

    def __delattr__(cls, n): print("meta del", n); type.__delattr__(cls, n)


class WithMeta(metaclass=Meta):
    real = 1


print(WithMeta.real, WithMeta.fake)
WithMeta.new = 5
print(WithMeta.new, WithMeta().new)
del WithMeta.new
print(WithMeta.new)
show(lambda: WithMeta().fake)


class Special:
    def __getattr__(self, n): return lambda *a: "dynamic " + n


s = Special()
print(s.__len__(), s.anything(1))
show(lambda: len(s))
show(lambda: s + 1)
show(lambda: s())
s.__len__ = lambda: 5
show(lambda: len(s))
s.__call__ = lambda: "inst call"
show(lambda: s())
Special.__len__ = lambda self: 11
show(lambda: len(s))
del Special.__len__
show(lambda: len(s))


class Plain:
    def method(self): pass


p = Plain()
show(lambda: p.nothing)
show(lambda: Plain.nothing)
show(lambda: delattr(p, "nothing"))
show(lambda: delattr(Plain, "nothing"))
show(lambda: setattr(5, "x", 1))
show(lambda: setattr(int, "x", 1))
show(lambda: setattr(object(), "x", 1))
show(lambda: delattr([], "append"))
show(lambda: setattr([], "append", 1))
show(lambda: setattr(p.method, "x", 1))
show(lambda: setattr(p, "__dict__", 1))
show(lambda: setattr(p, "__class__", 1))
show(lambda: getattr(p, 5))
show(lambda: setattr(p, 5, 5))
show(lambda: getattr(p))
show(lambda: (1).real.imag.nothing)
show(lambda: None.x)
show(lambda: print.x)
show(lambda: (lambda: 0).x)
show(lambda: setattr(None, "x", 1))
show(lambda: "abc".lenght)
p.__dict__["with space"] = 1
p.__dict__ = {"swapped": True}
print(p.swapped, vars(p), getattr(p, "with space", None))
setattr(p, "not an id", 3)
print(getattr(p, "not an id"), p.__dict__)
