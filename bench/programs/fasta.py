"""Random DNA written line by line (the benchmarks game's fasta): a linear congruential generator, floats, string pieces."""
import sys

ALU = ("GGCCGGGCGCGGTGGCTCACGCCTGTAATCCCAGCACTTTGGGAGGCCGAGGCGGGCGGATCACCTGAGGTCAGGAGTTCGAGACCAGCCTGGCCAACATGGTGAAACCCCGTCTCTACTAAA"
       "AATACAAAAATTAGCCGGGCGTGGTGGCGCGCGCCTGTAATCCCAGCTACTCGGGAGGCTGAGGCAGGAGAATCGCTTGAACCCGGGAGGCGGAGGTTGCAGTGAGCCGAGATCGCGCCACT"
       "GCACTCCAGCCTGGGCGACAGAGCGAGACTCCGTCTCAAAAA")
IUB = [("a", 0.27), ("c", 0.12), ("g", 0.12), ("t", 0.27), ("B", 0.02), ("D", 0.02), ("H", 0.02), ("K", 0.02), ("M", 0.02),
       ("N", 0.02), ("R", 0.02), ("S", 0.02), ("V", 0.02), ("W", 0.02), ("Y", 0.02)]
HOMO_SAPIENS = [("a", 0.3029549426680), ("c", 0.1979883004921), ("g", 0.1975473066391), ("t", 0.3015094502008)]
IM, IA, IC = 139968, 3877, 29573
WIDTH = 60

seed = 42


def cumulative(table):
    letters, sums, total = [], [], 0.0
    for letter, share in table:
        total += share
        letters.append(letter)
        sums.append(total)
    return letters, sums


def repeat_fasta(source, n, write):
    length = len(source)
    text = source + source
    position = 0
    for start in range(0, n, WIDTH):
        size = min(WIDTH, n - start)
        write(text[position:position + size] + "\n")
        position = (position + size) % length


def random_fasta(table, n, write):
    global seed
    letters, sums = cumulative(table)
    current = seed
    last = len(letters) - 1
    for start in range(0, n, WIDTH):
        line = []
        for _ in range(min(WIDTH, n - start)):
            current = (current * IA + IC) % IM
            r = current / IM
            k = 0
            while k < last and sums[k] < r:
                k += 1
            line.append(letters[k])
        write("".join(line) + "\n")
    seed = current


def main(n):
    write = sys.stdout.write
    write(">ONE Homo sapiens alu\n")
    repeat_fasta(ALU, n * 2, write)
    write(">TWO IUB ambiguity codes\n")
    random_fasta(IUB, n * 3, write)
    write(">THREE Homo sapiens frequency\n")
    random_fasta(HOMO_SAPIENS, n * 5, write)


main(250000)
