# Finding tests by class, module, name and pattern, and the options of main().
import io
import re
import sys
import types
import unittest


class First(unittest.TestCase):
    def test_b(self):
        pass

    def test_a(self):
        self.assertEqual(1, 2)

    def check_c(self):
        pass

    test_no_method = 3

    @staticmethod
    def build_suite():
        return unittest.TestSuite([First("test_b")])


class Second(unittest.TestCase):
    def runTest(self):
        print("runTest runs")


class Third(First):
    test_a = None

    def test_c(self):
        """Third's own"""


def make():
    return First("test_b")


def make_wrong():
    return 3


def load_tests(loader, tests, pattern):
    print("load_tests", type(loader).__name__, tests.countTestCases(), pattern)
    return tests


this = sys.modules[__name__]
loader = unittest.TestLoader()


def names(suite):
    return [names(test) if isinstance(test, unittest.TestSuite) else test.id() for test in suite]


print(loader.getTestCaseNames(First), loader.getTestCaseNames(Third), loader.getTestCaseNames(unittest.TestCase))
for cls in (First, Second, Third, unittest.TestCase):
    print(names(loader.loadTestsFromTestCase(cls)))
del cls
print(names(loader.loadTestsFromModule(this)), names(loader.loadTestsFromModule(this, pattern="p*")))
for name in ("First", "First.test_b", "Third.test_b", "make", "First.build_suite", "Second"):
    print(name, names(loader.loadTestsFromName(name, this)))
print(names(loader.loadTestsFromNames(["First.test_a", "Second"], this)), names(loader.loadTestsFromName("__main__.First")))
for name in ("make_wrong", "names", "loader"):
    try:
        print(loader.loadTestsFromName(name, this))
    except TypeError as e:
        print(re.sub(" at 0x[0-9a-f]+", "", str(e)))
for name in ("missing", "First.missing"):
    suite = loader.loadTestsFromName(name, this)
    print(names(suite), loader.errors[-1].splitlines()[-1])
    result = suite.run(unittest.TestResult())
    print(result.errors[0][1].splitlines()[-1])
loader.loadTestsFromName("no_such_module_at_all.T")
print(loader.errors[-1].splitlines()[0], loader.errors[-1].splitlines()[-1])
loader.testMethodPrefix = "check"
print(loader.getTestCaseNames(First))
loader.testMethodPrefix = "test"
loader.sortTestMethodsUsing = lambda x, y: (x < y) - (x > y)
print(loader.getTestCaseNames(Third))
loader.testNamePatterns = ["*b", "*Third*"]
print(loader.getTestCaseNames(First), loader.getTestCaseNames(Third))

module = types.ModuleType("broken")
module.load_tests = lambda loader, tests, pattern: 1 // 0
suite = loader.loadTestsFromModule(module)
print(names(suite), loader.errors[-1].splitlines()[-1])

suite = unittest.TestSuite()
suite.addTest(First("test_b"))
suite.addTests([Second(), First("test_b")])
print(suite.countTestCases(), suite == unittest.TestSuite([First("test_b"), Second(), First("test_b")]), suite, list(suite)[1])
for wrong in (3, First, unittest.TestSuite):
    try:
        suite.addTest(wrong)
    except TypeError as e:
        print(e)
try:
    suite.addTests("abc")
except TypeError as e:
    print(e)
try:
    loader.loadTestsFromTestCase(unittest.TestSuite)
except TypeError as e:
    print(e)


def main(*arguments, **options):
    print("main", *arguments, *options)
    saved, sys.stderr = sys.stderr, io.StringIO()
    try:
        program = unittest.main(argv=["prog", *arguments], exit=False, testLoader=unittest.TestLoader(), **options)
        print(program.result)
    except SystemExit as e:
        print("exit", e.code)
    text, sys.stderr = sys.stderr.getvalue(), saved
    print(re.sub(r"in \d+\.\d+s", "in TIME", text).replace(__file__, "FILE").replace('"loading.py"', '"FILE"'))


main()
main("-v")
main("-q")
main("-f", "-v", "First")
main("-k", "_b", "-v")
main("-k", "Second", "-k", "F*a", "-v")
main("-b", "First.test_a")
main("Third.test_c", "--verbose")
main("Nothing")
main("--unknown")
main("-h")
main(defaultTest="Second", verbosity=2)
main(defaultTest=["Second", "Third"], failfast=True)
main("-h", failfast=True, buffer=False)
