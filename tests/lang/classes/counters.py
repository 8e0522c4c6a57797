"""Class attributes that are replaced again and again, seen through classes, subclasses, instances and caches."""


class Base:
    count = 0
    limit = 10
    label = "base"

    def __init__(self, name):
        self.name = name
        Base.count += 1
        self.number = Base.count

    def describe(self):
        return f"{self.name} {self.number} of {self.count} {self.label}"


class Derived(Base):
    made = 0

    def __init__(self, name):
        super().__init__(name)
        type(self).made += 1


class Other(Derived):
    pass


def read(cls):
    return cls.count, cls.limit


things = []
for n in range(40):
    things.append([Base, Derived, Other][n % 3]("t%d" % n))
    if n % 7 == 0:
        print(things[-1].describe(), read(Base), read(Derived), Derived.made, Other.made)
print(things[0].describe(), things[1].describe())

# An attribute of the same name in a class between, in an instance, and gone again.
Derived.count = "derived"
print(read(Base), read(Derived), read(Other), things[1].count, things[0].count)
for n in range(3):
    Derived.count += "!"
    Base.count += 1
    print(read(Base), read(Derived), read(Other), things[2].count)
del Derived.count
print(read(Derived), things[1].describe())
things[1].count = "own"
Base.count += 1
print(things[1].count, things[2].count)
del things[1].count
print(things[1].count)


# It becomes a function, a property, a descriptor, and a plain value again.
def count(self):
    return "called by " + self.name


for value in [count, property(count), staticmethod(len), classmethod(lambda cls: cls.__name__), 5, None, "text", count, 7]:
    Base.count = value
    seen = things[2].count
    print(seen if not callable(seen) else seen([]) if isinstance(value, staticmethod) else seen())
    Base.limit = Base.limit + 1 if isinstance(Base.limit, int) else 0
    print(things[0].limit, Other.limit)


class Descriptor:
    def __get__(self, instance, owner):
        return "got from " + owner.__name__


class Late:
    pass


for value in [1, 2, Descriptor(), 3, Late(), 4]:
    Other.made = value
    print(things[2].made if not isinstance(value, Late) else "late", Other.made if not isinstance(value, Late) else "late")
Other.made = late = Late()
print(things[2].made is late)
Late.__get__ = lambda self, instance, owner: "late " + owner.__name__
print(things[2].made, Other.made)

# Callables that are called as methods.
class Handler:
    def __init__(self, tag):
        self.tag = tag

    def __call__(self, *args):
        return self.tag, args


for tag in range(4):
    Base.handle = Handler(tag)
    print(things[0].handle(tag), things[1].handle(), Base.handle("x"))

# Bases change.
class Left:
    where = 1


class Right:
    where = "r"


class Child(Left):
    pass


child = Child()
for n in range(3):
    Left.where += 1
    print(child.where, Child.where)
Child.__bases__ = (Right,)
print(child.where, Child.where)
for n in range(3):
    Right.where += "r"
    Left.where += 1
    print(child.where, Child.where)

# Dunder names are no plain values.
class Sized:
    __len__ = None


for n in range(3):
    Sized.__len__ = lambda self, n=n: n
    print(len(Sized()), bool(Sized()))


class Meta(type):
    total = 0

    def __call__(cls, *args):
        Meta.total += 1
        cls.total_here = getattr(cls, "total_here", 0) + 1
        return super().__call__(*args)


class WithMeta(metaclass=Meta):
    pass


for n in range(5):
    WithMeta()
print(Meta.total, WithMeta.total, WithMeta.total_here)
