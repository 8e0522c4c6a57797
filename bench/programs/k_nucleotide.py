"""Counting substrings of DNA in dictionaries (the benchmarks game's k-nucleotide), on generated DNA."""


def dna(n):
    seed, out = 42, []
    for _ in range(n):
        seed = (seed * 3877 + 29573) % 139968
        out.append("ACGT"[seed * 4 // 139968])
    return "".join(out)


def count(sequence, size):
    counts = {}
    for i in range(len(sequence) - size + 1):
        piece = sequence[i:i + size]
        counts[piece] = counts.get(piece, 0) + 1
    return counts


def frequencies(sequence, size):
    counts = count(sequence, size)
    total = sum(counts.values())
    for piece, n in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        print(f"{piece} {100 * n / total:.3f}")
    print()


sequence = dna(250000)
for size in (1, 2):
    frequencies(sequence, size)
for piece in ("GGT", "GGTA", "GGTATT", "GGTATTTTAATT", "GGTATTTTAATTTATAGT"):
    print(count(sequence, len(piece)).get(piece, 0), piece, sep="\t")
