"""unittest.main(): a module as a program that runs its tests."""
import argparse
import os
import sys
import warnings

from unittest import loader, runner
from unittest.signals import installHandler

__unittest = True

_MODULE_EXAMPLES = """\
Examples:
  {prog}                           - run default set of tests
  {prog} MyTestSuite               - run suite 'MyTestSuite'
  {prog} MyTestCase.testSomething  - run MyTestCase.testSomething
  {prog} MyTestCase                - run all 'test*' test methods
                                       in MyTestCase
"""
_EXAMPLES = """\
Examples:
  {prog} test_module               - run tests from test_module
  {prog} module.TestClass          - run tests from module.TestClass
  {prog} module.Class.test_method  - run specified test method
  {prog} path/to/test_file.py      - run tests from test_file.py
"""


def _module_of(name):
    """'path/test_file.py' as the name of a module; other names as they are."""
    if not (os.path.isfile(name) and name.lower().endswith(".py")):
        return name
    if os.path.isabs(name):
        relative = os.path.relpath(name, os.getcwd())
        if os.path.isabs(relative) or relative.startswith(os.pardir):
            return name
        name = relative
    return os.path.normpath(name)[:-3].replace("\\", ".").replace("/", ".")


def _select_pattern(pattern):
    return pattern if "*" in pattern else f"*{pattern}*"


class TestProgram:
    module = None
    verbosity = 1
    failfast = catchbreak = buffer = progName = warnings = testNamePatterns = None
    _discovery_parser = None

    def __init__(self, module="__main__", defaultTest=None, argv=None, testRunner=None,
                 testLoader=loader.defaultTestLoader, exit=True, verbosity=1, failfast=None, catchbreak=None, buffer=None,
                 warnings=None, *, tb_locals=False):
        if isinstance(module, str):
            __import__(module)
            module = sys.modules[module]
        self.module = module
        argv = sys.argv if argv is None else argv
        self.exit = exit
        self.failfast = failfast
        self.catchbreak = catchbreak
        self.verbosity = verbosity
        self.buffer = buffer
        self.tb_locals = tb_locals
        self.warnings = "default" if warnings is None and not sys.warnoptions else warnings
        self.defaultTest = defaultTest
        self.testRunner = testRunner
        self.testLoader = testLoader
        self.progName = os.path.basename(argv[0])
        self.parseArgs(argv)
        self.runTests()

    def usageExit(self, msg=None):
        warnings.warn("TestProgram.usageExit() is deprecated and will be removed in Python 3.13", DeprecationWarning)
        if msg:
            print(msg)
        if self._discovery_parser is None:
            self._make_parsers()
        self._print_help()
        sys.exit(2)

    def _print_help(self, *args, **kwargs):
        print(self._main_parser.format_help())
        print((_EXAMPLES if self.module is None else _MODULE_EXAMPLES).format(prog=self.progName))
        if self.module is None:
            self._discovery_parser.print_help()

    def parseArgs(self, argv):
        self._make_parsers()
        if self.module is None and len(argv) > 1 and argv[1].lower() == "discover":
            self._do_discovery(argv[2:])
            return
        self._main_parser.parse_args(argv[1:], self)
        if self.tests:
            self.testNames = [_module_of(name) for name in self.tests]
        elif self.module is None:
            self._do_discovery([])
            return
        elif self.defaultTest is None:
            self.testNames = None
        else:
            self.testNames = (self.defaultTest,) if isinstance(self.defaultTest, str) else list(self.defaultTest)
        self.createTests()

    def createTests(self, from_discovery=False, Loader=None):
        if self.testNamePatterns:
            self.testLoader.testNamePatterns = self.testNamePatterns
        if from_discovery:
            finder = self.testLoader if Loader is None else Loader()
            self.test = finder.discover(self.start, self.pattern, self.top)
        elif self.testNames is None:
            self.test = self.testLoader.loadTestsFromModule(self.module)
        else:
            self.test = self.testLoader.loadTestsFromNames(self.testNames, self.module)

    def _make_parsers(self):
        options = self._options()
        self._main_parser = argparse.ArgumentParser(parents=[options])
        self._main_parser.prog = self.progName
        self._main_parser.print_help = self._print_help
        self._main_parser.add_argument("tests", nargs="*", help="a list of any number of test modules, classes and test methods.")
        finding = self._discovery_parser = argparse.ArgumentParser(parents=[options])
        finding.prog = f"{self.progName} discover"
        finding.epilog = ("For test discovery all test modules must be importable from the top level directory of the "
                          "project.")
        finding.add_argument("-s", "--start-directory", dest="start", help="Directory to start discovery ('.' default)")
        finding.add_argument("-p", "--pattern", dest="pattern", help="Pattern to match tests ('test*.py' default)")
        finding.add_argument("-t", "--top-level-directory", dest="top",
                             help="Top level directory of project (defaults to start directory)")
        for name in ("start", "pattern", "top"):
            finding.add_argument(name, nargs="?", default=argparse.SUPPRESS, help=argparse.SUPPRESS)

    # What main() was told by the program is no option.
    def _options(self):
        parser = argparse.ArgumentParser(add_help=False)
        parser.add_argument("-v", "--verbose", dest="verbosity", action="store_const", const=2, help="Verbose output")
        parser.add_argument("-q", "--quiet", dest="verbosity", action="store_const", const=0, help="Quiet output")
        parser.add_argument("--locals", dest="tb_locals", action="store_true", help="Show local variables in tracebacks")
        for name, options, text in (("failfast", ("-f", "--failfast"), "Stop on first fail or error"),
                                    ("catchbreak", ("-c", "--catch"), "Catch Ctrl-C and display results so far"),
                                    ("buffer", ("-b", "--buffer"), "Buffer stdout and stderr during tests")):
            if getattr(self, name) is None:
                parser.add_argument(*options, dest=name, action="store_true", help=text)
                setattr(self, name, False)
        if self.testNamePatterns is None:
            parser.add_argument("-k", dest="testNamePatterns", action="append", type=_select_pattern,
                                help="Only run tests which match the given substring")
            self.testNamePatterns = []
        return parser

    def _do_discovery(self, argv, Loader=None):
        self.start, self.pattern, self.top = ".", "test*.py", None
        if self._discovery_parser is None:
            self._make_parsers()
        self._discovery_parser.parse_args(argv, self)
        self.createTests(from_discovery=True, Loader=Loader)

    def runTests(self):
        if self.catchbreak:
            installHandler()
        made = runner.TextTestRunner if self.testRunner is None else self.testRunner
        if isinstance(made, type):
            made = self._make_runner(made)
        self.result = made.run(self.test)
        if self.exit:
            sys.exit(not self.result.wasSuccessful())

    # Runners of others may know fewer arguments.
    def _make_runner(self, cls):
        arguments = dict(verbosity=self.verbosity, failfast=self.failfast, buffer=self.buffer, warnings=self.warnings)
        for more in ({**arguments, "tb_locals": self.tb_locals}, arguments):
            try:
                return cls(**more)
            except TypeError:
                pass
        return cls()


main = TestProgram
