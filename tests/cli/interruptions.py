"""Things that happen while a build is running: signals, other builds, changes of the source."""
import os
import pathlib
import signal
import subprocess
import time

from harness import expect, test, wait_for

# A compiler that says where it is and then takes its time.
SLOW = """#!/bin/sh
case "$*" in *' -c '*) echo $$ >> {folder}/compiling; sleep {seconds} & echo $! >> {folder}/compiling; wait ;; esac
exec g++ "$@"
"""


def slow_compiler(cli, seconds):
    script = cli.folder / "slow++"
    script.write_text(SLOW.format(folder=cli.folder, seconds=seconds))
    script.chmod(0o755)
    return {"PORTALIS_CXX": script, "PORTALIS_CACHE": cli.fresh_cache()}


def compiling(cli):
    place = cli.folder / "compiling"
    return [int(word) for word in place.read_text().split()] if place.exists() else []


def alive(pid):
    try:
        return pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(") ", 1)[1][0] not in "ZX"
    except OSError:
        return False


def interrupt(cli, number):
    cli.write("main.py", "import one, two\n")
    cli.write("one.py", "print(1)\n")
    cli.write("two.py", "print(2)\n")
    own = slow_compiler(cli, 100)
    process = cli.start("build", "main.py", env=own)
    wait_for(lambda: len(compiling(cli)) >= 2)
    process.send_signal(number)
    began = time.monotonic()
    out, err = process.communicate()
    expect(process.returncode == -number, (process.returncode, err))     # 130 in a shell after Ctrl-C
    expect(time.monotonic() - began < 20, "ends at once")
    wait_for(lambda: not any(map(alive, compiling(cli))), 10)
    left = [str(p) for p in cli.fresh_cache().rglob("*") if p.is_file()]
    expect(not left and not (cli.folder / "main").exists(), left)
    result = cli.run("run", "main.py", env={"PORTALIS_CACHE": cli.fresh_cache()})
    expect(result.out == "1\n2\n", result)


@test
def control_c_during_a_build(cli):
    interrupt(cli, signal.SIGINT)


@test
def termination_during_a_build(cli):
    interrupt(cli, signal.SIGTERM)


@test
def status_of_an_interrupted_build_in_a_shell(cli):
    cli.write("a.py", "print(1)\n")
    env = cli.environment(**slow_compiler(cli, 100))
    shell = subprocess.Popen(["bash", "-c", f"'{cli.portalis}' build a.py; echo status $?"], cwd=cli.folder, env=env,
                             stdout=subprocess.PIPE, start_new_session=True, text=True)
    wait_for(lambda: compiling(cli))
    portalis = int(subprocess.run(["ps", "-o", "pid=", "--ppid", str(shell.pid)], capture_output=True, text=True).stdout.split()[0])
    os.kill(portalis, signal.SIGINT)
    expect(shell.communicate()[0] == "status 130\n", "status")


@test
def ignored_interrupts_stay_ignored(cli):
    cli.write("a.py", "print('done')\n")
    process = cli.start("run", "a.py", env=slow_compiler(cli, 1), preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN))
    wait_for(lambda: compiling(cli))
    process.send_signal(signal.SIGHUP)
    expect(process.communicate()[0] == b"done\n" and process.returncode == 0, process.returncode)


@test
def two_builds_at_once(cli):
    cli.write("main.py", "import one, two\nprint(one.x + two.x)\n")
    cli.write("one.py", "x = 1\n")
    cli.write("two.py", "x = 2\n")
    own = {"PORTALIS_CACHE": cli.fresh_cache()}
    running = [cli.start("build", "main.py", "-o", "app", env=own) for _ in range(3)] + [cli.start("run", "main.py", env=own) for _ in range(2)]
    for process in running:
        out, err = process.communicate()
        expect(process.returncode == 0 and err == b"" and out in (b"", b"3\n"), (process.args, out, err))
    expect(subprocess.run([cli.folder / "app"], capture_output=True).stdout == b"3\n", "app")
    strays = [p for p in cli.fresh_cache().rglob("*") if p.is_file() and len(p.name.split(".")[0]) != 30]
    expect(not strays and not list(cli.folder.glob("app.*")), strays)


@test
def source_changed_while_building(cli):
    cli.write("a.py", "print('old')\n")
    own = slow_compiler(cli, 1)
    process = cli.start("run", "a.py", env=own)
    wait_for(lambda: compiling(cli))
    cli.write("a.py", "print('new')\n")
    expect(process.communicate()[0] == b"old\n" and process.returncode == 0, "what was read is what runs")
    expect(cli.run("run", "a.py", env=own).out == "new\n", "and the change is seen by the next run")


@test
def cache_cleaned_while_building(cli):
    cli.write("a.py", "print('hello')\n")
    own = slow_compiler(cli, 1)
    process = cli.start("run", "a.py", env=own)
    wait_for(lambda: compiling(cli))
    cli.run("clean-cache", env=own)
    out, err = process.communicate()
    expect((process.returncode == 0 and out == b"hello\n") or (process.returncode != 0 and err), (process.returncode, out, err))
    expect(cli.run("run", "a.py", env={"PORTALIS_CACHE": cli.fresh_cache()}).out == "hello\n", "afterwards")
