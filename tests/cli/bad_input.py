"""Bad input and a bad environment: a clear message, a status that is not zero, nothing lost or corrupted."""
import os
import subprocess
import time

from harness import Skipped, expect, fails, test


@test
def missing_file(cli):
    for command in ("run", "build", "check"):
        fails(cli.run(command, "nofile.py"), "nofile.py", "No such file", status=1)


@test
def directory(cli):
    os.mkdir(cli.folder / "folder.py")
    for command in ("run", "build"):
        fails(cli.run(command, "folder.py"), "folder.py", "directory", status=1)


@test
def unreadable_file(cli):
    cli.write("secret.py", "print(1)\n")
    os.chmod(cli.folder / "secret.py", 0)
    if os.access(cli.folder / "secret.py", os.R_OK):
        raise Skipped("root reads every file")
    fails(cli.run("run", "secret.py"), "secret.py", "Permission denied", status=1)


@test
def binary_file(cli):
    cli.write("zero.py", b"print(1)\n\0\0\0")
    fails(cli.run("run", "zero.py"), "zero.py", "null bytes", status=1)
    cli.write("noise.py", bytes(range(1, 256)) * 50)
    fails(cli.run("run", "noise.py"), "noise.py", "SyntaxError", status=1)
    with open("/bin/ls", "rb") as program:
        cli.write("elf.py", program.read(20000))
    fails(cli.run("run", "elf.py"), "elf.py", status=1)


@test
def empty_file(cli):
    for name, text in (("empty.py", ""), ("blank.py", "\n\n"), ("comment.py", "# nothing")):
        cli.write(name, text)
        result = cli.run("run", name)
        expect(result.status == 0 and result.out == "" and result.err == "", result)


@test
def hundred_thousand_lines(cli):
    cli.write("long.py", "# a comment\n" * 40000 + "\n" * 59998 + "print('the end')\nprint(1 +)\n")
    fails(cli.run("check", "long.py"), "line 100000", "SyntaxError: invalid syntax", status=1)
    cli.write("long.py", "# a comment\n" * 40000 + "\n" * 59999 + "print('the end')\n")
    expect(cli.run("run", "long.py").out == "the end\n", "100,000 lines")
    cli.write("statements.py", "x = 1\n" * 99999 + "y = = 2\n")
    fails(cli.run("check", "statements.py"), "line 100000", status=1)
    cli.write("statements.py", "x = 1\n" * 100000)
    expect(cli.run("check", "statements.py").status == 0, "100,000 statements")


@test
def one_very_long_line(cli):
    cli.write("wide.py", "x = [" + "1, " * 200000 + "]\n")
    expect(cli.run("check", "wide.py").status == 0, "a line of 600,000 characters")


@test
def deep_nesting(cli):
    for text in ("(" * 1000 + "1" + ")" * 1000, "[" * 1000 + "]" * 1000, "(" * 1000):
        cli.write("deep.py", "x = " + text + "\n")
        fails(cli.run("run", "deep.py"), "deep.py", "too many nested parentheses" if text[-1] != "(" else "SyntaxError", status=1)
    cli.write("minus.py", "x = " + "-" * 100000 + "1\n")
    fails(cli.run("run", "minus.py"), "too many nested", status=1)
    cli.write("blocks.py", "".join(" " * n + "if 1:\n" for n in range(150)) + " " * 150 + "pass\n")
    fails(cli.run("run", "blocks.py"), "IndentationError: too many levels of indentation", status=1)
    cli.write("sum.py", "x = " + " + ".join(["1"] * 900) + "\nprint(x)\n")
    expect(cli.run("run", "sum.py").out == "900\n", "a sum of 900")


@test
def cyclic_import(cli):
    cli.write("main.py", "import one\nprint(one.two.x)\n")
    cli.write("one.py", "import two\ny = 1\n")
    cli.write("two.py", "import one\nx = 2\n")
    expect(cli.run("run", "main.py").out == "2\n", "a cycle that works in CPython works")
    cli.write("two.py", "from one import y\n")
    result = cli.run("run", "main.py")
    fails(result, "cannot import name 'y' from partially initialized module 'one' (most likely due to a circular import)", status=1)
    cli.write("self.py", "import self\nprint(self.__name__)\n")
    expect(cli.run("run", "self.py").out == "self\nself\n", "a module that imports itself")


@test
def missing_modules(cli):
    cli.write("a.py", "import nowhere\nimport tkinter\n")
    result = cli.run("run", "a.py")
    fails(result, "a.py:1", "no module named 'nowhere'", "P0402", "'tkinter' is not supported", "P0401", status=1)
    cli.write("guarded.py", "try:\n    import nowhere\nexcept ImportError as e:\n    print(e)\n")
    expect(cli.run("run", "guarded.py").out == "No module named 'nowhere'\n", "guarded")
    cli.write("hints.py", "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import nowhere\nprint(TYPE_CHECKING)\n")
    expect(cli.run("run", "hints.py").out == "False\n", "for type checkers only")


@test
def unwritable_cache(cli):
    cli.write("a.py", "print(1)\n")
    cli.write("file", "")
    for place in (cli.folder / "file/cache", "/proc/portalis_cache"):
        for command in ("run", "build", "clean-cache"):
            fails(cli.run(command, *(["a.py"] if command != "clean-cache" else []), env={"PORTALIS_CACHE": place}),
                  "cannot write to the cache folder", str(place), "PORTALIS_CACHE")
    expect(cli.run("check", "a.py", env={"PORTALIS_CACHE": "/proc/nothing"}).status == 0, "check needs no cache")
    if os.geteuid() != 0:
        os.mkdir(cli.folder / "readonly", 0o500)
        fails(cli.run("run", "a.py", env={"PORTALIS_CACHE": cli.folder / "readonly"}), "Permission denied")


@test
def places_of_the_cache(cli):
    cli.write("a.py", "print(1)\n")
    nothing = {"PORTALIS_CACHE": None, "XDG_CACHE_HOME": None, "HOME": None}
    for change, place in (({"XDG_CACHE_HOME": cli.folder / "x"}, "x/portalis"), ({"HOME": cli.folder / "h"}, "h/.cache/portalis")):
        expect(cli.run("run", "a.py", env={**nothing, **change}).out == "1\n", "run")
        expect((cli.folder / place).is_dir(), place)


def small_disk(cli, size):
    place = cli.folder / "disk"
    place.mkdir()
    if os.geteuid() != 0 or subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "none", place], capture_output=True).returncode:
        raise Skipped("a small file system can only be mounted by root")
    return place


# A process that another test is just starting has, until it becomes its program, whatever this one had open on the disk.
def unmount(place):
    for attempt in range(20):
        if subprocess.run(["umount", place], capture_output=attempt < 19).returncode == 0:
            return
        time.sleep(0.25)
    raise AssertionError(f"{place} stays in use")


@test
def full_disk(cli):
    cli.write("a.py", "print('hello')\n")
    place = small_disk(cli, "1m")
    try:
        own = {"PORTALIS_CACHE": place / "cache"}
        (place / "filler").write_bytes(b"x" * 1000000)
        fails(cli.run("run", "a.py", env=own), "no space left", str(place), status=1)
        fails(cli.run("build", "a.py", "-o", place / "app"), "No space left", status=2)
        expect(not (place / "app").exists(), "no half-written executable")
        left = [p for p in (place / "cache").rglob("*") if p.is_file() and p.suffix != ".o"]
        expect(not left, left)                               # an object may have been finished
        subprocess.run(["mount", "-o", "remount,size=100m", place], check=True)
        expect(cli.run("run", "a.py", env=own).out == "hello\n", "as soon as there is room")
    finally:
        unmount(place)


@test
def full_disk_while_linking(cli):
    cli.write("a.py", "print('hello')\n")
    place = small_disk(cli, "400k")
    try:
        fails(cli.run("run", "a.py", env={"PORTALIS_CACHE": place / "cache"}), "no space left", str(place), status=1)
        left = [p for p in (place / "cache").rglob("*") if p.is_file() and p.suffix != ".o"]
        expect(not left, left)
    finally:
        unmount(place)


@test
def missing_compiler(cli):
    cli.write("a.py", "print(1)\n")
    os.mkdir(cli.folder / "bin")
    fails(cli.run("run", "a.py", env={"PATH": cli.folder / "bin"}), "no C++ compiler found", "apt-get install clang-19", status=1)
    fails(cli.run("run", "a.py", env={"PORTALIS_CXX": "nosuch++"}), "nosuch++", status=1)
    expect(cli.run("check", "a.py", env={"PATH": cli.folder / "bin"}).status == 0, "check needs no compiler")


@test
def compiler_that_rejects_our_code(cli):
    cli.write("a.py", "print('rejected')\n")
    script = cli.folder / "broken"
    script.write_text("#!/bin/sh\necho 'x.cpp:1:1: error: no such thing' >&2\nexit 1\n")
    script.chmod(0o755)
    result = cli.run("run", "a.py", env={"PORTALIS_CXX": script})
    fails(result, "internal error", "a bug in Portalis", "no such thing", status=1)
    kept = next(line.split(": ", 1)[1] for line in result.err.splitlines() if "was kept: " in line)
    with open(kept) as text:
        expect("a.py as C++" in text.read(), kept)


@test
def compiler_that_is_killed(cli):
    cli.write("a.py", "print('killed')\n")
    script = cli.folder / "killed"
    script.write_text("#!/bin/sh\nkill -9 $$\n")
    script.chmod(0o755)
    result = cli.run("run", "a.py", env={"PORTALIS_CXX": script})
    fails(result, "could not do its work", "137", status=1)
    expect("bug" not in result.err, result)


@test
def linker_that_fails(cli):
    cli.write("a.py", "print('link')\n")
    script = cli.folder / "nolink"
    script.write_text("#!/bin/sh\ncase \"$*\" in *' -c '*) exec g++ \"$@\" ;; esac\necho 'undefined reference' >&2\nexit 1\n")
    script.chmod(0o755)
    fails(cli.run("run", "a.py", env={"PORTALIS_CXX": script}), "internal error: linking failed", "undefined reference", status=1)


@test
def output_that_is_a_directory(cli):
    cli.write("a.py", "print(1)\n")
    os.mkdir(cli.folder / "a")
    fails(cli.run("build", "a.py"), "cannot write a: it is a directory", status=2)
    fails(cli.run("build", "a.py", "-o", "."), "directory", status=2)
    fails(cli.run("build", "a.py", "-o", "no/such/folder/app"), "cannot write no/such/folder/app", "No such file", status=2)
    expect(sorted(os.listdir(cli.folder)) == ["a", "a.py"], os.listdir(cli.folder))


@test
def output_to_a_device(cli):
    cli.write("a.py", "print(1)\n")
    expect(cli.run("build", "a.py", "-o", "/dev/null").status == 0 and not os.path.isfile("/dev/null"), "/dev/null is a device still")
    fails(cli.run("build", "a.py", "-o", "/dev/full"), "No space left on device", status=2)


@test
def output_that_would_overwrite_the_program(cli):
    cli.write("a.py", "print(1)\n")
    fails(cli.run("build", "a.py", "-o", "a.py"), "a.py", status=2)
    cli.write("noextension", "print(1)\n")
    fails(cli.run("build", "noextension"), "-o", status=2)
    expect((cli.folder / "a.py").read_text() == (cli.folder / "noextension").read_text() == "print(1)\n", "the program is still there")
