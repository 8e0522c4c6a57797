"""Tests run one after the other, with what classes and modules set up around theirs."""
import sys

from unittest import case
from unittest.util import strclass

__unittest = True


def _call_if_exists(parent, name):
    getattr(parent, name, lambda: None)()


class BaseTestSuite:
    """A list of tests and suites."""

    _cleanup = True

    def __init__(self, tests=()):
        self._tests = []
        self._removed_tests = 0
        self.addTests(tests)

    def __repr__(self):
        return f"<{strclass(self.__class__)} tests={list(self)}>"

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return list(self) == list(other)

    def __iter__(self):
        return iter(self._tests)

    def countTestCases(self):
        return self._removed_tests + sum(test.countTestCases() for test in self if test)

    def addTest(self, test):
        if not callable(test):
            raise TypeError(f"{test!r} is not callable")
        if isinstance(test, type) and issubclass(test, (case.TestCase, TestSuite)):
            raise TypeError("TestCases and TestSuites must be instantiated before passing them to addTest()")
        self._tests.append(test)

    def addTests(self, tests):
        if isinstance(tests, str):
            raise TypeError("tests must be an iterable of tests, not a string")
        for test in tests:
            self.addTest(test)

    def run(self, result):
        for index, test in enumerate(self):
            if result.shouldStop:
                break
            test(result)
            if self._cleanup:
                self._removeTestAtIndex(index)
        return result

    # A test that has run is let go, with all it holds.
    def _removeTestAtIndex(self, index):
        try:
            test = self._tests[index]
        except TypeError:                    # a subclass keeps its tests otherwise
            return
        if hasattr(test, "countTestCases"):
            self._removed_tests += test.countTestCases()
        self._tests[index] = None

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        for test in self:
            test.debug()


class TestSuite(BaseTestSuite):
    def run(self, result, debug=False):
        outermost = getattr(result, "_testRunEntered", False) is False
        if outermost:
            result._testRunEntered = True
        for index, test in enumerate(self):
            if result.shouldStop:
                break
            if not _is_suite(test):
                self._leave_class(test.__class__, result)
                self._enter_module(test, result)
                self._enter_class(test, result)
                result._previousTestClass = test.__class__
                if getattr(test.__class__, "_classSetupFailed", False) or getattr(result, "_moduleSetUpFailed", False):
                    continue
            if debug:
                test.debug()
            else:
                test(result)
            if self._cleanup:
                self._removeTestAtIndex(index)
        if outermost:
            self._leave_class(None, result)
            self._leave_module(result)
            result._testRunEntered = False
        return result

    def debug(self):
        self.run(_DebugResult(), True)

    def _enter_class(self, test, result):
        cls = test.__class__
        if (cls == getattr(result, "_previousTestClass", None) or result._moduleSetUpFailed
                or getattr(cls, "__unittest_skip__", False)):
            return
        _set_failed(cls, False)
        set_up = getattr(cls, "setUpClass", None)
        if set_up is None:
            return
        failed = False
        _call_if_exists(result, "_setupStdout")
        try:
            try:
                set_up()
            except Exception as e:
                if isinstance(result, _DebugResult):
                    raise
                failed = True
                _set_failed(cls, True)
                self._report(result, e, "setUpClass", strclass(cls))
            if failed and hasattr(cls, "doClassCleanups"):   # here, so that what they raise is not chained to the failure
                cls.doClassCleanups()
                for exc_info in cls.tearDown_exceptions:
                    self._report(result, exc_info[1], "setUpClass", strclass(cls), exc_info)
        finally:
            _call_if_exists(result, "_restoreStdout")

    def _leave_class(self, following, result):
        cls = getattr(result, "_previousTestClass", None)
        if (cls is None or cls == following or getattr(cls, "_classSetupFailed", False)
                or getattr(result, "_moduleSetUpFailed", False) or getattr(cls, "__unittest_skip__", False)):
            return
        tear_down = getattr(cls, "tearDownClass", None)
        cleanups = getattr(cls, "doClassCleanups", None)
        if tear_down is None and cleanups is None:
            return
        _call_if_exists(result, "_setupStdout")
        try:
            if tear_down is not None:
                try:
                    tear_down()
                except Exception as e:
                    if isinstance(result, _DebugResult):
                        raise
                    self._report(result, e, "tearDownClass", strclass(cls))
            if cleanups is not None:
                cleanups()
                for exc_info in cls.tearDown_exceptions:
                    if isinstance(result, _DebugResult):
                        raise exc_info[1]
                    self._report(result, exc_info[1], "tearDownClass", strclass(cls), exc_info)
        finally:
            _call_if_exists(result, "_restoreStdout")

    def _previous_module(self, result):
        cls = getattr(result, "_previousTestClass", None)
        return None if cls is None else cls.__module__

    def _enter_module(self, test, result):
        name = test.__class__.__module__
        if name == self._previous_module(result):
            return
        self._leave_module(result)
        result._moduleSetUpFailed = False
        set_up = getattr(sys.modules.get(name), "setUpModule", None)
        if set_up is None:
            return
        _call_if_exists(result, "_setupStdout")
        try:
            try:
                set_up()
            except Exception as e:
                if isinstance(result, _DebugResult):
                    raise
                result._moduleSetUpFailed = True
                self._report(result, e, "setUpModule", name)
            if result._moduleSetUpFailed:
                try:
                    case.doModuleCleanups()
                except Exception as e:
                    self._report(result, e, "setUpModule", name)
        finally:
            _call_if_exists(result, "_restoreStdout")

    def _leave_module(self, result):
        name = self._previous_module(result)
        if name is None or result._moduleSetUpFailed or name not in sys.modules:
            return
        _call_if_exists(result, "_setupStdout")
        try:
            for function in (getattr(sys.modules[name], "tearDownModule", None), case.doModuleCleanups):
                if function is None:
                    continue
                try:
                    function()
                except Exception as e:
                    if isinstance(result, _DebugResult):
                        raise
                    self._report(result, e, "tearDownModule", name)
        finally:
            _call_if_exists(result, "_restoreStdout")

    def _report(self, result, exception, method, owner, exc_info=None):
        error = _ErrorHolder(f"{method} ({owner})")
        add_skip = getattr(result, "addSkip", None)
        if add_skip is not None and isinstance(exception, case.SkipTest):
            add_skip(error, str(exception))
        else:
            result.addError(error, exc_info or sys.exc_info())


def _set_failed(cls, failed):
    try:
        cls._classSetupFailed = failed
    except TypeError:                        # what is called a test is of a built-in class
        pass


class _ErrorHolder:
    """Stands for a test in the result when what failed belongs to a class or module."""

    failureException = None

    def __init__(self, description):
        self.description = description

    def id(self):
        return self.description

    def shortDescription(self):
        return None

    def __repr__(self):
        return f"<ErrorHolder description={self.description!r}>"

    def __str__(self):
        return self.id()

    def run(self, result):
        pass

    def __call__(self, result):
        return self.run(result)

    def countTestCases(self):
        return 0


def _is_suite(test):
    try:
        iter(test)
    except TypeError:
        return False
    return True


class _DebugResult:
    """Remembers class and module while a suite runs without a result."""

    _previousTestClass = None
    _moduleSetUpFailed = False
    shouldStop = False
