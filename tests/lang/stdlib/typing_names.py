import typing
from typing import *


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


T = TypeVar("T")
K = TypeVar("K", bound=int)
print(List[int], Dict[str, List[int]], Optional[int], Union[int, str], Union[int, None], Union[int, str, None], Any, Tuple[int, ...], Tuple[()])
print(Callable[[int, str], bool], Callable[..., int], Callable, Type[int], List, Set[T], T, K, Iterable[int], List["Foo"], ClassVar[int], Final[int])
print(Literal["a", 1, True], Annotated[int, "x", 3], Union[int], Optional[Union[int, str]], Union, NoReturn, Self, Generator[int, None, str])
print(List[int] == List[int], Optional[int] == Union[None, int], hash(List[int]) == hash(List[int]), get_origin(List[int]), get_args(Dict[str, int]))
print(get_args(Callable[[int], str]), get_origin(Union[int, str]), get_args(Literal[1, 2]), get_origin(list[int]), get_args(Annotated[int, 5]))
print(Dict[str, T][int], List[T].__parameters__, int | None, List[int] | None)


class Box(Generic[T]):
    def __init__(self, item: T) -> None:
        self.item = item

    def get(self) -> T:
        return self.item


class IntBox(Box[int]):
    pass


class Pair(Generic[T, K]):
    pass


print(Box[int], Box(3).get(), Box[int](4).get(), IntBox(5).get(), Box.__parameters__, IntBox.__mro__, Pair[int, str], isinstance(IntBox(1), Box))
attempt(lambda: Box[int, str])
attempt(lambda: Pair[int])
attempt(lambda: IntBox[int])
attempt(lambda: List[int]())
attempt(lambda: List[int, str])
attempt(lambda: isinstance([], List[int]))
attempt(lambda: isinstance([], List))
attempt(lambda: Union[int, str]())
attempt(lambda: Optional[int, str])
attempt(lambda: Any())


@runtime_checkable
class Closable(Protocol):
    def close(self) -> None: ...


class Named(Protocol):
    name: str


class File:
    def close(self):
        return "closed"


class Explicit(Closable):
    def close(self):
        return 1


print(isinstance(File(), Closable), isinstance(3, Closable), issubclass(File, Closable), issubclass(int, Closable), Explicit().close())
attempt(lambda: isinstance(3, Named))
attempt(lambda: Closable())
attempt(lambda: isinstance(3, SupportsInt))


class Employee(NamedTuple):
    """Doc."""
    name: str
    id: int = 3

    def title(self):
        return self.name.title()


e = Employee("guido")
print(e, e.title(), Employee._fields, Employee._field_defaults, Employee.__annotations__, e[1], e._replace(id=4), Employee.__doc__, Employee.__bases__)
attempt(lambda: Employee())
P2 = NamedTuple("P2", [("x", int), ("y", int)])
print(P2(1, 2))


class Movie(TypedDict):
    name: str
    year: int


class More(Movie, total=False):
    rating: float


m: Movie = {"name": "x", "year": 1}
print(m, Movie(name="a", year=2), Movie.__annotations__, More.__required_keys__ == {"name", "year"}, More.__optional_keys__, type(Movie(name="q", year=1)))
attempt(lambda: isinstance({}, Movie))
UserId = NewType("UserId", int)
print(UserId(5), UserId, UserId.__supertype__, cast(int, "x"), TYPE_CHECKING)


@overload
def f(x: int) -> int: ...
@overload
def f(x: str) -> str: ...


def f(x):
    return x


@final
class Fin:
    pass


print(f(3), len(get_overloads(f)), Fin.__final__)


def g(a: int, b: "Fin", c: Optional[str] = None) -> None: ...


print(get_type_hints(g), get_type_hints(Movie), g.__annotations__)
PS = ParamSpec("PS")
print(PS, Callable[PS, int], PS.args, PS.kwargs, TypeVar("C", covariant=True), ForwardRef("x"))


class D(Dict[str, int]):
    pass


print(D(a=1), D.__mro__[1:3], typing.Text)
attempt(lambda: typing.assert_never(3))
attempt(lambda: TypeVar("Q", int))
