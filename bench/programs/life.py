"""Conway's game of life on an unbounded plane: sets and dictionaries of tuples."""


def step(cells):
    counts = {}
    for x, y in cells:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    spot = (x + dx, y + dy)
                    counts[spot] = counts.get(spot, 0) + 1
    return {spot for spot, n in counts.items() if n == 3 or (n == 2 and spot in cells)}


cells = {(1, 0), (2, 0), (0, 1), (1, 1), (1, 2)}
for _ in range(900):
    cells = step(cells)
print(len(cells), min(cells), max(cells))
