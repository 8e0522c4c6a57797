# test: stderr=full
# An uncaught group with nested groups, causes, notes and more members than are shown.
def fail(i):
    if i % 3 == 0:
        raise ValueError(f"value {i}")
    if i % 3 == 1:
        return [][i]
    try:
        return {}[i]
    except KeyError as e:
        raise RuntimeError(f"run {i}") from e


def collect(n):
    errors = []
    for i in range(n):
        try:
            fail(i)
        except Exception as e:
            e.add_note(f"note {i}") if i == 1 else None
            errors.append(e)
    return errors


try:
    raise ExceptionGroup("small", collect(3))
except* IndexError as eg:
    raise ExceptionGroup("outer", [ExceptionGroup("inner", collect(2)), OSError(2, "gone"), ExceptionGroup("many", [ValueError(i) for i in range(20)])]) from eg
