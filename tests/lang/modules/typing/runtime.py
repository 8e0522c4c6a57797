# typing at run time: reprs, Optional and Union, generics, protocols, NamedTuple, TypedDict, get_type_hints, NewType, casts.
import typing
from typing import *


def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)


T = TypeVar("T")
K = TypeVar("K", bound=int)
C = TypeVar("C", str, bytes)
Co = TypeVar("Co", covariant=True)
P = ParamSpec("P")
print(T, K, C, Co, P, K.__bound__, C.__constraints__, T.__name__, Co.__covariant__)
print(Optional[int], Union[int, str], Union[int, None, str], Union[int], Union[int, int], Optional[None], Union[int, Union[str, float]], List[int], Dict[str, List[int]], Tuple[int, ...], Tuple[()], Callable[[int], str], Callable[..., Any], Type[int], Any, ClassVar[int], Final[int], Literal[1, "a"], Annotated[int, "meta"], List, Dict, Iterable[int], Set[T], Generator[int, str, None], NoReturn, Sequence[Optional[int]], list[int], dict[str, int] | None, int | str)
print(Union[int, str] == Union[str, int], Optional[int] == Union[None, int], List[int] == List[int], hash(Union[int, str]) == hash(Union[str, int]), int | str == Union[int, str], Literal[1] == Literal[1], List[T][int], Dict[K, T][int, str], Union[T, None][int], Tuple[T, T][str])
print(get_origin(List[int]), get_args(Dict[str, int]), get_origin(Optional[int]), get_args(Optional[int]), get_origin(list[int]), get_args(Callable[[int, str], bool]), get_origin(int), get_args(int), get_origin(Literal[1]), get_args(Annotated[int, 1, 2]), get_args(int | str), List[int].__origin__, List[T].__parameters__, get_origin(Generic[T]))


class Stack(Generic[T]):
    def __init__(self):
        self.items: list[T] = []

    def push(self, x: T) -> None:
        self.items.append(x)

    def pop(self) -> T:
        return self.items.pop()


s = Stack[int]()
s.push(1)
print(s.pop(), Stack[int], Stack.__parameters__, Stack.__orig_bases__, type(s) is Stack, s.__orig_class__)


class Pair(Stack[K], Generic[K, T]):
    pass


class IntStack(Stack[int]):
    pass


print(Pair[int, str], Pair.__parameters__, IntStack.__orig_bases__, IntStack.__mro__[1:3], issubclass(IntStack, Stack))
for f in (lambda: Stack[int, str], lambda: List[int, str] if False else Dict[int], lambda: Optional[1], lambda: Union[()], lambda: Optional[int, str], lambda: TypeVar("X", int), lambda: TypeVar("X", bound=1), lambda: Generic[int], lambda: isinstance(1, List[int]), lambda: isinstance([], List), lambda: isinstance(1, Union[int, str]), lambda: isinstance(1, Optional[str]), lambda: issubclass(list, Sequence), lambda: List[int](), lambda: List(), lambda: Union[int, str](), lambda: Any(), lambda: int[str], lambda: IntStack[int], lambda: Callable[int, str], lambda: Literal[[]], lambda: ClassVar[int, str], lambda: Tuple[1]):
    show(f)


@runtime_checkable
class Closable(Protocol):
    def close(self) -> None: ...


class Named(Protocol):
    name: str


class File:
    def close(self):
        pass


class Base(Protocol):
    def go(self) -> int: ...

    def twice(self):
        return self.go() * 2


class Impl(Base):
    def go(self):
        return 21


print(isinstance(File(), Closable), isinstance(5, Closable), issubclass(File, Closable), Impl().twice(), Closable.__name__)
show(lambda: isinstance(File(), Named))
show(lambda: Closable())
show(lambda: issubclass(int, Named))


class Point(NamedTuple):
    "A point."
    x: int
    y: int = 0

    def norm(self):
        return abs(self.x) + abs(self.y)


p = Point(3)
print(p, p.norm(), Point._fields, Point._field_defaults, Point.__annotations__, p._replace(y=4), Point(1, 2) == (1, 2), Point.__doc__, NamedTuple("E", [("n", str), ("id", int)])("a", 1), Point.__bases__, p._asdict())


class Movie(TypedDict):
    title: str
    year: int


class Extra(Movie, total=False):
    rating: float


m = Movie(title="T", year=1)
print(m, type(m), Movie.__annotations__, Extra.__required_keys__ == {"title", "year"}, Extra.__optional_keys__, Extra.__total__, Movie.__total__, TypedDict("D", {"a": int})(a=1), Extra(title="a", year=2, rating=1.0))
show(lambda: isinstance({}, Movie))


def fn(a: int, b: "Optional[str]" = None, *args: "T", **kw: Dict[str, "int"]) -> "List[int]":
    pass


class An:
    x: int
    y: "str"
    z: ClassVar["int"] = 5


print(fn.__annotations__, An.__annotations__)
UserId = NewType("UserId", int)
print(UserId(5), UserId.__name__, UserId.__supertype__, UserId, cast(int, "x"), cast("T", 5))


@overload
def over(x: int) -> int: ...
@overload
def over(x: str) -> str: ...
def over(x):
    return x


@final
class Fin:
    @final
    def m(self): ...


@no_type_check
def ntc(x: "bad syntax here"): ...


print(over(1), Fin.__final__, ntc.__no_type_check__, TYPE_CHECKING, assert_type(5, int), reveal_type.__name__, len(get_overloads(over)) if hasattr(typing, "get_overloads") else 0)
show(assert_never, 5)
print(Self, LiteralString, Required[int], Never, Concatenate[int, P], Unpack if False else "", TypeAlias, TypeGuard[int], AnyStr, Text is str, SupportsInt.__name__, isinstance(5, SupportsInt), isinstance(5, SupportsIndex), isinstance("x", SupportsFloat), isinstance(5, Hashable), isinstance([], Sized), Deque[int], DefaultDict[str, int], OrderedDict[str, int], Counter[str], ChainMap[str, int], FrozenSet[int], IO[str], TextIO.__name__, BinaryIO.__mro__[1] is IO, IO.__parameters__)


class Hinted:
    a: "list[int]"
    b: "Optional[str]" = None
    c: "int | None" = None
    d: "Callable[[int, 'str'], Dict[str, Tuple[int, ...]]]" = None
    e: "Stack[int]" = None


def hinted(x: "typing.List[An]", *y: "Literal['a', 1]", z: "None" = None) -> "Hinted":
    pass


print(get_type_hints(Hinted), get_type_hints(hinted), get_type_hints(Movie), get_type_hints(Point))
show(lambda: get_type_hints(type("Q", (), {"__annotations__": {"x": "Unknown[int]"}})))
