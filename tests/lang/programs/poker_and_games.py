# Cards and games: poker hands ranked, tic-tac-toe by minimax, bowling scores, a dice game with a seeded random, mastermind.
import random
from collections import Counter
from enum import IntEnum
from functools import lru_cache, total_ordering
from itertools import combinations, product


class Rank(IntEnum):
    HIGH, PAIR, TWO_PAIR, THREE, STRAIGHT, FLUSH, FULL, FOUR, STRAIGHT_FLUSH = range(9)


@total_ordering
class Hand:
    order = "23456789TJQKA"

    def __init__(self, text):
        self.text = text
        cards = text.split()
        values = sorted((self.order.index(c[0]) for c in cards), reverse=True)
        counts = sorted(Counter(values).items(), key=lambda p: (-p[1], -p[0]))
        flush = len({c[1] for c in cards}) == 1
        if values == [12, 3, 2, 1, 0]:
            values = counts_values = [3, 2, 1, 0, -1]
            straight = True
        else:
            straight = len(set(values)) == 5 and values[0] - values[4] == 4
            counts_values = [v for v, _ in counts]
        shape = tuple(n for _, n in counts)
        self.rank = (Rank.STRAIGHT_FLUSH if straight and flush else Rank.FOUR if shape == (4, 1) else Rank.FULL if shape == (3, 2) else Rank.FLUSH if flush
                     else Rank.STRAIGHT if straight else Rank.THREE if shape == (3, 1, 1) else Rank.TWO_PAIR if shape == (2, 2, 1) else Rank.PAIR if 2 in shape else Rank.HIGH)
        self.key = self.rank, counts_values

    def __eq__(self, o): return self.key == o.key
    def __lt__(self, o): return self.key < o.key
    def __repr__(self): return f"<{self.text}: {self.rank.name.lower().replace('_', ' ')}>"


hands = [Hand(t) for t in ("2H 3D 5S 9C KD", "2C 3H 4S 8C AH", "2H 2D 5S 9C KD", "2H 2D 5S 5C KD", "3H 3D 3S 9C KD", "AH 2D 3S 4C 5D", "TH JD QS KC AD", "2H 4H 9H JH KH", "2H 2D 2S 9C 9D", "9H 9D 9S 9C KD", "AH 2H 3H 4H 5H", "9S TS JS QS KS")]
random.Random(5).shuffle(hands)
for h in sorted(hands, reverse=True):
    print(h)
print(max(hands), Hand("2H 3D 5S 9C KD") == Hand("2C 3C 5D 9H KS"), min(hands) < max(hands))
deck = [v + s for v in "AKQ" for s in "SH"]
print(Counter(Hand(" ".join(c)).rank.name for c in combinations(deck, 5)))


class Board:
    lines = [(0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 3, 6), (1, 4, 7), (2, 5, 8), (0, 4, 8), (2, 4, 6)]
    visits = 0

    @classmethod
    def winner(cls, b):
        for i, j, k in cls.lines:
            if b[i] != "." and b[i] == b[j] == b[k]:
                return b[i]

    @classmethod
    @lru_cache(maxsize=None)
    def best(cls, b, player):
        Board.visits += 1
        if w := cls.winner(b):
            return (1 if w == player else -1), None
        moves = [i for i, c in enumerate(b) if c == "."]
        if not moves:
            return 0, None
        other = "XO"[player == "X"]
        return max(((-cls.best(b[:m] + player + b[m + 1:], other)[0], -m) for m in moves))

    @classmethod
    def play(cls, b="." * 9, player="X"):
        while "." in b and not cls.winner(b):
            score, move = cls.best(b, player)
            b = b[:-move] + player + b[-move + 1:]
            player = "XO"[player == "X"]
            yield b


games = list(Board.play())
print(games[-1], Board.winner(games[-1]), Board.visits, Board.best.cache_info().hits > 0, list(Board.play("X.X......", "O"))[-1], list(Board.play("XX.OO....", "X"))[-1])


def bowling(rolls):
    score, i = 0, 0
    frames = []
    for frame in range(10):
        match rolls[i:i + 3]:
            case [10, a, b]: score += 10 + a + b; i += 1
            case [a, b, c] if a + b == 10: score += 10 + c; i += 2
            case [a, b, *_] if a + b < 10: score += a + b; i += 2
            case bad: raise ValueError(f"frame {frame + 1}: {bad}")
        frames.append(score)
    return frames


for rolls in ([10] * 12, [5] * 21, [9, 0] * 10, [10, 7, 3, 9, 0, 10, 0, 8, 8, 2, 0, 6, 10, 10, 10, 8, 1], [5, 6], [10]):
    try:
        print(bowling(rolls))
    except ValueError as e:
        print(e)


class Dice:
    def __init__(self, seed): self.rng, self.history = random.Random(seed), []

    def __call__(self, n=2, sides=6):
        r = [self.rng.randint(1, sides) for _ in range(n)]
        self.history.append(sum(r))
        return r


def craps(dice):
    first = sum(dice())
    if first in (7, 11): return "natural", first
    if first in (2, 3, 12): return "craps", first
    while (roll := sum(dice())) not in (first, 7): pass
    return ("point" if roll == first else "seven out"), first


d = Dice(42)
print([craps(d) for _ in range(8)], len(d.history), d(3, 20), d.rng.sample("abcdef", 3), d.rng.choice([1, 2, 3]), round(d.rng.random(), 6), d.rng.choices("xy", weights=[1, 3], k=5))


def score(guess, secret):
    black = sum(map(str.__eq__, guess, secret))
    return black, sum((Counter(guess) & Counter(secret)).values()) - black


def solve(secret, colors="RGBY", n=3):
    candidates = ["".join(p) for p in product(colors, repeat=n)]
    while candidates:
        guess = candidates[len(candidates) // 2]
        answer = score(guess, secret)
        yield guess, answer
        if answer[0] == n: return
        candidates = [c for c in candidates if score(guess, c) == answer and c != guess]


print(list(solve("GRY")), score("RRGB", "RGRR"), max(len(list(solve("".join(s)))) for s in product("RGBY", repeat=3)))
