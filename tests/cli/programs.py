"""What a program gets from `run` is its own: status, streams, arguments, folder, signals, modules."""
import os
import signal
import subprocess

from harness import expect, fails, test, wait_for


@test
def exit_statuses(cli):
    cli.write("status.py", "import sys\na = sys.argv[1]\nsys.exit(int(a) if a.isdigit() else a)\n")
    for status in (0, 1, 3, 127, 255):
        expect(cli.run("run", "status.py", status).status == status, status)
    result = cli.run("run", "status.py", "a message")
    expect(result.status == 1 and result.err == "a message\n", result)


@test
def uncaught_exception(cli):
    cli.write("error.py", "x = 1\nprint(x.y)\n")
    result = cli.run("run", "error.py")
    expect(result.status == 1 and result.err.startswith("Traceback (most recent call last):\n  File \""), result)
    expect(result.err.endswith("AttributeError: 'int' object has no attribute 'y'\n"), result)


@test
def file_names_in_the_root_folder(cli):
    cli.write("named.py", "print(__file__)\n1 / 0\n")
    cli.run("build", "named.py", "-o", "named")
    done = subprocess.run([cli.folder / "named"], cwd="/", capture_output=True, text=True)
    expect(done.stdout == "/named.py\n" and '  File "/named.py", line 2, in <module>\n' in done.stderr, done)


@test
def arguments(cli):
    cli.write("args.py", "import sys\nprint(sys.argv)\n")
    words = ["-v", "--help", "", "a b", "ä", "--", "-o", "*"]
    expect(cli.run("run", "args.py", *words).out == repr(["args.py"] + words) + "\n", "all go to the program")
    expect(cli.run("run", "./args.py").out == "['./args.py']\n", "the program's name as given")
    cli.write("-dash.py", "import sys\nprint(sys.argv)\n")
    expect(cli.run("run", "--", "-dash.py", "x").out == "['-dash.py', 'x']\n", "after --")


@test
def streams(cli):
    cli.write("cat.py", "import sys\nsys.stdout.write(sys.stdin.read().upper())\nsys.stderr.write('to stderr\\n')\n")
    result = cli.run("run", "cat.py", given="several\nlines\n" * 1000)
    expect(result.out == "SEVERAL\nLINES\n" * 1000 and result.err == "to stderr\n" and result.status == 0, result)


@test
def working_directory(cli):
    cli.write("sub/where.py", "import os\nimport beside\nprint(os.getcwd())\n")
    cli.write("sub/beside.py", "print('beside')\n")
    expect(cli.run("run", "sub/where.py").out == f"beside\n{cli.folder}\n", "cwd")


@test
def closed_output(cli):
    cli.write("many.py", "for i in range(100000):\n    print(i)\n")
    cli.run("build", "many.py")
    done = subprocess.run("./many | head -1", shell=True, cwd=cli.folder, capture_output=True, text=True)
    expect(done.stdout == "0\n" and "BrokenPipeError" in done.stderr, done)
    done = subprocess.run("./many > /dev/full", shell=True, cwd=cli.folder, capture_output=True, text=True)
    expect(done.returncode != 0 and "No space left" in done.stderr, done)


@test
def signals(cli):
    cli.write("wait.py", "import sys, time\nprint('ready', flush=True)\ntry:\n    time.sleep(60)\n"
                         "except KeyboardInterrupt:\n    print('caught', flush=True)\n    sys.exit(7)\n")
    cli.run("build", "wait.py")
    process = cli.start("run", "wait.py")
    expect(process.stdout.readline() == b"ready\n", "ready")
    process.send_signal(signal.SIGINT)
    expect(process.communicate()[0] == b"caught\n" and process.returncode == 7, process.returncode)
    process = cli.start("run", "wait.py")
    process.stdout.readline()
    process.send_signal(signal.SIGTERM)
    process.communicate()
    expect(process.returncode == -signal.SIGTERM, process.returncode)


@test
def uncaught_interrupt(cli):
    cli.write("wait.py", "import time\nprint('ready', flush=True)\ntime.sleep(60)\n")
    process = cli.start("run", "wait.py")
    process.stdout.readline()
    process.send_signal(signal.SIGINT)
    out, err = process.communicate()
    expect(process.returncode == -signal.SIGINT and err.endswith(b"KeyboardInterrupt\n"), (process.returncode, err))


@test
def environment(cli):
    cli.write("env.py", "import os\nprint(os.environ['OWN'])\n")
    expect(cli.run("run", "env.py", env={"OWN": "value"}).out == "value\n", "environment")


@test
def packages(cli):
    cli.write("main.py", "from package.inner import deep\nimport package.other as other\nprint(deep.name, other.name)\n"
                         "if __name__ == '__main__':\n    print('main')\n")
    cli.write("package/__init__.py", "print('package')\n")
    cli.write("package/other.py", "from . import inner\nname = __name__ + ' beside ' + inner.__name__\n")
    cli.write("package/inner/__init__.py", "")
    cli.write("package/inner/deep.py", "from ..inner import __name__ as parent\nname = __name__ + ' in ' + parent\n")
    result = cli.run("run", "main.py")
    expect(result.out == "package\npackage.inner.deep in package.inner package.other beside package.inner\nmain\n", result)


@test
def a_change_of_one_module_compiles_one(cli):
    cli.write("main.py", "import one, two\nprint(one.x + two.x)\n")
    cli.write("one.py", "x = 1\n")
    cli.write("two.py", "x = 20\n")
    own = {"PORTALIS_CACHE": cli.fresh_cache()}
    expect(cli.run("run", "main.py", env=own).out == "21\n", "first")
    cli.write("two.py", "x = 30\n")
    result = cli.run("run", "-v", "main.py", env=own)
    expect(result.out == "31\n" and "compiling 1 module\n" in result.err, result)
    cli.write("two.py", "x = 20\n")
    result = cli.run("run", "-v", "main.py", env=own)
    expect(result.out == "21\n" and "compiling" not in result.err and "linking" not in result.err, result)


@test
def symbolic_link_to_the_command(cli):
    os.symlink(cli.portalis, cli.folder / "p")
    cli.write("hello.py", "print('hello')\n")
    done = subprocess.run(["./p", "run", "hello.py"], cwd=cli.folder, env=cli.environment(), capture_output=True)
    expect(done.stdout == b"hello\n", done)


@test
def locals_of_another_frame(cli):
    cli.write("a.py", "import sys\ndef f(x):\n    g()\ndef g():\n    print(sys._getframe(2).f_locals is globals())\n    print(sys._getframe(1).f_locals)\nf(1)\n")
    result = cli.run("run", "a.py")
    expect(result.status == 1 and result.out == "True\n", result)
    expect(result.err.endswith("NotImplementedError: f_locals of f: a compiled function keeps no dict of its variables; call locals() in it\n"), result)
