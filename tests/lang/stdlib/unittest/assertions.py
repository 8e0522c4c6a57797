# The message of every assertion when it fails, with and without a message of one's own.
import logging
import unittest
import warnings


class T(unittest.TestCase):
    def runTest(self):
        pass


class Odd:
    def __repr__(self):
        raise RuntimeError("no repr")


class Mine(list):
    pass


def warn(text, kind=UserWarning):
    warnings.warn(text, kind)


t = T()


def say(name, *args, **kwargs):
    try:
        result = getattr(t, name)(*args, **kwargs)
        print(name, "passed", result is None)
    except BaseException as e:
        text = str(e)
        print(name, type(e).__name__, "<odd>" if "object at" in text else text)


for msg in (None, "mine"):
    for longer in (True, False):
        t.longMessage = longer
        say("assertTrue", [], msg)
        say("assertEqual", 1, 2, msg=msg)
        say("assertEqual", [1], [2], msg)
t.longMessage = True
say("fail"); say("fail", "why"); say("assertFalse", {1}); say("assertTrue", 0, "a")
say("assertIs", [], []); say("assertIsNot", None, None); say("assertIsNone", 0); say("assertIsNotNone", None)
say("assertIsInstance", 1, str); say("assertIsInstance", 1, (str, list)); say("assertNotIsInstance", 1, int)
say("assertIn", 1, [2]); say("assertNotIn", "a", "abc"); say("assertNotEqual", 1, 1.0)
say("assertLess", 2, 1); say("assertLessEqual", 2, 1); say("assertGreater", 1, 1); say("assertGreaterEqual", 1, 2)
say("assertAlmostEqual", 1, 1.1); say("assertAlmostEqual", 1, 1.1, places=2); say("assertAlmostEqual", 1, 2, delta=0.5); say("assertAlmostEqual", 1, 1.00000001)
say("assertAlmostEqual", 1, 2, 3, delta=4); say("assertNotAlmostEqual", 1, 1.00000001); say("assertNotAlmostEqual", 1, 1.1, delta=1); say("assertNotAlmostEqual", 1, 1.1)
say("assertAlmostEqual", 1 + 2j, 1 + 2.5j, msg="complex")
say("assertRegex", "abc", "x+"); say("assertRegex", "abc", "b"); say("assertNotRegex", "abc", "b."); say("assertRegex", b"abc", b"x"); say("assertRegex", "a", "")
say("assertEqual", Odd(), 1); say("assertEqual", "a" * 100 + "x", "a" * 100 + "y"); say("assertEqual", 10 ** 100, 10 ** 100 + 1)
say("assertEqual", "x" * 120 + "1" + "z" * 50, "x" * 120 + "2" + "w" * 60)
say("assertEqual", (1, 2, 3), (1, 2)); say("assertEqual", [1], [1, 2]); say("assertEqual", [1, [2, 3]], [1, [2, 4]]); say("assertEqual", [], [1])
say("assertEqual", {1, 2}, {2, 3}); say("assertEqual", frozenset("a"), frozenset("b")); say("assertEqual", {"a": 1, "b": 2}, {"a": 1, "c": 3})
say("assertEqual", "one\ntwo\nthree\n", "one\n2\nthree\nfour"); say("assertEqual", "abc", "abd"); say("assertMultiLineEqual", 1, "a"); say("assertMultiLineEqual", "", "a\n")
say("assertEqual", [1, 2], (1, 2)); say("assertEqual", Mine([1]), [2]); say("assertEqual", list(range(300)), list(range(1, 301)))
t.maxDiff = None
say("assertEqual", list(range(200)), list(range(1, 201)))
say("assertSequenceEqual", [1, 2], (1, 2)); say("assertSequenceEqual", [1, 2], (1, 3)); say("assertSequenceEqual", 1, [1]); say("assertSequenceEqual", [1], 1)
say("assertSequenceEqual", [1], (1,), seq_type=list); say("assertListEqual", (1,), [1]); say("assertTupleEqual", (1, (2, 3)), (1, (2, 5)), "own"); say("assertSequenceEqual", {1: 2}, {3: 4})
say("assertSetEqual", {1}, [1]); say("assertSetEqual", [1], {1}); say("assertSetEqual", {1}, 5); say("assertSetEqual", {1}, {1})
say("assertDictEqual", [], {}); say("assertDictEqual", {}, []); say("assertDictEqual", {1: [2] * 40}, {1: [3] * 40})
say("assertCountEqual", [1, 2, 2], [2, 1, 1]); say("assertCountEqual", [[1], [2]], [[2], [2], [3]]); say("assertCountEqual", "ab", "ba"); say("assertCountEqual", iter("abc"), "ab", "own")
say("assertRaises", ValueError, int, "x"); say("assertRaises", ValueError, int, "1"); say("assertRaises", (ValueError, KeyError), int, 1); say("assertRaises", ValueError, lambda: {}[1])
say("assertRaises", 3, int); say("assertRaises", ValueError, wrong=1); say("assertRaises", ValueError); say("assertRaisesRegex", ValueError, "inv.*x", int, "x"); say("assertRaisesRegex", ValueError, "zz", int, "x")
say("assertWarns", UserWarning, warn, "a"); say("assertWarns", DeprecationWarning, lambda: None); say("assertWarns", int, warn); say("assertWarnsRegex", UserWarning, "z", warn, "a")
say("assertWarnsRegex", UserWarning, "a", warn, "bab"); say("assertDictEqual", {"a": 1}, {"a": 1})

with t.assertRaises(ZeroDivisionError) as cm:
    1 // 0
print(repr(cm.exception), cm.exception.__traceback__, cm.expected)
for context in (lambda: t.assertRaises(ValueError, msg="own"), lambda: t.assertRaisesRegex((ValueError, KeyError), "a"), lambda: t.assertWarns(UserWarning, msg="own"),
                lambda: t.assertLogs("x"), lambda: t.assertLogs("x", "ERROR"), lambda: t.assertNoLogs()):
    try:
        with context() as cm:
            pass
        print("passed", cm)
    except AssertionError as e:
        print(e)
with t.assertWarns(DeprecationWarning) as cm:
    warn("old", DeprecationWarning)
print(cm.warning, cm.lineno, len(cm.warnings))
with t.assertLogs("a", level="INFO") as cm:
    logging.getLogger("a").info("hello %s", "you")
    logging.getLogger("a.b").error("child")
    logging.getLogger("a").debug("quiet")
print(cm.output, [r.levelno for r in cm.records], logging.getLogger("a").handlers)
try:
    with t.assertNoLogs("a"):
        logging.getLogger("a").warning("seen")
except AssertionError as e:
    print(e)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    say("assertEquals", 1, 1); say("assertDictContainsSubset", {"a": 1, "b": 2, "z": 0}, {"a": 1, "b": 3}); say("assert_", 1); say("assertRegexpMatches", "a", "a")
print([str(w.message) for w in caught])


class Point:
    def __init__(self, x):
        self.x = x

    def __eq__(self, other):
        return self.x == other.x


def compare(first, second, msg=None):
    if first != second:
        raise t.failureException(f"{first.x} is not {second.x} ({msg})")


t.addTypeEqualityFunc(Point, compare)
say("assertEqual", Point(1), Point(2), "points"); say("assertEqual", Point(1), Point(1))
t.failureException = KeyError
say("assertTrue", False); say("assertEqual", 1, 2)
