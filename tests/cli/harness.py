"""What the tests of the command line stand on: a registry of tests, a folder for each, and running the command."""
import os
import pathlib
import pty
import select
import shutil
import subprocess
import tempfile
import time
import traceback

TESTS = []


class Skipped(Exception):
    pass


def test(function):
    TESTS.append(function)
    return function


class Result:
    def __init__(self, status, out, err):
        self.status, self.out, self.err = status, out, err

    def __repr__(self):
        return f"status {self.status}\nstdout: {self.out[-1500:]}\nstderr: {self.err[-1500:]}"


class Cli:
    """One test's world: a fresh folder as working directory, and the cache all tests share."""

    def __init__(self, portalis, cache):
        self.portalis, self.cache = portalis, cache
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="portalis_cli_"))
        self.started = []

    def close(self):
        for process in self.started:
            if process.poll() is None:
                process.kill()
                process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return name

    def environment(self, **changes):
        env = {k: v for k, v in os.environ.items() if not k.startswith("PORTALIS_") and k not in ("NO_COLOR", "PYTHONHASHSEED")}
        env["PORTALIS_CACHE"] = str(self.cache)
        for name, value in changes.items():
            env.pop(name, None) if value is None else env.update({name: str(value)})
        return env

    def fresh_cache(self):
        return self.folder / "fresh_cache"

    def run(self, *arguments, given="", timeout=240, env=None, **more):
        done = subprocess.run([self.portalis, *map(str, arguments)], input=given.encode() if isinstance(given, str) else given,
                              capture_output=True, cwd=self.folder, env=self.environment(**(env or {})), timeout=timeout, **more)
        return Result(done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"))

    def start(self, *arguments, env=None, **more):
        more = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **more}
        process = subprocess.Popen([self.portalis, *map(str, arguments)], cwd=self.folder, env=self.environment(**(env or {})), **more)
        self.started.append(process)
        return process

    def on_terminal(self, *arguments, env=None, timeout=240):
        """Runs with a terminal for all three streams; returns the status and what it showed."""
        master, slave = pty.openpty()
        process = self.start(*arguments, env=env, stdin=slave, stdout=slave, stderr=slave)
        os.close(slave)
        shown, end = b"", time.monotonic() + timeout
        while time.monotonic() < end:
            if select.select([master], [], [], 0.1)[0]:
                try:
                    piece = os.read(master, 65536)
                except OSError:
                    break
                if not piece:
                    break
                shown += piece
            elif process.poll() is not None:
                break
        os.close(master)
        return process.wait(timeout), shown.decode("utf-8", "replace")


def expect(condition, result):
    if not condition:
        raise AssertionError(repr(result) if isinstance(result, Result) else str(result))


def fails(result, *words, status=None):
    """A clear message on stderr and a status that is not zero; nothing of a crash."""
    expect(result.status > 0 if status is None else result.status == status, result)
    for word in words:
        expect(word in result.err, f"'{word}' is not in the message\n{result!r}")
    for word in ("terminate called", "Segmentation", "std::", "Assertion"):
        expect(word not in result.err, result)


def wait_for(condition, seconds=120):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return
        time.sleep(0.02)
    raise AssertionError("timed out waiting")


def run_all(portalis, only):
    cache = pathlib.Path(tempfile.mkdtemp(prefix="portalis_cli_cache_"))
    passed = failed = 0
    try:
        for function in TESTS:
            name = function.__name__
            if only and not any(text in name for text in only):
                continue
            cli = Cli(portalis, cache)
            try:
                function(cli)
                passed += 1
            except Skipped as reason:
                print(f"skipped {name}: {reason}", flush=True)
            except Exception as error:
                failed += 1
                text = str(error) if isinstance(error, AssertionError) and str(error) else traceback.format_exc()
                print(f"FAILED {name}\n    " + text.strip().replace("\n", "\n    "), flush=True)
            finally:
                cli.close()
    finally:
        shutil.rmtree(cache, ignore_errors=True)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0
