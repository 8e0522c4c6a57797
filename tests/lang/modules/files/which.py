# Programs found by name: what only a system with programs has.
# test: needs=processes
import shutil

print(shutil.which("sh"), shutil.which("/bin/sh"), shutil.which("no-such-program"))
