# In which order what belongs to tests, classes and the module is set up and torn down, also when some of it fails.
import contextlib
import io
import re
import sys
import unittest

log = []
broken = set()


def note(what):
    log.append(what)
    if what in broken:
        raise RuntimeError(what)


def setUpModule():
    note("setUpModule")
    unittest.addModuleCleanup(note, "module cleanup")


def tearDownModule():
    note("tearDownModule")


class Base(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.addClassCleanup(note, f"{cls.__name__} cleanup")
        note(f"{cls.__name__}.setUpClass")

    @classmethod
    def tearDownClass(cls):
        note(f"{cls.__name__}.tearDownClass")

    def setUp(self):
        self.addCleanup(note, "cleanup 1")
        self.addCleanup(note, "cleanup 2")
        note("setUp")

    def tearDown(self):
        note("tearDown")


class A(Base):
    def test_1(self):
        note("A.test_1")

    def test_2(self):
        note("A.test_2")


class B(Base):
    def test_1(self):
        note("B.test_1")


@contextlib.contextmanager
def held(name):
    note(f"enter {name}")
    yield name
    note(f"exit {name}")


class C(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.enterClassContext(held("class"))

    def test(self):
        print(self.enterContext(held("test")))
        with self.assertRaises(TypeError) as cm:
            self.enterContext(3)
        print(cm.exception)


class SkippedInSetUp(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        raise unittest.SkipTest("class not here")

    def test(self):
        note("never")


def run(*what, classes=(A, B)):
    broken.clear()
    broken.update(what)
    log.clear()
    stream = io.StringIO()
    suite = unittest.TestSuite(map(unittest.defaultTestLoader.loadTestsFromTestCase, classes))
    result = unittest.TextTestRunner(stream, verbosity=2).run(suite)
    print("broken:", *what)
    print(log)
    print(re.sub(r"in \d+\.\d+s", "in TIME", stream.getvalue()).replace(__file__, "FILE").replace('"fixtures.py"', '"FILE"'))


run()
for place in ("setUpModule", "A.setUpClass", "setUp", "A.test_1", "tearDown", "cleanup 1", "A.tearDownClass", "A cleanup", "module cleanup", "tearDownModule"):
    run(place)
run("setUp", "cleanup 1", "cleanup 2")
run("A.test_1", "tearDown", "cleanup 2")
run("setUpModule", "module cleanup")
run("A.setUpClass", "A cleanup")
run(classes=(C, SkippedInSetUp))


class Interrupted(unittest.TestCase):
    def test(self):
        raise KeyboardInterrupt


try:
    run(classes=(Interrupted,))
except KeyboardInterrupt:
    print("interrupted", sys.exc_info()[0])
