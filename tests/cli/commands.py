"""Every command and option: what it prints and its exit status."""
import os
import re
import shutil
import subprocess

from harness import expect, fails, test

COMMANDS = ["run", "build", "check", "report", "doctor", "explain", "clean-cache", "completion"]


@test
def version(cli):
    result = cli.run("--version")
    expect(result.status == 0 and re.fullmatch(r"portalis \d+\.\d+\.\d+\n", result.out), result)


@test
def help_lists_every_command(cli):
    for argument in ("--help", "-h", "help"):
        result = cli.run(argument)
        expect(result.status == 0 and all(f"  {name} " in result.out for name in COMMANDS), result)


@test
def no_command_is_wrong_use(cli):
    fails(cli.run(), "usage: portalis COMMAND", status=2)


@test
def unknown_command(cli):
    fails(cli.run("compile"), "there is no command 'compile'", "run", status=2)


@test
def every_command_has_help(cli):
    for name in COMMANDS:
        for option in ("--help", "-h"):
            result = cli.run(name, option)
            expect(result.status == 0 and result.out.startswith(f"usage: portalis {name}") and not result.err, result)


@test
def help_names_every_option(cli):
    help_text = cli.run("build", "--help").out
    for option in ("-o ", "--release", "--debug", "-v", "--print=", "--stop-after=", "--keep-cpp=", "--depfile=", "--object", "--verify-types", "--pgo=collect", "--pgo=FOLDER"):
        expect(option in help_text, option)


@test
def unknown_options(cli):
    cli.write("a.py", "print(1)\n")
    for command in ("run", "build", "check", "report"):
        fails(cli.run(command, "--fast", "a.py"), "unknown option --fast", status=2)
    fails(cli.run("run", "-o", "x", "a.py"), "unknown option -o", status=2)
    fails(cli.run("doctor", "--all"), status=2)
    fails(cli.run("clean-cache", "everything"), status=2)


@test
def options_without_their_values(cli):
    cli.write("a.py", "print(1)\n")
    fails(cli.run("build", "a.py", "-o"), "-o needs a file name", status=2)
    fails(cli.run("build", "--print", "a.py"), "--print needs a value", status=2)
    fails(cli.run("build", "--print=", "a.py"), "needs a value", status=2)
    fails(cli.run("build", "--print=trees", "a.py"), "no phase 'trees'", "tokens, ast, scopes, ir, types, cpp", status=2)
    fails(cli.run("build", "--stop-after=linking", "a.py"), "no phase 'linking'", status=2)
    fails(cli.run("build", "--print=cpp", "--stop-after=ast", "a.py"), "cannot print cpp when stopping after ast", status=2)


@test
def which_program(cli):
    for command in ("run", "build", "check"):
        fails(cli.run(command), "which program?", status=2)
    fails(cli.run("build", "a.py", "b.py"), "one program at a time", status=2)


@test
def print_phases(cli):
    cli.write("a.py", "x = 1\nprint(x + 2)\n")
    for phase, sign in (("tokens", "NAME"), ("ast", "Module("), ("scopes", "module"), ("ir", "call"), ("cpp", "#include \"abi/program.hpp\"")):
        result = cli.run("build", f"--print={phase}", "a.py")
        expect(result.status == 0 and sign in result.out and not result.err, result)
        expect(cli.run("build", f"--print={phase}", f"--stop-after={phase}", "a.py").out == result.out, result)
    expect(os.listdir(cli.folder) == ["a.py"], "printing a phase built something")


@test
def printed_tree_is_cpythons(cli):
    cli.write("a.py", "def f(a, /, *b, c=1):\n    return [a for a in b]\n")
    code = "import ast; print(ast.dump(ast.parse(open('a.py').read()), include_attributes=True))"
    wanted = subprocess.run(["/usr/bin/python3", "-c", code], cwd=cli.folder, capture_output=True, text=True).stdout
    got = cli.run("build", "--print=ast", "a.py").out
    expect("FunctionDef(name='f'" in wanted and "FunctionDef(name='f'" in got, got)


@test
def stop_after(cli):
    cli.write("syntax.py", "x = = 1\n")
    cli.write("scopes.py", "def f():\n    nonlocal x\n")
    for phase in ("tokens", "ast", "scopes", "ir", "cpp"):
        expect((cli.run("build", f"--stop-after={phase}", "syntax.py").status == 0) == (phase == "tokens"), phase)
        result = cli.run("build", f"--stop-after={phase}", "scopes.py")
        expect((result.status == 0) == (phase in ("tokens", "ast")) and not result.out, result)
    expect(cli.run("build", "--print=ast", "scopes.py").status == 0, "a tree needs no names")
    fails(cli.run("build", "--print=ast", "--stop-after=scopes", "scopes.py"), "no binding for nonlocal 'x' found")


@test
def build_to_a_file(cli):
    cli.write("hello.py", "print('hello')\n")
    expect(cli.run("build", "hello.py").status == 0, "build")
    expect(subprocess.run([cli.folder / "hello"], capture_output=True).stdout == b"hello\n", "default name")
    result = cli.run("build", "hello.py", "-o", "other")
    expect(result.status == 0 and not result.out and not result.err, result)
    bare = {"PATH": "/nowhere"}
    expect(subprocess.run([cli.folder / "other"], capture_output=True, env=bare).stdout == b"hello\n", "self-contained")
    linked = subprocess.run(["ldd", cli.folder / "other"], capture_output=True, text=True).stdout
    expect("portalis" not in linked and "stdc++" not in linked and "python" not in linked, linked)
    expect(sorted(os.listdir(cli.folder)) == ["hello", "hello.py", "other"], os.listdir(cli.folder))


@test
def build_replaces_a_running_program(cli):
    cli.write("hello.py", "input()\n")
    cli.run("build", "hello.py")
    running = subprocess.Popen([cli.folder / "hello"], stdin=subprocess.PIPE)
    cli.write("hello.py", "print('new')\n")
    result = cli.run("build", "hello.py")
    running.communicate(b"\n")
    expect(result.status == 0 and running.returncode == 0, result)
    expect(subprocess.run([cli.folder / "hello"], capture_output=True).stdout == b"new\n", "new program")


@test
def verify_types(cli):
    cli.write("main.py", "def twice(n):\n    return n * 2\nprint(twice(3) / 4)\n")
    cpp = cli.run("build", "--verify-types", "--print=cpp", "main.py").out
    expect(re.search(r'verify_type\(n, py_claims, \d+, py_source, 1, "n"\);  // int', cpp), cpp)
    expect("verify_type(" not in cli.run("build", "--print=cpp", "main.py").out, "without the option")
    result = cli.run("run", "--verify-types", "main.py")
    expect(result.status == 0 and result.out == "1.5\n", result)


@test
def verify_types_of_classes_and_items(cli):
    cli.write("main.py", "class A: pass\ndef f():\n    return [(A(), 'a')]\nx = f()\nprint(len(x))\n")
    cpp = cli.run("build", "--verify-types", "--print=cpp", "main.py").out
    expect("note_class(" in cpp and re.search(r"verify_type\(.*\);  // list\[tuple\[instance of A, str\]\]", cpp), cpp)
    types = cli.run("build", "--verify-types", "--print=types", "main.py").out
    expect("f() -> list[tuple[instance of A, str]]" in types, types)
    result = cli.run("run", "--verify-types", "main.py")
    expect(result.status == 0 and result.out == "1\n", result)


# The C++ is changed on its way to the compiler, as if inference had made a wrong claim: where A is defined, what the letter is.
@test
def verify_types_finds_wrong_claims(cli):
    cli.write("main.py", "class A: pass\ndef f():\n    return [(A(), 'a')]\nx = f()\nprint(len(x))\n")
    for right, wrong, found in (('"A", 1}', '"A", 7}', "class A where inference expected A"), ("{value_str,", "{value_int,", "str where inference expected int")):
        script = cli.folder / "changed++"
        script.write_text(f"#!/bin/sh\nfor word; do case $word in *.cpp) sed -i 's/{right}/{wrong}/' \"$word\" ;; esac; done\n"
                          f"exec {shutil.which('clang++-19') or 'g++'} \"$@\"\n")
        script.chmod(0o755)
        result = cli.run("run", "--verify-types", "main.py", env={"PORTALIS_CXX": script, "PORTALIS_CACHE": cli.fresh_cache() / found.split()[0]})
        expect(result.status == 119 and "--verify-types: " in result.err and found in result.err, result)


@test
def keep_cpp(cli):
    cli.write("main.py", "import part\n")
    cli.write("part.py", "print('part')\n")
    result = cli.run("build", "--keep-cpp=cpp", "main.py")
    expect(result.status == 0, result)
    expect("part.py as C++" in (cli.folder / "cpp/part.cpp").read_text(), "part.cpp")
    expect("int main(" in (cli.folder / "cpp/__main__.cpp").read_text(), "__main__.cpp")


@test
def depfile(cli):
    cli.write("main.py", "import part, functools\n")
    cli.write("part.py", "print('part')\n")
    expect(cli.run("build", "main.py", "-o", "app", "--depfile=app.d").status == 0, "build")
    rule = (cli.folder / "app.d").read_text()
    wanted = [f"{cli.folder}/main.py", f"{cli.folder}/part.py"]
    expect(rule.startswith("app:") and rule.replace("\\\n", " ").split()[1:] == wanted, rule)


@test
def verbose_shows_command_lines(cli):
    cli.write("v.py", "print('verbose')\n")
    result = cli.run("run", "-v", "v.py", env={"PORTALIS_CACHE": cli.fresh_cache()})
    expect(result.status == 0 and result.out == "verbose\n", result)
    expect(re.search(r"-c \S+\.cpp -o \S+\.o", result.err) and "libportalis_rt.a" in result.err, result)


@test
def debug_programs(cli):
    cli.write("d.py", "def greet():\n    print('debug')\n\ngreet()\n")
    expect(cli.run("run", "--debug", "d.py").out == "debug\n", "run --debug")
    cli.run("build", "--debug", "d.py")
    cli.run("build", "--release", "d.py", "-o", "r")
    names = subprocess.run(["nm", "-C", "d"], cwd=cli.folder, capture_output=True, text=True).stdout
    expect("greet" in names, "symbols")
    expect((cli.folder / "r").stat().st_size < 2_500_000, "a released hello world is small")


@test
def check_reports_everything(cli):
    cli.write("good.py", "print('not run')\n")
    cli.write("bad.py", "def f():\n    nonlocal x\n\nimport nowhere_one\nimport nowhere_two\n")
    result = cli.run("check", "good.py")
    expect(result.status == 0 and not result.out and not result.err, result)
    fails(cli.run("check", "good.py", "bad.py"), "nonlocal 'x'", "nowhere_one", "nowhere_two", status=1)


@test
def check_of_several_files_and_folders(cli):
    cli.write("one.py", "import nowhere_one\n")
    cli.write("many/two.py", "import nowhere_two\n")
    cli.write("many/deep/three.py", "import nowhere_three\n")
    cli.write("many/.hidden/four.py", "import nowhere_four\n")
    cli.write("many/package/__init__.py", "from . import inside\n")
    cli.write("many/package/inside.py", "from . import missing_part\nfrom .sibling import x\n")
    cli.write("many/package/sibling.py", "x = 1\n")
    result = cli.run("check", "one.py", "many")
    fails(result, "nowhere_one", "nowhere_two", "nowhere_three", status=1)
    expect("nowhere_four" not in result.err and "sibling" not in result.err, result)
    fails(cli.run("check", "many/package/inside.py", "nofile.py"), "nofile.py", status=1)
    os.mkdir(cli.folder / "empty")
    fails(cli.run("check", "empty"), "no Python files", status=2)


@test
def check_shows_a_shared_module_once(cli):
    cli.write("a.py", "import shared\n")
    cli.write("b.py", "import shared\n")
    cli.write("shared.py", "x = = 1\n")
    result = cli.run("check", "a.py", "b.py")
    expect(result.status == 1 and result.err.count("SyntaxError") == 1, result)


@test
def doctor(cli):
    result = cli.run("doctor")
    expect(result.status == 0 and "targets  native: ready" in result.out and re.search(r"^clang\+\+-19 +found", result.out, re.M), result)
    expect("headers  precompiled\n" in result.out, result)


@test
def doctor_without_a_compiler(cli):
    result = cli.run("doctor", env={"PATH": "/nowhere"})
    for package in ("g++", "clang-19"):
        expect("apt-get install " + package in result.out, result)
    expect(result.status == 1 and "native: not ready" in result.out, result)


@test
def explain(cli):
    result = cli.run("explain", "P0402")
    expect(result.status == 0 and result.out.startswith("# P0402: "), result)
    for code in ("P9999", "x", "../P0402", "p0402"):
        fails(cli.run("explain", code), "no error code", status=2)
    fails(cli.run("explain"), "usage", status=2)


@test
def clean_cache(cli):
    cli.write("hello.py", "print('hello')\n")
    own = {"PORTALIS_CACHE": cli.fresh_cache()}
    cli.run("run", "hello.py", env=own)
    expect(any(p.is_file() for p in cli.fresh_cache().rglob("*")), "the cache holds something")
    result = cli.run("clean-cache", env=own)
    expect(result.status == 0 and re.match(r"freed \d+\.\d MB in ", result.out), result)
    expect(os.listdir(cli.fresh_cache()) == [], "the cache is empty")
    expect(cli.run("run", "hello.py", env=own).out == "hello\n", "after cleaning")


@test
def completion_for_bash(cli):
    script = cli.run("completion", "bash").out
    probe = script + "\nCOMP_WORDS=(portalis bu); COMP_CWORD=1; _portalis; echo ${COMPREPLY[@]}\n" \
        "COMP_WORDS=(portalis build --stop-after=s); COMP_CWORD=2; _portalis; echo ${COMPREPLY[@]}\n"
    done = subprocess.run(["bash", "-c", probe], capture_output=True, text=True)
    expect(done.stdout == "build\n--stop-after=scopes\n", done.stdout + done.stderr)


@test
def completion_for_zsh(cli):
    script = cli.run("completion", "zsh")
    expect(script.status == 0 and script.out.startswith("#compdef portalis"), script)
    if shutil.which("zsh"):
        done = subprocess.run(["zsh", "-n"], input=script.out, capture_output=True, text=True)
        expect(done.returncode == 0, done.stderr)
    fails(cli.run("completion", "fish"), "bash|zsh", status=2)


@test
def output_that_cannot_be_written(cli):
    cli.write("a.py", "print(1)\n")
    for arguments in (["build", "--print=ast", "a.py"], ["explain", "P0402"], ["completion", "bash"], ["build", "--help"], ["--version"]):
        with open("/dev/full", "w") as full:
            process = cli.start(*arguments, stdout=full)
            _, err = process.communicate()
        expect(process.returncode != 0 and b"No space left" in err, f"{arguments}: {process.returncode} {err}")


@test
def check_tells_all_syntax_errors_and_imports(cli):
    cli.write("bad.py", "import nowhere\nx = = 1\ndef f(a b):\n    return 'open\nprint 1\n")
    result = cli.run("check", "bad.py")
    fails(result, "line 2", "line 3", "line 4", "line 5", "nowhere", status=1)
    expect(result.err.count("SyntaxError: ") == 4, result)
    expect(result.err.startswith(cli.run("run", "bad.py").err), "the first error is the one a build tells")
