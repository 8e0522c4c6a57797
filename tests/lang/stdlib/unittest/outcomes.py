# What the runner prints, at each verbosity, for tests that end in every way.
import io
import re
import sys
import unittest


def fail_deeper(test):
    test.assertEqual({"a": [1, 2]}, {"a": [1, 3]})


class Kinds(unittest.TestCase):
    def test_passes(self):
        """The first line.

        And more."""

    def test_fails(self):
        fail_deeper(self)

    def test_raises(self):
        """Raises
        """
        {}["missing"]

    def test_chained(self):
        try:
            int("x")
        except ValueError as e:
            raise RuntimeError("while reading") from e

    def test_fails_in_handler(self):
        try:
            [][1]
        except IndexError:
            self.fail("no item")

    def test_subtests(self):
        """Subtests"""
        for i in range(3):
            with self.subTest("number", i=i):
                with self.subTest(square=i * i):
                    self.assertNotEqual(i, 1)
                if i == 2:
                    raise ValueError(i)

    def test_subtest_skips(self):
        with self.subTest():
            self.skipTest("a part")
        with self.subTest("x"):
            pass

    @unittest.skip("not today")
    def test_skipped(self):
        self.fail()

    @unittest.skipIf(True, "condition")
    def test_skip_if(self):
        self.fail()

    @unittest.skipUnless(True, "condition")
    def test_skip_unless(self):
        pass

    def test_skip_inside(self):
        raise unittest.SkipTest("raised")

    @unittest.expectedFailure
    def test_expected(self):
        self.assertTrue(False)

    @unittest.expectedFailure
    def test_expected_in_subtest(self):
        with self.subTest():
            self.fail("once")
        print("never printed")

    @unittest.expectedFailure
    def test_unexpected(self):
        """Ought to fail"""

    def test_not_raised(self):
        with self.assertRaises((KeyError, ValueError)):
            pass

    def test_wrong_exception(self):
        with self.assertRaises(KeyError):
            int("y")

    def test_prints(self):
        print("to stdout")
        print("to stderr", file=sys.stderr, end="")
        self.fail("printed")

    def test_group(self):
        raise ExceptionGroup("several", [ValueError(1), KeyError(2)])


@unittest.skip("whole class")
class Skipped(unittest.TestCase):
    def test_one(self):
        pass


def run(*classes, **options):
    stream = io.StringIO()
    suite = unittest.TestSuite(unittest.defaultTestLoader.loadTestsFromTestCase(cls) for cls in classes)
    saved, sys.stderr = sys.stderr, sys.stdout
    result = unittest.TextTestRunner(stream, **options).run(suite)
    sys.stderr = saved
    print(re.sub(r"in \d+\.\d+s", "in TIME", stream.getvalue()).replace(__file__, "FILE").replace('"outcomes.py"', '"FILE"'))
    print(result, result.wasSuccessful(), len(result.skipped), result.testsRun, suite.countTestCases())


for verbosity in (0, 1, 2):
    run(Kinds, Skipped, verbosity=verbosity, buffer=verbosity == 2)
run(Kinds, failfast=True)
run(Kinds, descriptions=False, verbosity=2, failfast=True)
run(Skipped)
run()


class Letters(unittest.TextTestResult):
    def addSuccess(self, test):
        super().addSuccess(test)
        self.stream.write("<good>")


run(Skipped, resultclass=Letters)
result = unittest.TestResult()
Kinds("test_passes").run(result)
Kinds("test_fails")(result)
print(result, [str(test) for test, _ in result.failures], Kinds("test_fails"), repr(Kinds("test_fails")), Kinds("test_fails").id())
print(Kinds("test_passes").shortDescription(), Kinds("test_fails").shortDescription(), Kinds("test_fails") == Kinds("test_fails"), len({Kinds("test_fails"), Kinds("test_fails")}))
try:
    Kinds("test_none")
except ValueError as e:
    print(e)
try:
    Kinds("test_fails").debug()
except AssertionError as e:
    print(type(e))


def function():
    """A function's line."""
    print("function runs")


case = unittest.FunctionTestCase(function, setUp=lambda: print("before"), tearDown=lambda: print("after"))
print(case, case.id(), case.shortDescription(), case == unittest.FunctionTestCase(function))
case.run()
