# A server thread with a request queue; every request carries its own reply queue; unknown commands and shutdown.
import queue
import threading


class Server:
    def __init__(self):
        self.requests = queue.SimpleQueue()
        self.store = {}
        self.thread = threading.Thread(target=self.serve, name="server")
        self.thread.start()

    def serve(self):
        while True:
            command, args, reply = self.requests.get()
            if command == "stop":
                reply.put(("ok", len(self.store)))
                return
            try:
                reply.put(("ok", getattr(self, "do_" + command)(*args)))
            except Exception as e:
                reply.put(("error", e))

    def do_set(self, key, value):
        old = self.store.get(key)
        self.store[key] = value
        return old

    def do_get(self, key):
        return self.store[key]

    def do_add(self, key, amount):
        self.store[key] = self.store.get(key, 0) + amount
        return self.store[key]

    def call(self, command, *args):
        reply = queue.SimpleQueue()
        self.requests.put((command, args, reply))
        status, value = reply.get(timeout=10)
        if status == "error":
            raise value
        return value


server = Server()
print(server.call("set", "a", 1), server.call("set", "a", 2), server.call("get", "a"))
for command, args in (("get", ("missing",)), ("fly", ()), ("set", ("a",))):
    try:
        server.call(command, *args)
    except Exception as e:
        print(type(e).__name__, str(e).replace("Server.", ""))
totals = []


def client(n):
    for i in range(50):
        value = server.call("add", "sum", n)
    totals.append(value)


clients = [threading.Thread(target=client, args=(n,)) for n in (1, 10, 100)]
for c in clients:
    c.start()
for c in clients:
    c.join()
print(server.call("get", "sum"), max(totals))
print(server.call("stop"))
server.thread.join()
print(server.thread.is_alive())
