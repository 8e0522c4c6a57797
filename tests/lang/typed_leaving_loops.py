"""break and continue of a loop around a region that can be left at stages."""

TOTAL = 0


def count(by=10):
    global TOTAL
    TOTAL += by
    return 2


def left(p, n):
    rounds = []
    for i in range(6, 0, -1):
        for j in range(n):
            k = count()
            j = (k + k) * (i if p else j)
            if all(x >= j for x in [2 ** 62, j]):
                break
            rounds.append((i, j))
        else:
            rounds.append("else")
    return rounds, i, j


def while_left(n):
    log = []
    while n > 0:
        n -= count(1)
        log.append(n)
        if n < 20:
            for k in range(n % 5):
                TABLE[k] = TABLE.get(k, 0) + n
            if n % 3 == 0:
                break
            continue
        log.append("big")
    return log


def jumps(rows):
    out = []
    for row in rows:
        count(3)
        if row:
            total = 0
            for x in row:
                total += x
                row[0] = total
            if total > 6:
                break
            if total < 0:
                continue
            out.append(total)
        out.append("end")
    else:
        out.append("no break")
    return out


TABLE = {}
print(left(False, 3), TOTAL)
print(left(True, 3), TOTAL)
print(while_left(31), while_left(30), while_left(9), TABLE, TOTAL)
print(jumps([[1, 2], [], [-3, 1], [4, 5], [1]]), jumps([[1], [2]]), jumps([]), TOTAL)
