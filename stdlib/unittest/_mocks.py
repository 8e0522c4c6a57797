"""Mocks: objects that have every attribute, can be called, and remember how.

Each mock has a class of its own, so that special methods can be set on one mock alone. A child is made when an attribute
is read first; it knows its parent, which also gets to know its calls.
"""
from unittest._calls import DEFAULT, Call, CallList, call_text
from unittest._magic import ALL_MAGICS, ORDINARY_MAGICS, UNSUPPORTED_MAGICS, Magic, bound_to_mock

__unittest = True

_deleted = object()
_ASSERTIONS = "assert", "assret", "asert", "aseert", "assrt"


def is_mock(obj):
    return issubclass(type(obj), NonCallableMock)


def is_exception(obj):
    return isinstance(obj, BaseException) or isinstance(obj, type) and issubclass(obj, BaseException)


def _names_of(spec):
    return None if spec is None else list(spec) if isinstance(spec, (list, tuple)) else dir(spec)


def _adopt(parent, child, name, new_name):
    """Makes a nameless mock the child of another; whether it became one."""
    if not is_mock(child):
        return False
    state = child.__dict__
    if state["_mock_name"] or state["_mock_new_name"] or state["_mock_parent"] is not None or state["_mock_new_parent"] is not None:
        return False
    each = parent
    while each is not None:                          # no mock becomes its own ancestor
        if each is child:
            return False
        each = each._mock_new_parent
    if new_name:
        state["_mock_new_parent"], state["_mock_new_name"] = parent, new_name
    if name:
        state["_mock_parent"], state["_mock_name"] = parent, name
    return True


def _delegated(name):
    """An attribute kept in the mock's own state."""
    key = "_mock_" + name

    def get(self):
        return self.__dict__[key]

    def put(self, value):
        self.__dict__[key] = value
    return property(get, put)


_OWN = frozenset(("return_value", "side_effect", "called", "call_count", "call_args", "call_args_list", "mock_calls", "method_calls"))


class NonCallableMock:
    def __new__(cls, spec=None, *args, spec_set=None, **kwargs):
        names = _names_of(spec if spec_set is None else spec_set)
        magics = {}
        if issubclass(cls, MagicMixin):
            magics = {name: Magic(name) for name in ORDINARY_MAGICS if names is None or name in names}
        return object.__new__(type(cls.__name__, (cls,), {"__doc__": cls.__doc__, "__module__": cls.__module__, **magics}))

    def __init__(self, spec=None, wraps=None, name=None, spec_set=None, parent=None, _spec_state=None, _new_name="",
                 _new_parent=None, unsafe=False, **kwargs):
        state = self.__dict__
        state["_mock_parent"] = parent
        state["_mock_name"] = name
        state["_mock_new_name"] = _new_name
        state["_mock_new_parent"] = parent if _new_parent is None else _new_parent
        state["_mock_sealed"] = False
        state["_mock_children"] = {}
        state["_mock_wraps"] = wraps
        state["_mock_unsafe"] = unsafe
        state.setdefault("_mock_return_value", DEFAULT)
        state["_mock_side_effect"] = None
        self._forget_calls()
        self._mock_add_spec(spec if spec_set is None else spec_set, spec_set is not None)
        if kwargs:
            self.configure_mock(**kwargs)

    def _mock_add_spec(self, spec, spec_set):
        state = self.__dict__
        state["_mock_methods"] = _names_of(spec)
        state["_spec_set"] = spec_set
        is_object = spec is not None and not isinstance(spec, (list, tuple))
        state["_spec_class"] = (spec if isinstance(spec, type) else type(spec)) if is_object else None

    def mock_add_spec(self, spec, spec_set=False):
        self._mock_add_spec(spec, spec_set)

    called, call_count, call_args = _delegated("called"), _delegated("call_count"), _delegated("call_args")
    call_args_list, mock_calls, method_calls = _delegated("call_args_list"), _delegated("mock_calls"), _delegated("method_calls")

    def _forget_calls(self):
        self.__dict__.update(_mock_called=False, _mock_call_count=0, _mock_call_args=None, _mock_call_args_list=CallList(),
                             _mock_mock_calls=CallList(), _mock_method_calls=CallList())

    @property
    def __class__(self):
        return type(self) if self._spec_class is None else self._spec_class

    @property
    def return_value(self):
        value = self.__dict__["_mock_return_value"]
        if value is DEFAULT:
            value = self._get_child_mock(_new_parent=self, _new_name="()")
            self.return_value = value
        return value

    @return_value.setter
    def return_value(self, value):
        self.__dict__["_mock_return_value"] = value
        _adopt(self, value, None, "()")

    @property
    def side_effect(self):
        return self.__dict__["_mock_side_effect"]

    @side_effect.setter
    def side_effect(self, value):
        if value is not None and not is_exception(value) and not callable(value):
            try:
                value = iter(value)
            except TypeError:                        # found out by the first call
                pass
        self.__dict__["_mock_side_effect"] = value

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        visited = [] if visited is None else visited
        if id(self) in visited:
            return
        visited.append(id(self))
        self._forget_calls()
        state = self.__dict__
        if return_value:
            state["_mock_return_value"] = DEFAULT
        if side_effect:
            state["_mock_side_effect"] = None
        for child in [*state["_mock_children"].values(), state["_mock_return_value"]]:
            if is_mock(child) and child is not self:
                child.reset_mock(visited, return_value=return_value, side_effect=side_effect)

    def configure_mock(self, /, **kwargs):
        for name, value in sorted(kwargs.items(), key=lambda item: item[0].count(".")):
            obj = self
            *path, last = name.split(".")
            for step in path:
                obj = getattr(obj, step)
            setattr(obj, last, value)

    def attach_mock(self, mock, attribute):
        state = mock.__dict__
        state["_mock_parent"] = state["_mock_new_parent"] = None
        state["_mock_name"] = state["_mock_new_name"] = ""
        setattr(self, attribute, mock)

    def __getattr__(self, name):
        state = self.__dict__
        if "_mock_children" not in state or name in ("_mock_methods", "_mock_unsafe"):
            raise AttributeError(name)
        methods = state["_mock_methods"]
        if methods is not None:
            if name not in methods or name in ALL_MAGICS:
                raise AttributeError(f"Mock object has no attribute {name!r}")
        elif name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        if name.startswith(_ASSERTIONS) and not state["_mock_unsafe"] and (not methods or name not in methods):
            raise AttributeError(f"{name!r} is not a valid assertion. Use a spec for the mock if {name!r} is meant to be "
                                 "an attribute.")
        child = state["_mock_children"].get(name)
        if child is _deleted:
            raise AttributeError(name)
        if child is None:
            wraps = None if state["_mock_wraps"] is None else getattr(state["_mock_wraps"], name)
            made = self._get_child_mock(parent=self, name=name, wraps=wraps, _new_name=name, _new_parent=self)
            child = state["_mock_children"].setdefault(name, made)   # another thread may have come first
        return child

    def _get_child_mock(self, /, **kw):
        if self._mock_sealed:
            shown = f".{kw['name']}" if "name" in kw else "()"
            raise AttributeError(self._extract_mock_name() + shown)
        public = type(self).__mro__[1]
        if not issubclass(public, CallableMixin):
            public = MagicMock if issubclass(public, MagicMixin) else Mock
        return public(**kw)

    def _extract_mock_name(self):
        text, mock = "", self
        while mock._mock_new_parent is not None:
            step = mock._mock_new_name
            text = ("()" if step == "()" else "." + step) + text
            mock = mock._mock_new_parent
        return (mock._mock_name or "mock") + text

    def __repr__(self):
        name = self._extract_mock_name()
        shown = "" if name == "mock" else f" name={name!r}"
        if self._spec_class is not None:
            shown += f" spec{'_set' if self._spec_set else ''}={self._spec_class.__name__!r}"
        return f"<{type(self).__name__}{shown} id='{id(self)}'>"

    def __dir__(self):
        shown = [name for name in dir(type(self)) if not name.startswith("_")]
        shown += [name for name in self.__dict__ if not name.startswith("_")]
        shown += [name for name, child in self._mock_children.items() if child is not _deleted]
        return sorted({*(self._mock_methods or ()), *shown})

    def __setattr__(self, name, value):
        methods = self.__dict__.get("_mock_methods")
        if name in _OWN:
            return object.__setattr__(self, name, value)
        if name in UNSUPPORTED_MAGICS:
            raise AttributeError(f"Attempting to set unsupported magic method {name!r}.")
        if methods is not None and name not in methods and name not in self.__dict__ and (self._spec_set or name in ALL_MAGICS):
            raise AttributeError(f"Mock object has no attribute '{name}'")
        if name in ALL_MAGICS:
            if is_mock(value):
                _adopt(self, value, None, name)
                self._mock_children[name] = value
            setattr(type(self), name, value if is_mock(value) else bound_to_mock(name, value))
            return
        if name == "__class__":
            self.__dict__["_spec_class"] = value
            return
        if _adopt(self, value, name, name):
            self._mock_children[name] = value
        if self._mock_sealed and not hasattr(self, name):
            raise AttributeError(f"Cannot set {self._extract_mock_name()}.{name}")
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        if name in ALL_MAGICS and name in type(self).__dict__:
            delattr(type(self), name)
            if name not in self.__dict__:
                return
        if name in self.__dict__:
            object.__delattr__(self, name)
        elif self._mock_children.get(name) is _deleted:
            raise AttributeError(name)
        self._mock_children[name] = _deleted

    # ---- what was called ----
    def _shown_name(self):
        return self._mock_name or "mock"

    def _calls_text(self, prefix="Calls"):
        return f"\n{prefix}: {self.mock_calls!r}." if self.mock_calls else ""

    def assert_not_called(self):
        if self.call_count:
            raise AssertionError(f"Expected '{self._shown_name()}' to not have been called. Called {self.call_count} times."
                                 + self._calls_text())

    def assert_called(self):
        if not self.call_count:
            raise AssertionError(f"Expected '{self._shown_name()}' to have been called.")

    def _assert_once(self, what):
        if self.call_count != 1:
            raise AssertionError(f"Expected '{self._shown_name()}' to {what} once. Called {self.call_count} times."
                                 + self._calls_text())

    def assert_called_once(self):
        self._assert_once("have been called")

    def assert_called_with(self, /, *args, **kwargs):
        wanted = call_text(self._shown_name(), args, kwargs)
        if self.call_args is None:
            raise AssertionError(f"expected call not found.\nExpected: {wanted}\nActual: not called.")
        if self.call_args != Call((args, kwargs), two=True):
            actual = call_text(self._shown_name(), *self.call_args)
            raise AssertionError(f"expected call not found.\nExpected: {wanted}\nActual: {actual}")

    def assert_called_once_with(self, /, *args, **kwargs):
        self._assert_once("be called")
        self.assert_called_with(*args, **kwargs)

    def assert_any_call(self, /, *args, **kwargs):
        if Call((args, kwargs), two=True) not in self.call_args_list:
            raise AssertionError(f"{call_text(self._shown_name(), args, kwargs)} call not found")

    def assert_has_calls(self, calls, any_order=False):
        calls = list(calls)
        if not any_order:
            if calls not in self.mock_calls:
                raise AssertionError(f"Calls not found.\nExpected: {CallList(calls)!r}{self._calls_text('Actual').rstrip('.')}")
            return
        left, missing = list(self.mock_calls), []
        for each in calls:
            if each in left:
                left.remove(each)
            else:
                missing.append(each)
        if missing:
            raise AssertionError(f"{self._shown_name()!r} does not contain all of {tuple(missing)!r} in its call list, "
                                 f"found {left!r} instead")


class CallableMixin:
    def __init__(self, spec=None, side_effect=None, return_value=DEFAULT, wraps=None, name=None, spec_set=None, parent=None,
                 _spec_state=None, _new_name="", _new_parent=None, **kwargs):
        self.__dict__["_mock_return_value"] = return_value
        super().__init__(spec, wraps, name, spec_set, parent, _spec_state, _new_name, _new_parent, **kwargs)
        self.side_effect = side_effect
        _adopt(self, return_value, None, "()")

    def __call__(self, /, *args, **kwargs):
        self._remember(args, kwargs)
        effect = self.side_effect
        if effect is not None:
            if is_exception(effect):
                raise effect
            if callable(effect):
                result = effect(*args, **kwargs)
            else:
                result = next(effect)
                if is_exception(result):
                    raise result
            if result is not DEFAULT:
                return result
        if self._mock_return_value is DEFAULT and self._mock_wraps is not None:
            return self._mock_wraps(*args, **kwargs)
        return self.return_value

    def _remember(self, args, kwargs):
        self.called = True
        self.call_count += 1
        self.call_args = Call((args, kwargs), two=True)
        self.call_args_list.append(self.call_args)
        self.mock_calls.append(Call(("", args, kwargs)))
        method, path = self._mock_name, self._mock_new_name
        is_method = self._mock_parent is not None
        mock, is_call = self._mock_new_parent, self._mock_new_name == "()"
        while mock is not None:                      # the ancestors get to know it, too
            if is_method:
                mock.method_calls.append(Call((method, args, kwargs)))
                is_method = mock._mock_parent is not None
                if is_method:
                    method = f"{mock._mock_name}.{method}"
            mock.mock_calls.append(Call((path, args, kwargs)))
            if mock._mock_new_name:
                path = mock._mock_new_name + ("" if is_call else ".") + path
                is_call = mock._mock_new_name == "()"
            mock = mock._mock_new_parent


class MagicMixin:
    """Special methods that are mocks, too; those of a spec only, when there is one."""


class Mock(CallableMixin, NonCallableMock):
    pass


class NonCallableMagicMock(MagicMixin, NonCallableMock):
    pass


class MagicMock(MagicMixin, Mock):
    pass


class PropertyMock(Mock):
    """A mock to be put into a class as a property."""

    def _get_child_mock(self, /, **kw):
        return MagicMock(**kw)

    def __get__(self, obj, obj_type=None):
        return self()

    def __set__(self, obj, value):
        self(value)


def seal(mock):
    """From now on the mock makes no new attributes."""
    mock.__dict__["_mock_sealed"] = True
    for child in list(mock._mock_children.values()):
        if is_mock(child) and child._mock_new_parent is mock:
            seal(child)
