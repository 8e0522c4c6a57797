# Depth first and breadth first walks of one graph by workers over LifoQueue and Queue: the same nodes are reached.
import queue
import threading


def neighbours(n):
    return [m for m in (n * 2, n * 3 + 1, n - 5) if 0 < m < 300]


def walk(q, start, workers):
    reached = {start}
    lock = threading.Lock()
    q.put(start)

    def work():
        while True:
            node = q.get()
            if node is None:
                return
            for m in neighbours(node):
                with lock:
                    if m in reached:
                        continue
                    reached.add(m)
                q.put(m)
            q.task_done()

    threads = [threading.Thread(target=work) for _ in range(workers)]
    for t in threads:
        t.start()
    q.join()
    for _ in threads:
        q.put(None)
    for t in threads:
        t.join()
    return reached


breadth = walk(queue.Queue(), 1, 3)
depth = walk(queue.LifoQueue(), 1, 3)
alone = walk(queue.LifoQueue(), 1, 1)
print(len(breadth), breadth == depth == alone, sorted(breadth)[:12], max(breadth))

stack = queue.LifoQueue()
order = []
stack.put(1)
seen = {1}
while not stack.empty():
    node = stack.get()
    order.append(node)
    for m in neighbours(node):
        if m not in seen:
            seen.add(m)
            stack.put(m)
print(order[:15], len(order))
