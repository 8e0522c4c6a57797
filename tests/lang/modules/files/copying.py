# Copies of files and trees keep content and times, also where files have no modes.
import os
import shutil
import tempfile

top = tempfile.mkdtemp()
source, copy, tree = (os.path.join(top, name) for name in ("source", "copy", "tree"))
os.makedirs(os.path.join(tree, "deep"))
for path in (source, os.path.join(tree, "one"), os.path.join(tree, "deep", "two")):
    with open(path, "w") as f:
        f.write(os.path.basename(path))
os.utime(source, (1000, 2000))


def content(path):
    with open(path) as f:
        return f.read()


for act in (shutil.copyfile, shutil.copy, shutil.copy2):
    print(act.__name__, act(source, copy) == copy, content(copy), os.stat(copy).st_mtime == 2000)
    os.remove(copy)
shutil.copymode(source, source)
shutil.copystat(source, os.path.join(tree, "one"))
print(os.stat(os.path.join(tree, "one")).st_mtime)
print(shutil.copytree(tree, copy) == copy, sorted(os.listdir(copy)), content(os.path.join(copy, "deep", "two")))
print(shutil.move(copy, os.path.join(top, "moved")) == os.path.join(top, "moved"), os.path.exists(copy), os.listdir(os.path.join(top, "moved", "deep")))
shutil.rmtree(top)
print(os.path.exists(top))
