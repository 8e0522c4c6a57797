"""Dijkstra's algorithm with a heap of tuples on a generated road network (heapq, dictionaries, tuples)."""
import heapq


def network(n):
    graph = {}
    seed = 12345
    for i in range(n):
        edges = []
        for _ in range(5):
            seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
            edges.append((seed % n, seed // 7 % 100 + 1))
        edges.append(((i + 1) % n, 50))
        graph[i] = edges
    return graph


def distances(graph, start):
    best = {start: 0}
    heap = [(0, start)]
    done = set()
    while heap:
        distance, node = heapq.heappop(heap)
        if node in done:
            continue
        done.add(node)
        for other, length in graph[node]:
            candidate = distance + length
            if other not in best or candidate < best[other]:
                best[other] = candidate
                heapq.heappush(heap, (candidate, other))
    return best


graph = network(30000)
total = 0
for start in (0, 1999, 4000, 7777):
    best = distances(graph, start)
    total += sum(best.values()) + max(best.values())
print(total)
