for f in (lambda: "a".replace(None, "b"), lambda: "a".replace("b", None), lambda: "a".replace(1, "b"), lambda: "a".split(None), lambda: "a".partition(None), lambda: "a".replace("a", "b", None), lambda: "a".encode(None), lambda: "a".encode("utf-8", None), lambda: "a".encode(1),
          lambda: "a".startswith(None), lambda: "a".find(None), lambda: "a".join(None), lambda: "a".zfill(None), lambda: "a".ljust(3, None), lambda: "a".split(sep=1), lambda: "a".split(maxsplit=None), lambda: "a".expandtabs(tabsize=None), lambda: "a".removeprefix(None), lambda: b"a".replace(None, b""), lambda: b"".join(None), lambda: b"a".decode(None), lambda: int("1", None), lambda: int(None), lambda: "a" * None, lambda: dict(None), lambda: sum(None), lambda: min(None), lambda: [1].extend(None), lambda: set(None), lambda: {}.update(None)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

import datetime, heapq, io, struct, time
for f in (lambda: format(1, None), lambda: (1).__format__(None), lambda: (1.5).__format__(None), lambda: object().__format__(None), lambda: (1j).__format__(None), lambda: (1).to_bytes(1, None),
          lambda: heapq.heappush(None, 1), lambda: heapq.heapify(None), lambda: io.StringIO().write(None), lambda: open("x", None), lambda: struct.Struct(None),
          lambda: type(None, (), {}), lambda: type("a", None, {}), lambda: type("a", (), None), lambda: time.strftime(None), lambda: datetime.datetime.now().strftime(None), lambda: datetime.datetime.combine(None, None), lambda: datetime.date.today().__format__(None),
          lambda: ExceptionGroup(None, [ValueError()]), lambda: time.get_clock_info(None), lambda: io.TextIOWrapper(io.BytesIO()).write(None), lambda: datetime.time().isoformat(None)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

for f in (lambda: datetime.time().isoformat(None), lambda: datetime.datetime(2020,1,1).isoformat("T", None), lambda: datetime.datetime(2020,1,1).isoformat(timespec=3), lambda: datetime.time().isoformat(timespec=3), lambda: datetime.datetime(2020,1,1).isoformat(None)):
    try: print(f())
    except Exception as e: print(e)
