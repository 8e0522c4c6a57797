"""The special methods of MagicMock."""
from unittest._calls import DEFAULT

__unittest = True

_operators = "add sub mul matmul truediv floordiv mod lshift rshift and xor or pow".split()
ORDINARY_MAGICS = frozenset(f"__{name}__" for name in (
    "lt le gt ge eq ne getitem setitem delitem len contains iter hash str sizeof enter exit divmod rdivmod neg pos abs invert "
    "complex int float index round trunc floor ceil bool next fspath".split()
    + _operators + ["i" + name for name in _operators] + ["r" + name for name in _operators]))
ALL_MAGICS = ORDINARY_MAGICS | {
    "__get__", "__set__", "__delete__", "__reversed__", "__missing__", "__reduce__", "__reduce_ex__", "__getinitargs__",
    "__getnewargs__", "__getstate__", "__setstate__", "__getformat__", "__repr__", "__dir__", "__subclasses__", "__format__",
    "__getnewargs_ex__"}
UNSUPPORTED_MAGICS = frozenset(("__getattr__", "__setattr__", "__init__", "__new__", "__prepare__", "__instancecheck__",
                                "__subclasscheck__", "__del__"))
_RESULTS = {"__lt__": NotImplemented, "__gt__": NotImplemented, "__le__": NotImplemented, "__ge__": NotImplemented, "__int__": 1,
            "__contains__": False, "__len__": 0, "__exit__": False, "__complex__": 1j, "__float__": 1.0, "__bool__": True,
            "__index__": 1}
# Results that depend on the mock.
_RESULTS_OF_MOCK = {"__hash__": object.__hash__, "__str__": object.__str__, "__sizeof__": object.__sizeof__,
                  "__fspath__": lambda mock: f"{type(mock).__name__}/{mock._extract_mock_name()}/{id(mock)}"}


def _equal(mock, method):
    def compare(other):
        wanted = method._mock_return_value
        return wanted if wanted is not DEFAULT else mock is other or NotImplemented
    return compare


def _unequal(mock, method):
    def compare(other):
        if method._mock_return_value is not DEFAULT:
            return DEFAULT
        return False if mock is other else NotImplemented
    return compare


def _iterate(mock, method):
    def start():
        items = method._mock_return_value
        return iter([] if items is DEFAULT else items)
    return start


_EFFECTS = {"__eq__": _equal, "__ne__": _unequal, "__iter__": _iterate}


class Magic:
    """In the class of a mock: the child mock that does the work of a special method, made when it is needed."""

    def __init__(self, name):
        self.name = name

    def __get__(self, obj, cls=None):
        if obj is None:
            return self
        children = obj._mock_children
        method = children.get(self.name)
        if method is None:
            name = self.name
            method = obj._get_child_mock(name=name, _new_name=name, _new_parent=obj)
            if name in _RESULTS:
                method.return_value = _RESULTS[name]
            elif name in _RESULTS_OF_MOCK:
                method.return_value = _RESULTS_OF_MOCK[name](obj)
            elif name in _EFFECTS:
                method.side_effect = _EFFECTS[name](obj, method)
            method = children.setdefault(name, method)
        return method


def bound_to_mock(name, function):
    """A function set as the special method of one mock, which gets the mock first."""
    def method(self, /, *args, **kwargs):
        return function(self, *args, **kwargs)
    method.__name__ = name
    return method
