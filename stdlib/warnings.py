"""Issuing and filtering warnings. The behaviour is that of CPython 3.11's warnings module."""
import sys
from _warning_patterns import matcher

__all__ = ["warn", "warn_explicit", "showwarning", "formatwarning", "filterwarnings", "simplefilter", "resetwarnings",
           "catch_warnings"]

_actions = ("error", "ignore", "always", "default", "module", "once")
# (action, message, category, module, line number), the first that fits counts.
filters = [("default", None, DeprecationWarning, "__main__", 0), ("ignore", None, DeprecationWarning, None, 0),
           ("ignore", None, PendingDeprecationWarning, None, 0), ("ignore", None, ImportWarning, None, 0),
           ("ignore", None, ResourceWarning, None, 0)]
defaultaction = "default"
onceregistry = {}
_shown = {}                                         # module name -> texts shown already


class WarningMessage:
    """One warning, as showwarning gets it."""

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return ("{message : %r, category : %r, filename : %r, lineno : %s, line : %r}"
                % (self.message, self._category_name, self.filename, self.lineno, self.line))


def _source_line(filename, lineno):
    try:
        with open(filename, encoding="utf-8") as source:
            for number, text in enumerate(source, 1):
                if number == lineno:
                    return text
    except (OSError, UnicodeDecodeError):
        pass
    return ""


def formatwarning(message, category, filename, lineno, line=None):
    text = f"{filename}:{lineno}: {category.__name__}: {message}\n"
    line = (_source_line(filename, lineno) if line is None else line).strip()
    return text + f"  {line}\n" if line else text


def showwarning(message, category, filename, lineno, file=None, line=None):
    file = sys.stderr if file is None else file
    if file is None:
        return
    try:
        file.write(formatwarning(message, category, filename, lineno, line))
    except OSError:
        pass


def _check_action(action):
    if action not in _actions:
        raise AssertionError(f"invalid action: {action!r}")


def _check_line(lineno):
    assert isinstance(lineno, int) and lineno >= 0, "lineno must be an int >= 0"


def _fits(wanted, text):
    """wanted: None, the text itself, or what says whether a text fits."""
    return wanted is None or (wanted == text if isinstance(wanted, str) else wanted(text))


def _insert(item, append):
    _shown.clear()
    if append:
        if item not in filters:
            filters.append(item)
    else:
        if item in filters:
            filters.remove(item)
        filters.insert(0, item)


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    _check_action(action)
    assert isinstance(message, str), "message must be a string"
    assert isinstance(category, type), "category must be a class"
    assert issubclass(category, Warning), "category must be a Warning subclass"
    assert isinstance(module, str), "module must be a string"
    _check_line(lineno)
    _insert((action, matcher(message, ignore_case=True) if message else None, category, matcher(module) if module else None, lineno), append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    _check_action(action)
    _check_line(lineno)
    _insert((action, None, category, None, lineno), append)


def resetwarnings():
    filters[:] = []
    _shown.clear()


def warn(message, category=None, stacklevel=1, source=None):
    if isinstance(message, Warning):
        category = message.__class__
    if category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError(f"category must be a Warning subclass, not '{type(category).__name__}'")
    try:
        frame = sys._getframe(max(stacklevel, 1))
    except ValueError:
        module, filename, lineno = "sys", "sys", 1
    else:
        module = frame.f_globals.get("__name__", "<string>")
        filename, lineno = frame.f_code.co_filename, frame.f_lineno
    warn_explicit(message, category, filename, lineno, module, None, source=source)


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    lineno = int(lineno)
    if module is None:
        module = filename or "<unknown>"
        if module[-3:].lower() == ".py":
            module = module[:-3]
    if isinstance(message, Warning):
        text, category = str(message), message.__class__
    else:
        text, message = message, category(message)
    if registry is None:
        registry = _shown.setdefault(module, {})
    key = text, category, lineno
    if registry.get(key):
        return
    for action, wanted_text, kind, wanted_module, at in filters:
        if _fits(wanted_text, text) and issubclass(category, kind) and _fits(wanted_module, module) and at in (0, lineno):
            break
    else:
        action = defaultaction
    if action == "ignore":
        return
    if action == "error":
        raise message
    if action == "default":
        registry[key] = True
    elif action == "module":
        registry[key] = True
        if registry.get((text, category, 0)):
            return
        registry[text, category, 0] = True
    elif action == "once":
        registry[key] = True
        if onceregistry.get((text, category)):
            return
        onceregistry[text, category] = True
    _emit(WarningMessage(message, category, filename, lineno, source=source))


_show = showwarning
_recording = []                                     # lists of the catch_warnings that record, innermost last


def _emit(found):
    if showwarning is not _show:
        showwarning(found.message, found.category, found.filename, found.lineno, found.file, found.line)
    elif _recording and _recording[-1] is not None:
        _recording[-1].append(found)
    else:
        showwarning(found.message, found.category, found.filename, found.lineno, found.file, found.line)


class catch_warnings:
    """Restores the filters, and when recording collects the warnings in a list."""

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._module = sys.modules["warnings"] if module is None else module
        self._entered = False
        self._filter = None if action is None else (action, category, lineno, append)

    def __repr__(self):
        args = []
        if self._record:
            args.append("record=True")
        if self._module is not sys.modules["warnings"]:
            args.append("module=" + repr(self._module))
        return f"{type(self).__name__}({', '.join(args)})"

    def __enter__(self):
        global showwarning
        if self._entered:
            raise RuntimeError(f"Cannot enter {self!r} twice")
        self._entered = True
        self._saved = filters[:], showwarning
        _shown.clear()
        if self._filter is not None:
            simplefilter(*self._filter)
        log = [] if self._record else None
        if self._record:
            _recording.append(log)
            showwarning = _show
        return log

    def __exit__(self, *exc_info):
        global showwarning
        if not self._entered:
            raise RuntimeError(f"Cannot exit {self!r} without entering first")
        filters[:], showwarning = self._saved
        _shown.clear()
        if self._record:
            _recording.pop()
