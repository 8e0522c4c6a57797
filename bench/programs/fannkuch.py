"""Pancake flips over all permutations: list slicing and reversal."""


def fannkuch(n):
    count = list(range(1, n + 1))
    perm1 = list(range(n))
    r, most, checksum, sign = n, 0, 0, 1
    while True:
        if perm1[0]:
            perm = perm1[:]
            flips = 0
            k = perm[0]
            while k:
                perm[:k + 1] = perm[k::-1]
                flips += 1
                k = perm[0]
            most = max(most, flips)
            checksum += sign * flips
        if sign > 0:
            perm1[0], perm1[1] = perm1[1], perm1[0]
            sign = -1
        else:
            perm1[1], perm1[2] = perm1[2], perm1[1]
            sign = 1
            for i in range(2, n):
                if count[i] != 1:
                    count[i] -= 1
                    break
                count[i] = i + 1
                if i == n - 1:
                    return checksum, most
                first = perm1.pop(0)
                perm1.insert(i + 1, first)


print(fannkuch(9))
