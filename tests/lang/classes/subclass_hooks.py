# __init_subclass__, __class_getitem__, __subclasshook__, __set_name__ order, __mro_entries__, ABCs and generic aliases.
import abc
log = []


class Plugin:
    registry = {}
    def __init_subclass__(cls, /, name=None, **kw):
        super().__init_subclass__(**kw)
        cls.registry[name or cls.__name__] = cls
        log.append((cls.__name__, name, "attr" in vars(cls)))


class A(Plugin, name="first"): attr = 1
class B(A): pass
class Mixin:
    def __init_subclass__(cls, **kw): log.append("mixin"); super().__init_subclass__(**kw)
class C(Mixin, Plugin, name="see"): pass


print(log, sorted(Plugin.registry))
for kw in ({"bad": 1}, {"name": 1, "more": 2}):
    try:
        class D(A, **kw): pass
    except TypeError as e:
        print(e)
try:
    type("E", (A,), {}, zzz=1)
except TypeError as e:
    print(e)
print(type("F", (A,), {}, name="dynamic").__name__, "dynamic" in Plugin.registry)


class Order:
    def __init__(self, n): self.n = n
    def __set_name__(self, owner, name): log.append(f"set_name {name}")


class WithHook:
    def __init_subclass__(cls): log.append("init_subclass")


log.clear()


class G(WithHook):
    z = Order(1)
    a = Order(2)
    log.append("body end")


print(log)


class Item:
    def __class_getitem__(cls, k): return f"{cls.__name__}<{k}>"


class SubItem(Item): pass


print(Item[int], SubItem["x", 1], Item[...])
for f in (lambda: Item()[1], lambda: Plugin[int], lambda: int[str]):
    try:
        print(f())
    except TypeError as e:
        print(e)
print(list[int], dict[str, list[int]], tuple[int, ...], list[int].__origin__, list[int].__args__, list[int]([1]), list[int] == list[int], isinstance([], list))
for f in (lambda: isinstance([], list[int]), lambda: issubclass(list, list[int]), lambda: isinstance(1, int | str), lambda: int | None, lambda: isinstance(None, int | None), lambda: (int | str) == (str | int), lambda: issubclass(bool, int | str), lambda: int | 5, lambda: (int | str).__args__):
    try:
        print(f())
    except TypeError as e:
        print(e)


class Hook(abc.ABC):
    @classmethod
    def __subclasshook__(cls, c):
        if cls is Hook:
            return any("quack" in k.__dict__ for k in c.__mro__) or NotImplemented
        return NotImplemented
    @abc.abstractmethod
    def quack(self): ...
    @property
    @abc.abstractmethod
    def color(self): ...
    @staticmethod
    @abc.abstractmethod
    def st(): ...


class Duck:
    def quack(self): pass


class Real(Hook):
    def quack(self): return "real " + self.color
    color = "green"
    @staticmethod
    def st(): return 1


class Partial(Hook):
    def quack(self): return super().quack()


print(isinstance(Duck(), Hook), issubclass(Duck, Hook), issubclass(int, Hook), Real().quack(), Hook.__abstractmethods__ == {"quack", "color", "st"}, sorted(Partial.__abstractmethods__))
for cls in (Hook, Partial, abc.ABC):
    try:
        print(type(cls()).__name__)
    except TypeError as e:
        print(e)


class One(abc.ABC):
    @abc.abstractmethod
    def only(self): ...


try:
    One()
except TypeError as e:
    print(e)


@One.register
class Registered: pass


print(isinstance(Registered(), One), issubclass(Registered, One), One in Registered.__mro__)
try:
    One.register(5)
except TypeError as e:
    print(e)
Real.__abstractmethods__ = frozenset(["added"])
try:
    Real()
except TypeError as e:
    print(e)


class NotABC:
    @abc.abstractmethod
    def f(self): return "callable anyway"


print(NotABC().f())
from collections.abc import *
checks = [(Iterable, [1]), (Iterator, iter([])), (Sized, {}), (Container, ""), (Callable, len), (Hashable, []), (Hashable, 1), (Sequence, []), (Sequence, "s"), (Sequence, {}), (MutableSequence, []), (MutableSequence, ()), (Mapping, {}), (MutableMapping, {}), (Set, set()), (MutableSet, frozenset()), (Generator, (x for x in [])), (Reversible, []), (Collection, set()), (KeysView, {}.keys())]
print([isinstance(o, c) for c, o in checks])


class Seq(Sequence):
    def __init__(self, *a): self.a = a
    def __getitem__(self, i): return self.a[i]
    def __len__(self): return len(self.a)


s = Seq(3, 1, 2)
print(list(s), 1 in s, s.index(2), s.count(3), list(reversed(s)), isinstance(s, Sequence))


class Bag(MutableMapping):
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)


b = Bag()
b.update(a=1, b=2)
print(b.pop("a"), b.setdefault("c", 3), dict(b), b.get("zz", 0), "b" in b, list(b.items()), b == {"b": 2, "c": 3}, b.popitem(), len(b))
b.clear()
print(dict(b), list(b.keys()))
