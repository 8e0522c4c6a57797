"""Calls as values: what mocks remember, what `call` makes to compare them with, and the sentinels."""
import pprint

__unittest = True


class _SentinelObject:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"sentinel.{self.name}"

    def __reduce__(self):
        return f"sentinel.{self.name}"


class _Sentinel:
    """sentinel.anything: one unique object for each name."""

    def __init__(self):
        self._sentinels = {}

    def __getattr__(self, name):
        if name == "__bases__":
            raise AttributeError
        return self._sentinels.setdefault(name, _SentinelObject(name))


sentinel = _Sentinel()
DEFAULT = sentinel.DEFAULT


class _Any:
    """Equal to everything."""

    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return "<ANY>"


ANY = _Any()


def call_text(name, args, kwargs):
    shown = [repr(arg) for arg in args] + [f"{key}={value!r}" for key, value in kwargs.items()]
    return f"{name}({', '.join(shown)})"


def _parts(value):
    """(name, args, kwargs) of a tuple that may lack some of them; None when it is no call."""
    if len(value) > 3:
        return None
    name, args, kwargs = "", (), {}
    if len(value) == 3:
        return tuple(value)
    for part in value:
        if isinstance(part, str):
            name = part
        elif isinstance(part, tuple):
            args = part
        else:
            kwargs = part
    return name, args, kwargs


class Call(tuple):
    """(name, args, kwargs), or with two=True (args, kwargs). Equal to tuples that lack what is empty here."""

    def __new__(cls, value=(), name="", parent=None, two=False, from_kall=True):
        own, args, kwargs = _parts(value)
        return tuple.__new__(cls, (args, kwargs) if two else (own if value else name or "", args, kwargs))

    def __init__(self, value=(), name=None, parent=None, two=False, from_kall=True):
        self._mock_name = name
        self._mock_parent = parent
        self._mock_from_kall = from_kall

    def __eq__(self, other):
        try:
            theirs = _parts(other) if len(other) <= 3 else None
        except TypeError:
            return NotImplemented
        if theirs is None:
            return False
        name, args, kwargs = _parts(self)
        parent, other_parent = self._mock_parent, getattr(other, "_mock_parent", None)
        if parent and other_parent and parent != other_parent or name and name != theirs[0]:
            return False
        return theirs[1:] == (args, kwargs)          # in this order, for ANY

    __ne__ = object.__ne__

    def __call__(self, /, *args, **kwargs):
        if self._mock_name is None:
            return Call(("", args, kwargs), name="()")
        return Call((self._mock_name, args, kwargs), name=self._mock_name + "()", parent=self)

    def __getattr__(self, name):
        if self._mock_name is None:
            return Call(name=name, from_kall=False)
        return Call(name=f"{self._mock_name}.{name}", parent=self, from_kall=False)

    def __getattribute__(self, name):
        if name in tuple.__dict__:                   # call.index and call.count are calls, too
            raise AttributeError
        return tuple.__getattribute__(self, name)

    @property
    def args(self):
        return _parts(self)[1]

    @property
    def kwargs(self):
        return _parts(self)[2]

    def __repr__(self):
        if not self._mock_from_kall:
            name = self._mock_name or "call"
            return "call" + name if name.startswith("()") else name
        name, args, kwargs = _parts(self)
        if not name:
            name = "call"
        elif not name.startswith("()"):
            name = "call." + name
        else:
            name = "call" + name
        return call_text(name, args, kwargs)

    def call_list(self):
        """This call and those it was called on, outermost first."""
        calls, each = [], self
        while each is not None:
            if each._mock_from_kall:
                calls.append(each)
            each = each._mock_parent
        return CallList(reversed(calls))


call = Call(from_kall=False)


class CallList(list):
    """`in` also finds a list of calls that follow one another."""

    def __contains__(self, value):
        if not isinstance(value, list):
            return list.__contains__(self, value)
        return any(self[i:i + len(value)] == value for i in range(len(self) - len(value) + 1))

    def __repr__(self):
        return pprint.pformat(list(self))
