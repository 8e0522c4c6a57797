"""Backtracking with sets and generators."""


def solve(n, row=0, columns=frozenset(), down=frozenset(), up=frozenset()):
    if row == n:
        yield ()
        return
    for column in range(n):
        if column not in columns and row - column not in down and row + column not in up:
            for rest in solve(n, row + 1, columns | {column}, down | {row - column}, up | {row + column}):
                yield (column,) + rest


solutions = list(solve(11))
print(len(solutions), solutions[0], solutions[-1])
