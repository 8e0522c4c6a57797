# test: stderr=none
import unittest


class T(unittest.TestCase):
    def test(self):
        print("runs")
        self.fail()


if __name__ == "__main__":
    unittest.main()
