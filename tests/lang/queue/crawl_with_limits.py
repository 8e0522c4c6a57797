# A crawler over a made-up site: depth limits, visited once, a politeness limit per host, errors collected.
import queue
import threading

SITE = {f"h{h}/p{p}": [f"h{(h + p + k) % 4}/p{(p * 2 + k) % 9}" for k in range(3)] for h in range(4) for p in range(9)}
SITE["h1/p3"] = None


class Fetcher:
    def __init__(self):
        self.lock = threading.Lock()
        self.active = {}
        self.peak = 0
        self.hosts = {f"h{n}": threading.Semaphore(1) for n in range(4)}

    def fetch(self, url):
        host = url.split("/")[0]
        with self.hosts[host]:
            with self.lock:
                self.active[host] = self.active.get(host, 0) + 1
                self.peak = max(self.peak, self.active[host])
            try:
                links = SITE[url]
                if links is None:
                    raise OSError(404, "gone", url)
                return links
            finally:
                with self.lock:
                    self.active[host] -= 1


def crawl(start, limit, workers):
    todo, visited, errors = queue.Queue(), {start: 0}, []
    lock, fetcher = threading.Lock(), Fetcher()
    todo.put((start, 0))

    def work():
        while True:
            item = todo.get()
            try:
                if item is None:
                    return
                url, depth = item
                if depth < limit:
                    for link in fetcher.fetch(url):
                        with lock:
                            known = visited.get(link)
                            if known is not None and known <= depth + 1:
                                continue
                            visited[link] = depth + 1
                        todo.put((link, depth + 1))
            except OSError as e:
                with lock:
                    errors.append(e.filename)
            finally:
                todo.task_done()

    threads = [threading.Thread(target=work) for _ in range(workers)]
    for t in threads:
        t.start()
    todo.join()
    for _ in threads:
        todo.put(None)
    for t in threads:
        t.join()
    return visited, set(errors), fetcher.peak


for limit in (0, 1, 2, 4):
    results = [crawl("h0/p1", limit, workers) for workers in (1, 4)]
    (visited, errors, peak), (again, same, _) = results
    print(limit, len(visited), visited == again, sorted(errors), errors == same, peak <= 1, max(visited.values()))
