# Sudoku by constraint propagation and search, checked, with counts.
def cross(a, b):
    return [x + y for x in a for y in b]


digits, rows, cols = "123456789", "ABCDEFGHI", "123456789"
squares = cross(rows, cols)
unitlist = [cross(rows, c) for c in cols] + [cross(r, cols) for r in rows] + [cross(rs, cs) for rs in ("ABC", "DEF", "GHI") for cs in ("123", "456", "789")]
units = {s: [u for u in unitlist if s in u] for s in squares}
peers = {s: set(sum(units[s], [])) - {s} for s in squares}
steps = 0


def parse(grid):
    values = {s: digits for s in squares}
    for s, d in zip(squares, grid):
        if d in digits and not assign(values, s, d):
            return False
    return values


def assign(values, s, d):
    if all(eliminate(values, s, d2) for d2 in values[s].replace(d, "")):
        return values
    return False


def eliminate(values, s, d):
    if d not in values[s]:
        return values
    values[s] = values[s].replace(d, "")
    if not values[s]:
        return False
    if len(values[s]) == 1:
        if not all(eliminate(values, s2, values[s]) for s2 in peers[s]):
            return False
    for u in units[s]:
        places = [s2 for s2 in u if d in values[s2]]
        if not places:
            return False
        if len(places) == 1 and not assign(values, places[0], d):
            return False
    return values


def search(values):
    global steps
    steps += 1
    if values is False:
        return False
    if all(len(values[s]) == 1 for s in squares):
        return values
    _, s = min((len(values[s]), s) for s in squares if len(values[s]) > 1)
    for d in values[s]:
        if found := search(assign(values.copy(), s, d)):
            return found
    return False


def show(values):
    for r in rows:
        print("".join(values[r + c] + ("|" if c in "36" else " ") for c in cols).rstrip())
        if r in "CF":
            print("-----+-----+-----")


assert len(squares) == 81 and len(unitlist) == 27 and all(len(peers[s]) == 20 for s in squares)
for grid in ("003020600900305001001806400008102900700000008006708200002609500800203009005010300",
             "4.....8.5.3..........7......2.....6.....8.4......1.......6.3.7.5..2.....1.4......",
             "11" + "." * 79):
    steps = 0
    answer = search(parse(grid))
    if answer:
        show(answer)
        print(all(sorted(answer[s] for s in u) == list(digits) for u in unitlist), all(g in ".0" or answer[s] == g for s, g in zip(squares, grid)))
    else:
        print("no solution", answer)
    print("steps", steps)
