"""Every file of CPython's standard library that it compiles must lower, and the result must pass the verifier."""
import pathlib
import subprocess
import sys
import sysconfig
import warnings

library = pathlib.Path(sysconfig.get_paths()["stdlib"])
files = []
warnings.simplefilter("ignore")
for path in sorted(library.rglob("*.py")):
    if "site-packages" in path.parts:
        continue
    try:
        compile(path.read_bytes(), str(path), "exec", dont_inherit=True)
    except (SyntaxError, ValueError):
        continue
    files.append(str(path))
if "--sample" in sys.argv:
    files = files[:: int(sys.argv[-1])]
result = subprocess.run([sys.argv[1], "--check", "--passes", *files], capture_output=True, text=True)
print(result.stdout[-4000:])
print(f"{len(files)} files")
sys.exit(result.returncode)
