"""Reversing and translating DNA (the benchmarks game's reverse-complement), on generated DNA."""
TABLE = str.maketrans("ACBDGHKMNSRUTWVYacbdghkmnsrutwvy", "TGVHCDMKNSYAAWBRTGVHCDMKNSYAAWBR")


def lines(n):
    seed = 42
    for _ in range(n):
        out = []
        for _ in range(60):
            seed = (seed * 3877 + 29573) % 139968
            out.append("acgtMRWSYKVHDBN"[seed * 15 // 139968])
        yield "".join(out)


def reverse_complement(text):
    return text.translate(TABLE)[::-1]


body = "".join(lines(50000))
result = reverse_complement(body)
check = 0
for start in range(0, len(result), 60):
    line = result[start:start + 60]
    check = (check * 31 + hash(line == line.upper()) + ord(line[0]) + len(line)) % 1000003
print(result[:60], len(result), check)
