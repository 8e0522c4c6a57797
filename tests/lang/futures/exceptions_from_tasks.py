# test: stderr=none
# Exceptions of tasks: raised again with the same object, chained, BaseExceptions too; tracebacks reach the task.
import traceback
from concurrent.futures import ThreadPoolExecutor, wait


class AppError(Exception):
    def __init__(self, code, *, hint=None):
        super().__init__(code)
        self.code, self.hint = code, hint


def failing(kind):
    if kind == "app":
        raise AppError(7, hint="try again")
    if kind == "chained":
        try:
            [].pop()
        except IndexError as e:
            raise AppError(8) from e
    if kind == "exit":
        raise SystemExit(3)
    if kind == "stop":
        raise StopIteration("value")
    if kind == "group":
        raise ExceptionGroup("many", [ValueError(1), KeyError("k")])
    return kind


with ThreadPoolExecutor(2) as pool:
    futures = {kind: pool.submit(failing, kind) for kind in ("app", "chained", "exit", "stop", "group", "fine")}
    wait(futures.values())
    for kind, f in futures.items():
        print(kind, repr(f.exception()))
    try:
        futures["app"].result()
    except AppError as e:
        print(e.code, e.hint, e is futures["app"].exception(), e.args)
        names = [frame.name for frame in traceback.extract_tb(e.__traceback__)]
        print(names[0], names[-1])
    try:
        futures["chained"].result()
    except AppError as e:
        print(repr(e.__cause__), e.__cause__ is e.__context__)
    try:
        futures["exit"].result()
    except SystemExit as e:
        print("exit", e.code)
    try:
        futures["group"].result()
    except* ValueError as group:
        print("values", group.exceptions)
    except* KeyError as group:
        print("keys", group.exceptions)
    # The pool lives on.
    print([pool.submit(failing, n).result() for n in "xyz"])
    for _ in range(2):
        try:
            futures["stop"].result()
        except StopIteration as e:
            print("stop", e.value)
    for bad in ((len,), (len, 1), (print, 1, {"sep": 2})):
        f = pool.submit(*bad) if len(bad) < 3 else pool.submit(bad[0], bad[1], **bad[2])
        print(type(f.exception()).__name__)
