"""Programs compiled by counts of their own runs."""
import subprocess

from harness import expect, fails, test

PROGRAM = """\
import sys

def step(n):
    return n // 2 if n % 2 == 0 else 3 * n + 1

longest = 0
for start in range(1, int(sys.argv[1])):
    n, length = start, 0
    while n != 1:
        n, length = step(n), length + 1
    longest = max(longest, length)
print(longest)
"""


def output(cli, name, *arguments):
    return subprocess.run([cli.folder / name, *arguments], cwd=cli.folder, capture_output=True, text=True).stdout


@test
def built_by_counts(cli):
    cli.write("longest.py", PROGRAM)
    result = cli.run("build", "--pgo=collect", "longest.py")
    expect(result.status == 0 and not (cli.folder / "longest.pgo").exists(), result)
    expect(output(cli, "longest", "100") == "118\n" and output(cli, "longest", "1000") == "178\n", "while counting")
    expect(list((cli.folder / "longest.pgo").glob("*.profraw")), "counts")
    plain, guided = cli.run("build", "longest.py", "-o", "plain"), cli.run("build", "--pgo=longest.pgo", "longest.py", "-o", "guided")
    expect(plain.status == 0 and guided.status == 0, guided)
    expect(output(cli, "guided", "1000") == "178\n", "guided")
    expect((cli.folder / "guided").read_bytes() != (cli.folder / "plain").read_bytes(), "compiled by the counts")


@test
def counts_that_are_not_there(cli):
    cli.write("a.py", "print(1)\n")
    fails(cli.run("build", "--pgo=nowhere", "a.py"), "no counts in nowhere", "--pgo=collect")
    (cli.folder / "broken.pgo").mkdir()
    cli.write("broken.pgo/default_1_0.profraw", "no counts")
    fails(cli.run("build", "--pgo=broken.pgo", "a.py"), "the counts in broken.pgo cannot be read")
    fails(cli.run("build", "--pgo", "a.py"), "--pgo needs a value", status=2)
    fails(cli.run("build", "--pgo=collect", "--debug", "a.py"), "native target, optimised")
    fails(cli.run("build", "--pgo=collect", "--target=wasi", "a.py"), "native target, optimised")
    fails(cli.run("build", "--pgo=collect", "--object", "a.py"), "for executables")
