# Every way to assign to and to delete extended slices of a bytearray, compared with a list.
import sys

bounds = (None, 0, 1, 3, 8, 12, 1 << 70, sys.maxsize, -1, -2, -7, -30, -sys.maxsize)
wrong = 0
for start in bounds:
    for stop in bounds:
        for step in (1, 2, 3, 300, sys.maxsize, 1 << 70, -1, -2, -5, -sys.maxsize):
            items, array = list(range(10)), bytearray(range(10))
            data = items[start:stop:step]
            data.reverse()
            items[start:stop:step] = data
            array[start:stop:step] = data
            wrong += array != bytearray(items)
            del items[start:stop:step]
            del array[start:stop:step]
            wrong += array != bytearray(items)
print(wrong)


def change(key, value):
    array = bytearray(range(10))
    try:
        array[key] = value
        print(array)
    except ValueError as e:
        print(e)


change(slice(1, -1, 2), b"")           # an empty value deletes
change(slice(8, 2, 3), b"")
change(slice(8, 2, 3), b"ab")
change(slice(8, 2), b"ab")
change(slice(2, 8, -1), b"ab")
change(slice(2, 8, sys.maxsize), b"x")
array = bytearray(range(10))
with memoryview(array):
    for change in (lambda: array.__setitem__(slice(1, -1, 2), b""), lambda: array.__delitem__(slice(None, None, -2))):
        try:
            change()
        except BufferError as e:
            print(e, len(array))
