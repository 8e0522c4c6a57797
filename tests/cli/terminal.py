"""What is shown while compiling: something on a terminal, nothing elsewhere; colours only where they are wanted."""
import re

from harness import expect, test


@test
def progress_on_a_terminal(cli):
    cli.write("hello.py", "print('hello')\n")
    status, shown = cli.on_terminal("run", "hello.py", env={"PORTALIS_CACHE": cli.fresh_cache()})
    expect(status == 0 and re.search(r"\[\d+\.\ds\] compil", shown) and "linking" in shown, shown)
    expect(shown.endswith("\r\x1b[Khello\r\n"), repr(shown))   # the line is gone before the program's own output


@test
def quiet_without_a_terminal(cli):
    cli.write("hello.py", "print('hello')\n")
    result = cli.run("run", "hello.py", env={"PORTALIS_CACHE": cli.fresh_cache()})
    expect(result.out == "hello\n" and result.err == "", result)


@test
def verbose_on_a_terminal(cli):
    cli.write("hello.py", "print('hello')\n")
    status, shown = cli.on_terminal("run", "-v", "hello.py", env={"PORTALIS_CACHE": cli.fresh_cache()})
    expect(status == 0 and "\x1b" not in shown and "libportalis_rt.a" in shown, shown)


@test
def colours(cli):
    cli.write("bad.py", "x = = 1\n")
    status, shown = cli.on_terminal("check", "bad.py")
    expect(status == 1 and "\x1b[" in shown, shown)
    status, shown = cli.on_terminal("check", "bad.py", env={"NO_COLOR": "1"})
    expect(status == 1 and "\x1b[" not in shown and "SyntaxError" in shown, shown)
    expect("\x1b" not in cli.run("check", "bad.py").err, "no terminal, no colours")


@test
def no_color_leaves_progress_readable(cli):
    cli.write("hello.py", "print('hello')\n")
    status, shown = cli.on_terminal("run", "hello.py", env={"PORTALIS_CACHE": cli.fresh_cache(), "NO_COLOR": "1"})
    expect(status == 0 and not re.search(r"\x1b\[[0-9;]*m", shown), shown)
