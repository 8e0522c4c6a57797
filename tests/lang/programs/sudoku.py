"""Sudoku by constraint propagation and search, with copies of dictionaries and generators."""
ROWS, COLUMNS = "ABCDEFGHI", "123456789"
SQUARES = [r + c for r in ROWS for c in COLUMNS]
UNITS_LIST = ([[r + c for r in ROWS] for c in COLUMNS] + [[r + c for c in COLUMNS] for r in ROWS]
              + [[r + c for r in rs for c in cs] for rs in ("ABC", "DEF", "GHI") for cs in ("123", "456", "789")])
UNITS = {s: [u for u in UNITS_LIST if s in u] for s in SQUARES}
PEERS = {s: set(sum(UNITS[s], [])) - {s} for s in SQUARES}
steps = 0


def parse(grid):
    values = {s: COLUMNS for s in SQUARES}
    for square, digit in zip(SQUARES, grid):
        if digit in COLUMNS and not assign(values, square, digit):
            return False
    return values


def assign(values, square, digit):
    return all(eliminate(values, square, other) for other in values[square].replace(digit, ""))


def eliminate(values, square, digit):
    global steps
    steps += 1
    if digit not in values[square]:
        return True
    values[square] = values[square].replace(digit, "")
    if not values[square]:
        return False
    if len(values[square]) == 1:
        if not all(eliminate(values, peer, values[square]) for peer in PEERS[square]):
            return False
    for unit in UNITS[square]:
        places = [s for s in unit if digit in values[s]]
        if not places or (len(places) == 1 and not assign(values, places[0], digit)):
            return False
    return True


def search(values):
    if values is False:
        return False
    if all(len(v) == 1 for v in values.values()):
        return values
    _, square = min((len(values[s]), s) for s in SQUARES if len(values[s]) > 1)
    for digit in values[square]:
        found = search(assign(copy := values.copy(), square, digit) and copy)
        if found:
            return found
    return False


def show(values):
    if not values:
        return "no solution"
    text = "".join(values[s] for s in SQUARES)
    return "\n".join(text[i:i + 9] for i in range(0, 81, 9))


for grid in ("003020600900305001001806400008102900700000008006708200002609500800203009005010300",
             "4.....8.5.3..........7......2.....6.....8.4......1.......6.3.7.5..2.....1.4......",
             "11" + "." * 79):
    print(show(search(parse(grid))))
    print(steps)
