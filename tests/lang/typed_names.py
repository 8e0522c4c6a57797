"""Variables that are called what emitted code calls things of its own."""

def f(stage, typed, n):
    levels = 0
    not_done = 1
    for i in range(n):
        levels += typed + stage
        not_done += i
    return levels + not_done


class A:
    def __init__(self, attempt):
        self.a = attempt

    def g(self, n):
        stage = 0
        leave = 0
        give_up = 0
        for decref in range(n):
            stage += decref
            self.a += stage
            leave += 1
            give_up += leave
        return stage, self.a, leave, give_up


def rec(levels, levels_here):
    return levels if levels < 2 else rec(levels - 1, levels_here) + rec(levels - 2, levels_here)


print(f(1, 2, 10), A(3).g(10), rec(20, 1))


def g(xs, a0, stop_1, x, x_bound, x_argument, element_1, n):
    total = 0
    for t_1 in range(n):
        total += a0 + stop_1 + x_bound
        if t_1 > 3:
            x = 5
    for element_1 in xs:
        total += element_1
        if total > 4:
            x_bound += 1
    return total, x, x_argument, element_1, x_bound


print(g([1, 2, 3], 1, 2, 3, 4, 5, 6, 7))
