# What list[int] and int | str know of type variables, and how arguments take their place.
import collections
import collections.abc
import copy
from typing import Generic, ParamSpec, TypeVar, TypeVarTuple, Union


def show(f):
    try:
        print(repr(f()))
    except TypeError as e:
        print("TypeError:", e)


T = TypeVar("T")
K = TypeVar("K")
V = TypeVar("V")
P = ParamSpec("P")
Ts = TypeVarTuple("Ts")

for alias in (list[T], dict[K, V], dict[K, list[V]], dict[T, T], tuple[T, ...], list[int], list[T] | None, list[dict[K, T] | V],
              collections.abc.Callable[[T], V], collections.abc.Callable[P, T], tuple[*Ts, T]):
    print(alias, alias.__parameters__)
    for given in (str, (str, int), (str, int, bytes), ((str, int), bytes), K, [str], ()):
        show(lambda: alias[given])

show(lambda: (list[T] | None)[int])
show(lambda: (int | list[T])[str].__args__)
show(lambda: list[Union[T, int]][str])
show(lambda: [*tuple[int, str]])
show(lambda: next(iter(list[int])))
star, = tuple[int, str]
print(star, star.__unpacked__, star == tuple[int, str], star.__typing_unpacked_tuple_args__, tuple[int].__unpacked__)
show(lambda: tuple[T, *tuple[int, ...]])
show(lambda: tuple[*Ts, int][*tuple[str, bytes]])
show(lambda: tuple[K, *Ts, V][int])

Callable = collections.abc.Callable
print(Callable[[int, str], None].__args__, Callable[..., int].__args__, Callable[[], int], Callable[[list[int]], "X"])
for wrong in (int, (int, str), ([int],), ([int], str, 5)):
    show(lambda: Callable[wrong])
show(lambda: Callable[P, int][[str, bytes]])
show(lambda: Callable[P, int][str, bytes])
show(lambda: Callable[P, T][[int], str])
print(Callable[[int], str] == Callable[[int], str], hash(Callable[[int], str]) == hash(Callable[[int], str]), Callable[[int], str] | None)

# An alias acts as its origin, and what it makes knows how it was made.
print(list[int]([1]), dict[str, int](a=1), collections.defaultdict[str, list](list)["k"], list[int].append, list[int].__name__,
      list[int].__class__, type(list[int]), list[int].__doc__ == list.__doc__)


class Box(Generic[T]):
    def __init__(self, value):
        self.value = value

    @classmethod
    def empty(cls):
        return cls(None)


class Pair:
    __class_getitem__ = classmethod(type(list[int]))


print(Box[int](5).__orig_class__, Box[int].empty().value, Box[list[T]][int], Pair[int]().__orig_class__, hasattr(Pair(), "__orig_class__"))


class IntList(list[int]):
    pass


print(IntList.__bases__, IntList.__orig_bases__, IntList.__mro__)
print(copy.copy(list[int]) == list[int], copy.deepcopy(dict[str, list[T]]), list[int] == list[str], list[int] != list[int])
show(lambda: isinstance([], list[int]))
show(lambda: issubclass(list, int | list[int]))
print(hasattr(list[int], "nothing"))
