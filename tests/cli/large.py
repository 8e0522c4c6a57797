"""A program of many lines."""
from harness import expect, test


@test
def a_large_program(cli):
    lines = [f"def f{n}(x):\n    y = x + {n}\n    return y * 2\n" for n in range(700)]
    cli.write("large.py", "\n".join(lines) + "\nprint(f699(1))\n")
    result = cli.run("run", "-v", "large.py", env={"PORTALIS_CACHE": cli.fresh_cache()})
    expect(result.status == 0 and result.out == "1400\n" and " -O1 " in result.err and " -s" in result.err, result)
