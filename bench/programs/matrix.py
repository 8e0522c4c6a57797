"""Matrix product over lists of lists."""


def multiply(a, b):
    columns = list(zip(*b))
    return [[sum(x * y for x, y in zip(row, column)) for column in columns] for row in a]


n = 180
a = [[(i * j) % 7 + 0.5 for j in range(n)] for i in range(n)]
b = [[(i + j) % 5 - 1.5 for j in range(n)] for i in range(n)]
c = multiply(a, multiply(a, b))
print("%.3f %.3f" % (sum(map(sum, c)), c[3][4]))
