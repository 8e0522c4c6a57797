"""What an attribute gives and the next operation looks into at once: it stays alive as long as anything needs it."""
import weakref


class Row:
    """Its items and attributes are asked of code that drops the row itself from where it was found."""

    def __init__(self, owner, name):
        self.owner = owner
        self.name = name
        self.values = [1, 2, 3]

    def __getitem__(self, i):
        self.owner.row = None
        return self.name, self.values[i]

    def __setitem__(self, i, value):
        self.owner.row = None
        self.values[i] = value
        print("set", self.name, self.values)

    def __getattr__(self, name):
        if name.startswith("made_"):
            self.owner.row = None
            return self.name + name
        raise AttributeError(f"{self.name} has no {name}")

    def __del__(self):
        print("dropped", self.name)


class Owner:
    made = 0

    def __init__(self):
        self.row = Row(self, "first")
        self.grid = [[1, 2], [3, 4]]
        self.table = {"a": [10, 20]}
        self.next = None

    @property
    def fresh(self):
        Owner.made += 1
        return Row(self, f"fresh{Owner.made}")

    def item(self, i):
        return self.row[i]

    def put(self, i, value):
        self.row[i] = value

    def attribute(self):
        return self.row.made_by

    def wrong(self):
        return self.row.other

    def of_fresh(self, i):
        return self.fresh[i]

    def name_of_fresh(self):
        return self.fresh.name

    def put_fresh(self):
        self.fresh[1] = 7

    def set_on_fresh(self):
        self.fresh.mark = "x"

    def nothing(self):
        return self.next is None, self.row is self.row

    def cell(self, i, j):
        return self.grid[i][j] + self.table["a"][j]

    def swap(self, i):
        self.grid[i][0], self.grid[i][1] = self.grid[i][1], self.grid[i][0]
        return self.grid

    def replace_while_storing(self):
        self.row = Row(self, "second")
        self.row.self_again = self.row
        self.row = None


owner = Owner()
print(owner.item(1))
owner.row = Row(owner, "third")
owner.put(0, "zero")
owner.row = Row(owner, "fourth")
print(owner.attribute())
owner.row = Row(owner, "fifth")
for call in (owner.wrong, lambda: owner.cell(2, 0), lambda: owner.cell(0, "x")):
    try:
        call()
    except (AttributeError, IndexError, TypeError) as e:
        print(type(e).__name__, e)
owner.row = None
print(owner.of_fresh(2), owner.name_of_fresh())
owner.put_fresh()
owner.set_on_fresh()
print(owner.nothing(), owner.cell(1, 0), owner.swap(1))
owner.replace_while_storing()


class Chained:
    def __init__(self, depth):
        self.child = Chained(depth - 1) if depth else None
        self.depth = depth

    def deep(self):
        return self.child.child.child.depth

    def set_deep(self, value):
        self.child.child.depth = value
        return self.child.child.depth

    def too_deep(self):
        return self.child.child.child.child.depth


chain = Chained(3)
print(chain.deep(), chain.set_deep(8))
try:
    chain.too_deep()
except AttributeError as e:
    print(e, e.name, e.obj is None)


def newest(depth):
    """A local variable that is returned is handed over; others end with the function."""
    result = Chained(depth)
    seen = weakref.ref(result)
    try:
        if depth == 2:
            return result
    finally:
        print("finally", result.depth, seen() is result)
    other = result
    result = other.child
    return result


print(newest(2).depth, newest(1).depth)
kept = newest(1)
print(weakref.ref(kept)() is kept)


class Shape:
    def __init__(self, size):
        self.size = size
        self.count = 0

    def area(self):
        self.count += 1
        return self.size * self.factor + self.count


class Square(Shape):
    factor = 2


class Circle(Shape):
    def __init__(self, size):
        self.color = "red"
        super().__init__(size)

    @property
    def factor(self):
        return 3


class Slotted:
    __slots__ = ("size", "count", "factor")

    def __init__(self, size):
        self.size, self.count, self.factor = size, 0, 5

    area = Shape.area


class Odd(Shape):
    def __getattr__(self, name):
        return len(name)


class Fifth(Square):
    factor = 4


shapes = [Square(1), Circle(2), Slotted(3), Odd(4), Fifth(5)]
for _ in range(3):
    print([shape.area() for shape in shapes])
del shapes[0].count
try:
    shapes[0].area()
except AttributeError as e:
    print(e)
Square.count = 40
print([shape.area() for shape in shapes])
