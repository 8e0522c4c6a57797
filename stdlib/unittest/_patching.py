"""patch: other objects in place of attributes and items, for a while."""
import builtins
import contextlib
import functools
import sys
import types

from unittest._calls import DEFAULT
from unittest._mocks import MagicMock, NonCallableMagicMock, NonCallableMock, is_mock

__unittest = True


def _import(path):
    """The module, class or other object a dotted name leads to."""
    first, *rest = path.split(".")
    found, name = __import__(first), first
    for step in rest:
        name += "." + step
        try:
            found = getattr(found, step)
        except AttributeError:
            __import__(name)
            found = getattr(found, step)
    return found


def _split_target(target):
    try:
        path, attribute = target.rsplit(".", 1)
    except (TypeError, ValueError, AttributeError):
        raise TypeError(f"Need a valid target to patch. You supplied: {target!r}") from None
    return functools.partial(_import, path), attribute


class _Patch:
    """One attribute that is another while the patch is entered, or while the function it decorates runs."""

    attribute_name = None                # the keyword the mock is passed as, of patch.multiple
    active = []                          # those started and not stopped

    def __init__(self, getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, *, unsafe=False):
        if new_callable is not None and new is not DEFAULT:
            raise ValueError("Cannot use 'new' and 'new_callable' together")
        if autospec:
            raise NotImplementedError("autospec is not supported: there are no signatures to take")
        if not unsafe:
            for wrong in ("autospect", "auto_spec", "set_spec"):
                if wrong in kwargs:
                    raise RuntimeError(f"{wrong!r} might be a typo; use unsafe=True if this is intended")
        self.getter = getter
        self.attribute = attribute
        self.new = new
        self.new_callable = new_callable
        self.spec = spec
        self.create = create
        self.spec_set = spec_set
        self.kwargs = kwargs
        self.additional_patchers = []

    def copy(self):
        other = _Patch(self.getter, self.attribute, self.new, self.spec, self.create, self.spec_set, None, self.new_callable,
                       self.kwargs, unsafe=True)
        other.attribute_name = self.attribute_name
        other.additional_patchers = [each.copy() for each in self.additional_patchers]
        return other

    def __call__(self, func):
        return _decorate_class(self, func) if isinstance(func, type) else self._decorate(func)

    def _decorate(self, func):
        if hasattr(func, "patchings"):               # several decorators are one wrapper
            func.patchings.append(self)
            return func

        @functools.wraps(func)
        def patched(*args, **kwargs):
            with contextlib.ExitStack() as stack:
                for patching in patched.patchings:
                    made = stack.enter_context(patching)
                    if patching.attribute_name is not None:
                        kwargs.update(made)
                    elif patching.new is DEFAULT:
                        args += (made,)
                return func(*args, **kwargs)

        patched.patchings = [self]
        return patched

    def _original(self):
        """(what is there, whether it is the target's own)"""
        own = getattr(self.target, "__dict__", {})
        if self.attribute in own:
            found = own[self.attribute], True
        else:
            found = getattr(self.target, self.attribute, DEFAULT), False
        if isinstance(self.target, types.ModuleType) and hasattr(builtins, self.attribute):
            self.create = True
        if found[0] is DEFAULT and not self.create:
            raise AttributeError(f"{self.target} does not have the attribute {self.attribute!r}")
        return found

    def _make(self, original):
        spec = original if self.spec is True else self.spec or None
        spec_set = (spec or original) if self.spec_set is True else self.spec_set or None
        if spec_set is not None:
            spec = None
        template = spec if spec_set is None else spec_set
        cls, options = MagicMock, {}
        if template is not None:
            if original is DEFAULT:
                raise TypeError("Can't use 'spec' with create=True")
            options["spec" if spec_set is None else "spec_set"] = template
            if not ("__call__" in template if isinstance(template, (list, tuple)) else callable(template)):
                cls = NonCallableMagicMock
        if self.new_callable is not None:
            cls = self.new_callable
        if isinstance(cls, type) and issubclass(cls, NonCallableMock) and self.attribute:
            options["name"] = self.attribute
        options.update(self.kwargs)
        new = cls(**options)
        if isinstance(original, type) and isinstance(template, type) and is_mock(new):
            # What the class makes has its attributes, too.
            options.pop("name", None)
            instance = MagicMock if hasattr(template, "__call__") and "__call__" in dir(template) else NonCallableMagicMock
            new.return_value = instance(_new_parent=new, _new_name="()", **options)
        return new

    def __enter__(self):
        self.target = self.getter()
        original, self.is_local = self._original()
        if self.new is not DEFAULT and self.kwargs:
            raise TypeError("Can't pass kwargs to a mock we aren't creating")
        new = self._make(original) if self.new is DEFAULT else self.new
        self.temp_original = original
        self._others = contextlib.ExitStack()
        setattr(self.target, self.attribute, new)
        try:
            if self.attribute_name is None:
                return new
            made = {self.attribute_name: new} if self.new is DEFAULT else {}
            for other in self.additional_patchers:
                made.update(self._others.enter_context(other))
            return made
        except:
            if not self.__exit__(*sys.exc_info()):
                raise

    def __exit__(self, *exc_info):
        if self.is_local and self.temp_original is not DEFAULT:
            setattr(self.target, self.attribute, self.temp_original)
        else:
            delattr(self.target, self.attribute)
            if not self.create and not hasattr(self.target, self.attribute):
                setattr(self.target, self.attribute, self.temp_original)
        return self._others.__exit__(*exc_info)

    def start(self):
        result = self.__enter__()
        self.active.append(self)
        return result

    def stop(self):
        if self not in self.active:
            return None
        self.active.remove(self)
        return self.__exit__(None, None, None)


def _decorate_class(patcher, cls):
    for name in dir(cls):
        if name.startswith(patch.TEST_PREFIX) and callable(getattr(cls, name)):
            setattr(cls, name, patcher.copy()(getattr(cls, name)))
    return cls


def patch(target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, *, unsafe=False, **kwargs):
    getter, attribute = _split_target(target)
    return _Patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, unsafe=unsafe)


def _patch_object(target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, *,
                  unsafe=False, **kwargs):
    if type(target) is str:
        raise TypeError(f"{target!r} must be the actual object to be patched, not a str")
    return _Patch(lambda: target, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, unsafe=unsafe)


def _patch_multiple(target, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
    getter = functools.partial(_import, target) if isinstance(target, str) else lambda: target
    if not kwargs:
        raise ValueError("Must supply at least one keyword argument with patch.multiple")
    patchers = []
    for attribute, new in kwargs.items():
        patchers.append(_Patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable, {}))
        patchers[-1].attribute_name = attribute
    patchers[0].additional_patchers = patchers[1:]
    return patchers[0]


class _PatchDict:
    """Items of a dictionary that are others for a while."""

    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict = in_dict
        self.values = {**dict(values), **kwargs}
        self.clear = clear

    def copy(self):
        return _PatchDict(self.in_dict, self.values, self.clear)

    def __call__(self, func):
        if isinstance(func, type):
            return _decorate_class(self, func)

        @functools.wraps(func)
        def patched(*args, **kwargs):
            with self:
                return func(*args, **kwargs)
        return patched

    def __enter__(self):
        if isinstance(self.in_dict, str):
            self.in_dict = _import(self.in_dict)
        self._original = {key: self.in_dict[key] for key in self.in_dict}
        if self.clear:
            self._empty()
        for key, value in self.values.items():
            self.in_dict[key] = value
        return self.in_dict

    def _empty(self):
        for key in list(self.in_dict):
            del self.in_dict[key]

    def __exit__(self, *exc_info):
        self._empty()
        for key, value in self._original.items():
            self.in_dict[key] = value
        return False

    def start(self):
        result = self.__enter__()
        _Patch.active.append(self)
        return result

    stop = _Patch.stop
    active = _Patch.active


def _patch_stopall():
    for started in reversed(_Patch.active[:]):
        started.stop()


patch.object = _patch_object
patch.dict = _PatchDict
patch.multiple = _patch_multiple
patch.stopall = _patch_stopall
patch.TEST_PREFIX = "test"
