"""Steps as large as ints are: nothing may overflow behind the last item."""
import sys

for x in ([1, 2, 3], (1, 2, 3), "abc", "\u20acb\U0001f600", b"abc", bytearray(b"abc"), range(3), memoryview(b"abc").tolist()):
    for step in (sys.maxsize, sys.maxsize - 1, -sys.maxsize, -sys.maxsize - 1, 2 ** 70, -2 ** 70):
        print(x[::step], x[1::step], x[2:0:step], x[-1::step])
values = [1, 2, 3, 4]
values[::sys.maxsize] = "x"
values[::-sys.maxsize] = "y"
del values[1::sys.maxsize]
print(values)


def own(step):
    a = [1, 2, 3]
    b = a[::step]
    return len(b), b[0]


print(own(sys.maxsize), own(-sys.maxsize), own(-sys.maxsize - 1), own(2))
