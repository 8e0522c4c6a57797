"""Finding tests: by class, by module, by name, and in folders."""
import functools
import os
import sys
import traceback
import types
import warnings
from fnmatch import fnmatch, fnmatchcase

from unittest import case, suite, util

__unittest = True


class _FailedTest(case.TestCase):
    """Raises, when it is run, what went wrong while tests were looked for."""

    _testMethodName = None

    def __init__(self, method_name, exception):
        self._exception = exception
        super().__init__(method_name)

    def __getattr__(self, name):
        if name != self._testMethodName:
            raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")

        def testFailure():
            raise self._exception
        return testFailure


def _is_test_class(obj):
    return (isinstance(obj, type) and issubclass(obj, case.TestCase)
            and obj not in (case.TestCase, case.FunctionTestCase))


class TestLoader:
    testMethodPrefix = "test"
    sortTestMethodsUsing = staticmethod(util.three_way_cmp)
    testNamePatterns = None
    suiteClass = suite.TestSuite
    _top_level_dir = None

    def __init__(self):
        super().__init__()
        self.errors = []
        self._loading_packages = set()       # those whose load_tests runs

    def _failed(self, name, exception, message):
        """(a suite that fails with the exception, the message)"""
        return self.suiteClass((_FailedTest(name, exception),)), message

    def _failed_import(self, name):
        message = f"Failed to import test module: {name}\n{traceback.format_exc()}"
        return self._failed(name, ImportError(message), message)

    def _noted(self, failed):
        self.errors.append(failed[1])
        return failed[0]

    def loadTestsFromTestCase(self, testCaseClass):
        if issubclass(testCaseClass, suite.TestSuite):
            raise TypeError("Test cases should not be derived from TestSuite. Maybe you meant to derive from TestCase?")
        names = []
        if testCaseClass not in (case.TestCase, case.FunctionTestCase):
            names = self.getTestCaseNames(testCaseClass)
            if not names and hasattr(testCaseClass, "runTest"):
                names = ["runTest"]
        return self.suiteClass(map(testCaseClass, names))

    def loadTestsFromModule(self, module, *args, pattern=None, **kws):
        if args or "use_load_tests" in kws:
            warnings.warn("use_load_tests is deprecated and ignored", DeprecationWarning)
            kws.pop("use_load_tests", None)
        if len(args) > 1:
            raise TypeError(f"loadTestsFromModule() takes 1 positional argument but {len(args) + 1} were given")
        if kws:
            raise TypeError(f"loadTestsFromModule() got an unexpected keyword argument '{min(kws)}'")
        members = [getattr(module, name) for name in dir(module)]
        tests = self.suiteClass([self.loadTestsFromTestCase(member) for member in members if _is_test_class(member)])
        load_tests = getattr(module, "load_tests", None)
        if load_tests is None:
            return tests
        try:
            return load_tests(self, tests, pattern)
        except Exception as e:
            return self._noted(self._failed(module.__name__, e, f"Failed to call load_tests:\n{traceback.format_exc()}"))

    def loadTestsFromName(self, name, module=None):
        parts = name.split(".")
        failed = None
        if module is None:
            tried = parts[:]
            while True:
                try:
                    module = __import__(".".join(tried))
                    break
                except ImportError:
                    failed = self._failed_import(tried.pop())
                    if not tried:
                        return self._noted(failed)
            parts = parts[1:]
        obj, parent = module, None
        for part in parts:
            try:
                parent, obj = obj, getattr(obj, part)
            except AttributeError as e:
                # Of a package the failed import says more.
                if getattr(obj, "__path__", None) is None or failed is None:
                    failed = self._failed(part, e, f"Failed to access attribute:\n{traceback.format_exc()}")
                return self._noted(failed)
        return self._tests_of(obj, parent, parts)

    def _tests_of(self, obj, parent, parts):
        if isinstance(obj, types.ModuleType):
            return self.loadTestsFromModule(obj)
        if _is_test_class(obj):
            return self.loadTestsFromTestCase(obj)
        if isinstance(obj, types.FunctionType) and isinstance(parent, type) and issubclass(parent, case.TestCase):
            test = parent(parts[-1])
            if not isinstance(getattr(test, parts[-1]), types.FunctionType):     # a static method makes tests itself
                return self.suiteClass([test])
        elif isinstance(obj, suite.TestSuite):
            return obj
        if not callable(obj):
            raise TypeError(f"don't know how to make test from: {obj}")
        test = obj()
        if isinstance(test, suite.TestSuite):
            return test
        if isinstance(test, case.TestCase):
            return self.suiteClass([test])
        raise TypeError(f"calling {obj} returned {test}, not a test")

    def loadTestsFromNames(self, names, module=None):
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])

    def getTestCaseNames(self, testCaseClass):
        def is_wanted(name):
            if not name.startswith(self.testMethodPrefix) or not callable(getattr(testCaseClass, name)):
                return False
            full = f"{util.strclass(testCaseClass)}.{name}"
            return self.testNamePatterns is None or any(fnmatchcase(full, pattern) for pattern in self.testNamePatterns)

        names = [name for name in dir(testCaseClass) if is_wanted(name)]
        if self.sortTestMethodsUsing:
            names.sort(key=functools.cmp_to_key(self.sortTestMethodsUsing))
        return names

    def discover(self, start_dir, pattern="test*.py", top_level_dir=None):
        """Tests of the modules below a folder. A compiled program has only the modules it was compiled with: the others are
        reported as tests that failed to import."""
        if top_level_dir is None:
            top_level_dir = start_dir if self._top_level_dir is None else self._top_level_dir
        top_level_dir = os.path.abspath(top_level_dir)
        start_dir = os.path.abspath(start_dir)
        if top_level_dir not in sys.path:
            sys.path.insert(0, top_level_dir)
        self._top_level_dir = top_level_dir
        if not os.path.isdir(start_dir) or start_dir != top_level_dir and not os.path.isfile(os.path.join(start_dir, "__init__.py")):
            raise ImportError(f"Start directory is not importable: {start_dir!r}")
        return self.suiteClass(list(self._find_tests(start_dir, pattern)))

    def _module_name(self, path):
        return os.path.splitext(os.path.relpath(path, self._top_level_dir))[0].replace(os.sep, ".")

    def _match_path(self, path, full_path, pattern):
        return fnmatch(path, pattern)

    def _find_tests(self, folder, pattern):
        for entry in sorted(os.listdir(folder)):
            path = os.path.join(folder, entry)
            if os.path.isfile(path):
                stem, extension = os.path.splitext(entry)
                if extension.lower() == ".py" and stem.isidentifier() and self._match_path(entry, path, pattern):
                    yield self._tests_of_module(self._module_name(path), pattern)[0]
            elif os.path.isfile(os.path.join(path, "__init__.py")):
                name = self._module_name(path)
                if name in self._loading_packages:
                    continue
                self._loading_packages.add(name)
                try:
                    tests, go_on = self._tests_of_module(name, pattern)
                    yield tests
                    if go_on:
                        yield from self._find_tests(path, pattern)
                finally:
                    self._loading_packages.discard(name)

    def _tests_of_module(self, name, pattern):
        """(tests, whether to look into the package, too)"""
        try:
            __import__(name)
            module = sys.modules[name]
        except case.SkipTest as e:
            @case.skip(str(e))
            def testSkipped(self):
                pass
            return self.suiteClass((type("ModuleSkipped", (case.TestCase,), {name: testSkipped})(name),)), False
        except:
            return self._noted(self._failed_import(name)), False
        return self.loadTestsFromModule(module, pattern=pattern), not hasattr(module, "load_tests")


defaultTestLoader = TestLoader()


def _loader(prefix, sort_using, suite_class=suite.TestSuite, patterns=None):
    loader = TestLoader()
    loader.sortTestMethodsUsing = sort_using
    loader.testMethodPrefix = prefix
    loader.testNamePatterns = patterns
    loader.suiteClass = suite_class
    return loader


def _deprecated(name, instead):
    warnings.warn(f"unittest.{name}() is deprecated and will be removed in Python 3.13. "
                  f"Please use unittest.TestLoader.{instead}() instead.", DeprecationWarning, stacklevel=3)


def getTestCaseNames(testCaseClass, prefix, sortUsing=util.three_way_cmp, testNamePatterns=None):
    _deprecated("getTestCaseNames", "getTestCaseNames")
    return _loader(prefix, sortUsing, patterns=testNamePatterns).getTestCaseNames(testCaseClass)


def makeSuite(testCaseClass, prefix="test", sortUsing=util.three_way_cmp, suiteClass=suite.TestSuite):
    _deprecated("makeSuite", "loadTestsFromTestCase")
    return _loader(prefix, sortUsing, suiteClass).loadTestsFromTestCase(testCaseClass)


def findTestCases(module, prefix="test", sortUsing=util.three_way_cmp, suiteClass=suite.TestSuite):
    _deprecated("findTestCases", "loadTestsFromModule")
    return _loader(prefix, sortUsing, suiteClass).loadTestsFromModule(module)
