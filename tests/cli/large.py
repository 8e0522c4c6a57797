"""A program of many lines."""
import re

from harness import expect, test


@test
def a_large_program(cli):
    # In parts, which see each other's functions, names, constants and globals.
    lines = [f"def f{n}(x, next={'None' if n == 699 else f'lambda y: f{n + 1}(y)'}):\n    y = total['text'] + {n}.5\n    total['text'] += 1\n    return next(x) if next else y + x\n" for n in range(700)]
    cli.write("large.py", "import sys\nsys.setrecursionlimit(10000)\ntotal = {'text': 0}\n"
              "def first(n):\n    return n if n < 2 else last(n - 1) + last(n - 2)\n" + "\n".join(lines) +
              "\ndef last(n):\n    return first(n) * 2\nprint(f0(1), first(10))\n")
    result = cli.run("run", "-v", "large.py", env={"PORTALIS_CACHE": cli.fresh_cache()})
    expect(result.status == 0 and result.out == "1399.5 6688\n" and " -s" in result.err, result)
    expect(re.search(r"compiling 1 module in ([4-9]|[1-9]\d) parts", result.err), result.err[:2000])
