# A class attribute that is replaced again and again, read through instances, classes and derived classes.
class Base:
    limit = 0

class Derived(Base):
    pass

class Other(Base):
    limit = "other"

def read(o):
    return o.limit

d, b, o = Derived(), Base(), Other()
for i in range(12):
    Base.limit = i
    print(read(d), read(b), read(o), read(Derived), read(Base), Derived.limit, d.limit, end="; ")
    if i == 6:
        Derived.limit = "own"
    if i == 8:
        del Derived.limit
    if i == 9:
        d.limit = "instance"
    if i == 10:
        Base.limit = property(lambda self: "computed")
        print(read(b), type(read(Derived)).__name__)
del Base.limit
try:
    print(read(b))
except AttributeError as e:
    print(e)
print(read(d), read(o))
Base.limit = 1
print(read(b), read(Derived))

class Counted:
    count = 0
    def __init__(self):
        Counted.count += 1
        self.number = self.count

class More(Counted):
    pass
print([(More if n % 3 else Counted)().number for n in range(10)], More.count, Counted.count)
More.count = 100
print([More().number for n in range(3)], More.count, Counted.count)
