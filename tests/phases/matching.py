def act(command):
    match command:
        case ["go", ("north" | "south") as where, *rest] if rest:
            return where
        case {"op": op, **others}:
            return op, others
        case Point(0, y=y) | Point(y, y=0):
            return y
        case Color.RED | -1 | None:
            return 1
        case [first, *_, last]:
            return first, last
        case _:
            return 0
