# Metaclasses: __prepare__, __new__, __init__, __call__, conversions of keywords, conflicts, and operators on classes.
log = []


class Ordered(dict):
    def __setitem__(self, k, v):
        if k != "__annotations__":
            log.append(f"set {k}")
        super().__setitem__(k, v)

    def __getitem__(self, k):
        if k == "magic":
            return "from namespace"
        return super().__getitem__(k)


class Meta(type):
    @classmethod
    def __prepare__(mcls, name, bases, **kw):
        log.append(f"prepare {name} {[b.__name__ for b in bases]} {sorted(kw)}")
        return Ordered(injected=1)

    def __new__(mcls, name, bases, ns, **kw):
        log.append(f"new {name} {type(ns).__name__}")
        ns["extra"] = kw.get("extra")
        return super().__new__(mcls, name, bases, dict(ns))

    def __init__(cls, name, bases, ns, **kw):
        log.append(f"init {cls.__name__}")
        super().__init__(name, bases, ns)

    def __call__(cls, *args, **kw):
        log.append(f"call {cls.__name__} {args} {kw}")
        return super().__call__(*args, **kw)

    def __getitem__(cls, k): return f"{cls.__name__}[{k}]"
    def __len__(cls): return 7
    def __iter__(cls): return iter("abc")
    def __contains__(cls, x): return x == "yes"
    def __add__(cls, o): return f"{cls.__name__}+{o}"
    def __radd__(cls, o): return f"{o}+{cls.__name__}"
    def __eq__(cls, o): return o == "equal" or cls is o
    def __hash__(cls): return 99
    def __lt__(cls, o): return "lt"
    def __bool__(cls): return False
    def __repr__(cls): return f"<Meta {cls.__name__}>"
    def __dir__(cls): return ["only"]
    def __instancecheck__(cls, o): log.append("instancecheck"); return o == 1
    def __subclasscheck__(cls, c): log.append("subclasscheck"); return c is int
    def meta_method(cls): return "meta " + cls.__name__
    @property
    def meta_prop(cls): return "prop " + cls.__name__
    @classmethod
    def meta_class(mcls): return mcls.__name__


class A(metaclass=Meta, extra="e"):
    x = 1
    seen = magic
    def m(self): return self.extra, self.injected
    y: int = 2


print(log)
log.clear()
print(A.x, A.seen, A.extra, A["k"], len(A), list(A), "yes" in A, "no" in A, A + 1, 1 + A, A == "equal", A != A, hash(A), A < 1, bool(A), A, dir(A))
a = A()
print(a.m(), A.meta_method(), A.meta_prop, A.meta_class(), isinstance(1, A), isinstance(2, A), isinstance(a, A), issubclass(int, A), issubclass(str, A), log)
for f in (lambda: a.meta_method(), lambda: a["k"], lambda: len(a), lambda: A(1), lambda: A.nothing, lambda: setattr(A, "meta_prop", 1)):
    try:
        print(f())
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)
log.clear()


class B(A, extra=None): pass


print(log, type(B).__name__, B.extra, B().m())


class Other(type): pass


for bases in ((A, Other("O", (), {})), (Other("P", (), {}), int), (Meta, Other)):
    try:
        print(type(type("X", bases, {})).__name__)
    except TypeError as e:
        print(e)
try:
    class Conflict(A, metaclass=Other): pass
except TypeError as e:
    print(e)


class Both(Meta, Other): pass


class Joined(A, Other("Q", (), {}), metaclass=Both): pass


print(type(Joined).__mro__)


def factory(name, bases, ns, **kw):
    return f"made {name} {[b.__name__ for b in bases]} {sorted(k for k in ns if k[0] != '_')} {kw}"


class Fn(int, metaclass=factory, k=1):
    z = 1


print(Fn)


class Prep:
    def __prepare__(self, *a): return {"p": 1}
    def __call__(self, name, bases, ns): return sorted(k for k in ns if k[0] != "_")


class Fn2(metaclass=Prep()):
    q = 2


print(Fn2)


class BadPrep(type):
    @classmethod
    def __prepare__(m, *a): return 5


try:
    class Z(metaclass=BadPrep): pass
except TypeError as e:
    print(e)
for kw in ({"k": 1}, {"metaclass": type, "j": 2}):
    try:
        class Kw(**kw): pass
    except TypeError as e:
        print(e)


class Registry(type):
    classes = {}
    def __init__(cls, name, bases, ns, tag=None, **kw):
        super().__init__(name, bases, ns, **kw)
        if tag: Registry.classes[tag] = cls
    def __new__(m, name, bases, ns, tag=None, **kw): return super().__new__(m, name, bases, ns, **kw)


class Root(metaclass=Registry):
    def __init_subclass__(cls, label="none", **kw):
        super().__init_subclass__(**kw)
        cls.label = label


class L1(Root, tag="one", label="first"): pass
class L2(L1, tag="two"): pass


print({k: (v.__name__, v.label) for k, v in Registry.classes.items()})


class Singleton(type):
    def __call__(cls, *a):
        if not hasattr(cls, "_inst"):
            cls._inst = super().__call__(*a)
        return cls._inst


class Config(metaclass=Singleton):
    def __init__(self, v=0): self.v = v


print(Config(1) is Config(2), Config().v)


class Entries:
    def __init__(self, *b): self.b = b
    def __mro_entries__(self, bases): log.append(len(bases)); return self.b


class ME(Entries(int, A), Entries()): pass


print([c.__name__ for c in ME.__mro__], len(ME.__orig_bases__), ME.__bases__)


class AttrMeta(type):
    def __getattribute__(cls, n):
        if n == "hidden": return "via metaclass getattribute"
        return super().__getattribute__(n)
    def __setattr__(cls, n, v): super().__setattr__(n, v * 2)


class AM(metaclass=AttrMeta):
    hidden = "class value"


AM.new = 5
print(AM.hidden, AM().hidden, AM.new)
