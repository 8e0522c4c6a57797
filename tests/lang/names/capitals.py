# Locals named like macros of the C library, and constants that have no literal in C++.


def limits(INT_MAX, SIGINT=2):
    SIZE_MAX = INT_MAX + 1
    O_APPEND, BUFSIZ, _SC_OPEN_MAX = SIZE_MAX * 2, INT_MAX - 1, 7
    SYS_read = [RAND_MAX for RAND_MAX in range(SIGINT)]

    def inner():
        return SIZE_MAX, EDOM
    EDOM = 33
    return O_APPEND, BUFSIZ, _SC_OPEN_MAX, SYS_read, inner()


def infinite(x):
    low, high = -1e999, 1e999
    if x < low or x > high:
        return None
    return [low, -high, -(-1e400), {-1e999: "least"}, x - 1e999 == -1e999]


class Numbers:
    INT_MIN = -5

    def PATH_MAX(self, NAME_MAX):
        sched_priority = NAME_MAX + self.INT_MIN
        return sched_priority


print(limits(10))
print(infinite(3.5))
print(Numbers().PATH_MAX(3))
