"""All permutations of a list by recursive swaps (calls and list items)."""


class Permute:
    def __init__(self, n):
        self.count = 0
        self.values = list(range(n))

    def run(self, n):
        self.count += 1
        if n:
            last = n - 1
            self.run(last)
            for i in range(last, -1, -1):
                self.swap(last, i)
                self.run(last)
                self.swap(last, i)

    def swap(self, i, j):
        values = self.values
        values[i], values[j] = values[j], values[i]


permute = Permute(9)
permute.run(9)
print(permute.count, permute.values)
