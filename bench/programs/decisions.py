"""Value iteration over a Markov decision process: a battle of two fighters, states as tuples, dicts of lists."""
from collections import defaultdict, namedtuple
from functools import lru_cache
from fractions import Fraction

State = namedtuple('State', 'hp1 hp2 turn')

def outcomes(state):
    hp1, hp2, turn = state
    if hp1 <= 0 or hp2 <= 0:
        return {}
    result = {}
    for action, hits in (('fast', [(0.8, 2), (0.2, 0)]), ('strong', [(0.5, 4), (0.5, 0)]), ('rest', [(1.0, 0)])):
        options = defaultdict(float)
        for probability, damage in hits:
            if turn == 0:
                after = State(hp1 + (1 if action == 'rest' and hp1 < 12 else 0), hp2 - damage, 1)
            else:
                after = State(hp1 - damage, hp2 + (1 if action == 'rest' and hp2 < 12 else 0), 0)
            options[after] += probability
        result[action] = sorted(options.items())
    return result

start = State(12, 12, 0)
todo, graph = [start], {}
while todo:
    s = todo.pop()
    if s in graph:
        continue
    graph[s] = outcomes(s)
    for option in graph[s].values():
        for after, _ in option:
            if after not in graph:
                todo.append(after)
values = {s: (1.0 if s.hp2 <= 0 else 0.0) for s in graph}
for sweep in range(60):
    change = 0.0
    for s, actions in graph.items():
        if not actions:
            continue
        scores = [sum(p * values[after] for after, p in option) for option in actions.values()]
        new = max(scores) if s.turn == 0 else min(scores)
        change = max(change, abs(new - values[s]))
        values[s] = new
    if change < 1e-9:
        break
print(len(graph), sweep, round(values[start], 6))
