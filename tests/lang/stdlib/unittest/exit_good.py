# test: args=-v T.test_good
import unittest


class T(unittest.TestCase):
    def test_bad(self):
        self.fail()

    def test_good(self):
        print("runs")


unittest.main()
