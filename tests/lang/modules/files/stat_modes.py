# stat: what modes mean, and how they are shown.
import stat
for m in (0o100644, 0o40755, 0o120777, 0o104755, 0o102644, 0o41777, 0o10600, 0):
    print(stat.filemode(m), oct(stat.S_IMODE(m)), oct(stat.S_IFMT(m)), stat.S_ISDIR(m), stat.S_ISREG(m), stat.S_ISLNK(m), stat.S_ISFIFO(m))
print({k: v for k, v in sorted(vars(stat).items()) if k.startswith(("S_I", "ST_")) and isinstance(v, int)} .keys() >= {"S_IRWXU"}, stat.S_IRUSR | stat.S_IXOTH, stat.ST_SIZE, stat.S_IFMT.__name__)
