"""Installs Portalis to a temporary prefix, moves it, and uses it: the command, find_package, the C++ library.

    install_test.py BUILD_FOLDER
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent


def run(*command, **more):
    done = subprocess.run([str(c) for c in command], capture_output=True, text=True, **more)
    if done.returncode != 0:
        sys.exit(f"{command} ended with status {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


def check(what, got, wanted):
    if got != wanted:
        sys.exit(f"{what}: expected {wanted!r}, got {got!r}")
    print("ok:", what)


def files(folder):
    return {str(p.relative_to(folder)): p.stat().st_mtime_ns for p in folder.rglob("*") if p.is_file()}


def main(build, folder):
    run("cmake", "--install", build, "--prefix", folder / "first")
    prefix = folder / "moved here"
    (folder / "first").rename(prefix)
    before = files(prefix)
    portalis = prefix / "bin/portalis"
    env = dict(os.environ, PORTALIS_CACHE=str(folder / "cache"), PATH=f"{prefix}/bin:{os.environ['PATH']}")
    env.pop("CMAKE_PREFIX_PATH", None)

    project = folder / "project"
    shutil.copytree(HERE / "project", project)
    check("run", run("portalis", "run", "app.py", cwd=project, env=env), "hello world\n")
    compiled = list((folder / "cache").rglob("*.o"))
    check("the standard library needs no compiling", len(compiled), 2)
    check("the headers were precompiled once, for the place this was moved to", len(list((folder / "cache/headers").rglob("*.pch"))), 1)
    check("and where it was installed", (prefix / "lib/portalis/pch/release.pch").exists(), True)
    check("explain", run(portalis, "explain", "P0402", env=env).startswith("# P0402: "), True)
    os.symlink(portalis, folder / "link")
    check("by a symbolic link", run(folder / "link", "run", project / "app.py", env=env), "hello world\n")
    check("self-contained executable", run(portalis, "build", project / "app.py", "-o", folder / "app", env=env), "")
    check("which runs", run(folder / "app"), "hello world\n")
    (folder / "later.py").write_text("print('headers of another date are the same headers')\n")
    for header in (prefix / "lib/portalis/include/runtime/program").glob("*.hpp"):
        seconds = header.stat().st_mtime + 60
        os.utime(header, (seconds, seconds))
        before[str(header.relative_to(prefix))] = header.stat().st_mtime_ns
    check("headers that were touched", run(portalis, "run", folder / "later.py", env=env), "headers of another date are the same headers\n")

    # A browser's runtime is made from what is installed; making it takes its toolchain, so this only reads its build.
    sources = prefix / "lib/portalis/include"
    run("cmake", "-S", sources, "-B", folder / "for browsers", "-G", "Ninja", "-DPORTALIS_PLATFORM=browser", "-DPORTALIS_TESTS=OFF")
    check("sources of the other targets", [any((sources / "runtime/platform" / p).glob("*.cpp")) for p in ("browser", "fibers", "wasi")], [True] * 3)
    check("the scripts can be run", os.access(sources / "tools/scripts/browser_runtime.sh", os.X_OK), True)
    for name in ("web/page.js", "tools/scripts/packages.sh", "tools/scripts/chromium.mjs", "cmake/Browser.cmake"):
        check(name, (sources / name).exists(), True)

    out = folder / "foreign build"
    run("cmake", "-S", project, "-B", out, "-G", "Ninja", f"-DCMAKE_PREFIX_PATH={prefix}", "-DCMAKE_BUILD_TYPE=Release", env=env)
    run("cmake", "--build", out, env=env)
    check("portalis_add_executable", run(out / "app"), "hello world\n")
    check("portalis::portalis", run(out / "counted"), "5050\n")
    check("nothing to do", "no work to do" in run("cmake", "--build", out, env=env), True)
    module = project / "greeting.py"
    module.write_text(module.read_text().replace("hello", "good day,"))
    run("cmake", "--build", out, "--target", "app", env=env)
    check("a change of an imported module rebuilds", run(out / "app"), "good day, world\n")
    check("the installed tree is only read", files(prefix), before)

    run("cmake", "--install", build, "--prefix", "/usr", env=dict(os.environ, DESTDIR=str(folder / "staged")))
    check("DESTDIR", run(folder / "staged/usr/bin/portalis", "run", project / "app.py", env=env), "good day, world\n")


if __name__ == "__main__":
    place = pathlib.Path(tempfile.mkdtemp(prefix="portalis_install_"))
    try:
        main(pathlib.Path(sys.argv[1]), place)
    finally:
        shutil.rmtree(place, ignore_errors=True)
