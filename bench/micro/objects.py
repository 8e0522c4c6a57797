"""Objects, calls and exceptions."""
import functools
from dataclasses import dataclass

from timing import main


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def move(self, dx, dy):
        self.x += dx
        self.y += dy

    def norm(self):
        return self.x * self.x + self.y * self.y

    @property
    def width(self):
        return self.x

    @staticmethod
    def zero():
        return 0

    @classmethod
    def kind(cls):
        return 1

    def __eq__(self, other):
        return self.x == other.x and self.y == other.y

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)

    def __len__(self):
        return 2

    def __getitem__(self, index):
        return self.x if index == 0 else self.y

    def __lt__(self, other):
        return self.x < other.x

    def __hash__(self):
        return 7

    def __call__(self, a):
        return a

    def __bool__(self):
        return True


class Slotted:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


class Empty:
    pass


class Derived(Point):
    def __init__(self, x, y, z):
        super().__init__(x, y)
        self.z = z

    def norm(self):
        return super().norm() + self.z


@dataclass
class Record:
    a: int
    b: str
    c: float = 1.0


def add(a, b):
    return a + b


def defaults(a, b=2, c=3):
    return a + b + c


def star(*args):
    return len(args)


def star_star(**kwargs):
    return len(kwargs)


def keyword_only(a, *, b, c=3):
    return a + b + c


def attribute_read(n):
    p, total = Point(1, 2), 0
    for _ in range(n):
        total += p.x
        total += p.y
    return total


def attribute_write(n):
    p = Point(1, 2)
    for i in range(n):
        p.x = i
        p.y = i
    return p


def attribute_add(n):
    p = Point(1, 2)
    for _ in range(n):
        p.x += 1
    return p


def attribute_slots(n):
    p, total = Slotted(1, 2), 0
    for i in range(n):
        total += p.x
        p.y = i
    return total


def attribute_class(n):
    p, total = Empty(), 0
    Empty.limit = 3
    for _ in range(n):
        total += p.limit
        total += Empty.limit
    return total


def attribute_property(n):
    p, total = Point(1, 2), 0
    for _ in range(n):
        total += p.width
    return total


def attribute_getattr(n):
    p, total = Point(1, 2), 0
    for _ in range(n):
        total += getattr(p, "x")
        if hasattr(p, "q"):
            total += 1
    return total


def method_call(n):
    p = Point(1, 2)
    for _ in range(n):
        p.move(1, 1)
    return p


def method_bound(n):
    norm, total = Point(1, 2).norm, 0
    for _ in range(n):
        total += norm()
    return total


def method_static_class(n):
    total = 0
    for _ in range(n):
        total += Point.zero()
        total += Point.kind()
    return total


def method_super(n):
    p, total = Derived(1, 2, 3), 0
    for _ in range(n):
        total += p.norm()
    return total


def method_polymorphic(n):
    points, total = [Point(1, 2), Derived(1, 2, 3)], 0
    for _ in range(n):
        for p in points:
            total += p.norm()
    return total


def object_create(n):
    for i in range(n):
        p = Point(i, i)
    return p


def object_create_slots(n):
    for i in range(n):
        p = Slotted(i, i)
    return p


def object_create_empty(n):
    for _ in range(n):
        p = Empty()
    return p


def object_create_derived(n):
    for i in range(n):
        p = Derived(i, i, i)
    return p


def object_create_dataclass(n):
    for i in range(n):
        p = Record(i, "x")
    return p


def object_create_list(n):
    for i in range(n):
        points = [Point(j, j) for j in range(50)]
    return points


def operator_eq(n):
    p, q, total = Point(1, 2), Point(1, 2), 0
    for _ in range(n):
        if p == q:
            total += 1
    return total


def operator_add(n):
    p, q = Point(1, 2), Point(1, 2)
    for _ in range(n):
        r = p + q
    return r


def operator_items(n):
    p, total = Point(1, 2), 0
    for _ in range(n):
        total += p[0] + len(p)
    return total


def operator_call(n):
    p, total = Point(1, 2), 0
    for _ in range(n):
        total += p(3)
        if p:
            total += 1
    return total


def operator_lt_sort(n):
    points = [Point((i * 7919) % 101, i) for i in range(50)]
    for _ in range(n):
        found = sorted(points)
    return found


def operator_dict_key(n):
    p = Point(1, 2)
    table, total = {p: 1}, 0
    for _ in range(n):
        total += table[p]
    return total


def call_function(n):
    total = 0
    for i in range(n):
        total = add(total, i)
    return total


def call_defaults(n):
    total = 0
    for i in range(n):
        total += defaults(i)
        total += defaults(i, 1)
    return total


def call_keywords(n):
    total = 0
    for i in range(n):
        total += defaults(a=i, c=1)
        total += keyword_only(i, b=2)
    return total


def call_star_args(n):
    total, arguments = 0, (1, 2)
    for i in range(n):
        total += star(i, i, i)
        total += add(*arguments)
    return total


def call_star_star(n):
    total, arguments = 0, {"b": 1, "c": 2}
    for i in range(n):
        total += star_star(a=1, b=2)
        total += defaults(i, **arguments)
    return total


def call_value(n):
    function, total = [add, defaults], 0
    for i in range(n):
        total += function[0](i, 1)
    return total


def call_recursive(n):
    def down(k):
        return 0 if k == 0 else 1 + down(k - 1)
    for _ in range(n):
        found = down(20)
    return found


def make_adder(k):
    def adder(x):
        return x + k
    return adder


def closure_call(n):
    adder, total = make_adder(3), 0
    for i in range(n):
        total += adder(i)
    return total


def closure_create(n):
    for i in range(n):
        adder = make_adder(i)
    return adder


def closure_nonlocal(n):
    count = 0

    def step():
        nonlocal count
        count += 1
    for _ in range(n):
        step()
    return count


def traced(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs)
    return wrapper


@traced
def decorated(a, b):
    return a + b


def call_decorated(n):
    total = 0
    for i in range(n):
        total += decorated(i, 1)
    return total


def call_partial(n):
    add_one, total = functools.partial(add, 1), 0
    for i in range(n):
        total += add_one(i)
    return total


@functools.lru_cache(None)
def cached(x):
    return x


def call_lru_cache(n):
    total = 0
    for i in range(n):
        total += cached(i & 15)
    return total


def check_isinstance(n):
    values, total = [1, "a", Point(1, 2), Derived(1, 2, 3)], 0
    for _ in range(n):
        for value in values:
            if isinstance(value, Point):
                total += 1
            elif isinstance(value, (int, float)):
                total += 1
    return total


def check_type_is(n):
    value, total = Point(1, 2), 0
    for _ in range(n):
        if type(value) is Point:
            total += 1
        if value is not None:
            total += 1
    return total


def raise_catch_1(n):
    total = 0
    for i in range(n):
        try:
            raise ValueError("wrong")
        except ValueError:
            total += 1
    return total


def raise_catch_named(n):
    total = 0
    for i in range(n):
        try:
            raise ValueError(i)
        except (KeyError, ValueError) as error:
            total += len(error.args)
    return total


def raiser(k):
    if k == 0:
        raise ValueError(k)
    raiser(k - 1)


def raise_catch_call(n):
    total = 0
    for i in range(n):
        try:
            raiser(0)
        except ValueError:
            total += 1
    return total


def raise_catch_10(n):
    total = 0
    for i in range(n):
        try:
            raiser(9)
        except ValueError:
            total += 1
    return total


class Refused(Exception):
    def __init__(self, code):
        super().__init__(code)
        self.code = code


def raise_catch_class(n):
    total = 0
    for i in range(n):
        try:
            raise Refused(1)
        except Refused as error:
            total += error.code
    return total


def catch_key_error(n):
    table, total = {}, 0
    for i in range(n):
        try:
            table["missing"]
        except KeyError:
            total += 1
    return total


def catch_index_error(n):
    numbers, total = [], 0
    for i in range(n):
        try:
            numbers[i]
        except IndexError:
            total += 1
    return total


def catch_attribute_error(n):
    p, total = Empty(), 0
    for i in range(n):
        try:
            p.missing
        except AttributeError:
            total += 1
    return total


def catch_value_error(n):
    total = 0
    for i in range(n):
        try:
            int("x")
        except ValueError:
            total += 1
    return total


def try_nothing(n):
    total = 0
    for i in range(n):
        try:
            total += i
        except ValueError:
            total = 0
    return total


def try_finally(n):
    total = 0
    for i in range(n):
        try:
            total += i
        finally:
            total += 1
    return total


class Context:
    def __enter__(self):
        return self

    def __exit__(self, *details):
        return False


def with_statement(n):
    context, total = Context(), 0
    for i in range(n):
        with context:
            total += 1
    return total


def match_class(n):
    values, total = [Point(1, 2), Empty(), 3, "x", (1, 2)], 0
    for _ in range(n):
        for value in values:
            match value:
                case Point(x=1, y=y):
                    total += y
                case int():
                    total += 1
                case (a, b):
                    total += a + b
                case "x":
                    total += 1
                case _:
                    total += 2
    return total


def object_tree(depth):
    return (object_tree(depth - 1), object_tree(depth - 1)) if depth else (None, None)


def tree_build(n):
    for _ in range(n):
        found = object_tree(7)
    return found


def tree_count(node):
    return 1 if node[0] is None else 1 + tree_count(node[0]) + tree_count(node[1])


def tree_visit(n):
    tree = object_tree(7)
    for _ in range(n):
        found = tree_count(tree)
    return found


if __name__ == "__main__":
    main([attribute_read, attribute_write, attribute_add, attribute_slots, attribute_class, attribute_property,
          attribute_getattr, method_call, method_bound, method_static_class, method_super, method_polymorphic, object_create,
          object_create_slots, object_create_empty, object_create_derived, object_create_dataclass, object_create_list,
          operator_eq, operator_add, operator_items, operator_call, operator_lt_sort, operator_dict_key, call_function,
          call_defaults, call_keywords, call_star_args, call_star_star, call_value, call_recursive, closure_call,
          closure_create, closure_nonlocal, call_decorated, call_partial, call_lru_cache, check_isinstance, check_type_is,
          raise_catch_1, raise_catch_named, raise_catch_call, raise_catch_10, raise_catch_class, catch_key_error,
          catch_index_error, catch_attribute_error, catch_value_error, try_nothing, try_finally, with_statement, match_class,
          tree_build, tree_visit])
