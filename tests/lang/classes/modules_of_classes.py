# Subclasses of types.ModuleType: their methods, properties, hooks and constructors.
import sys
import types


class Noisy(types.ModuleType):
    def __getattribute__(self, name):
        print("get", name)
        return super().__getattribute__(name)

    def __setattr__(self, name, value):
        print("set", name)
        super().__setattr__(name, value)

    def __delattr__(self, name):
        print("del", name)
        super().__delattr__(name)


def change(module):
    module.foo = 12
    print(module.foo)
    del module.foo
    print(hasattr(module, "foo"))


noisy = Noisy("noisy")
for _ in range(2):
    change(noisy)
setattr(noisy, "bar", 1)
print(getattr(noisy, "bar"), type(noisy).__name__, isinstance(noisy, types.ModuleType))


class Mixin:
    def described(self):
        return f"{self.__name__} of {type(self).__name__}, {self.extra}"


class Lazy(Mixin, types.ModuleType):
    kept = "in the class"

    def __init__(self, name, extra, *, doc=None):
        super().__init__(name, doc)
        self.extra = extra

    @property
    def size(self):
        return len(self.__dict__)

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        value = name.upper()
        setattr(self, name, value)
        return value


lazy = Lazy("lazy", [1], doc="about")
print(lazy.described(), lazy.__doc__, lazy.size, lazy.kept)
print(lazy.later, lazy.__dict__["later"], vars(lazy) is lazy.__dict__, sorted(lazy.__dict__))
lazy.kept = "in the module"
print(lazy.kept, Lazy.kept, repr(lazy))
try:
    lazy._hidden
except AttributeError as e:
    print(e)
sys.modules["lazy"] = lazy


class Third(types.ModuleType):
    answer = property(lambda self: 42)


plain = types.ModuleType("plain", "doc")
plain.__class__ = Third
print(plain.answer, plain.__doc__)
for bad in (lambda: Lazy("x"), lambda: types.ModuleType(), lambda: types.ModuleType(1), lambda: types.ModuleType("a", "b", "c")):
    try:
        bad()
    except TypeError as e:
        print(e)
bare = types.ModuleType.__new__(types.ModuleType)
print(hasattr(bare, "__name__"), bare.__dict__)
bare.x = 1
print(bare.x)
