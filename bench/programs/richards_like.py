"""A tiny operating system: tasks with state machines, queues and dispatch by method (after Richards)."""


class Packet:
    def __init__(self, link, owner, kind):
        self.link, self.owner, self.kind, self.datum = link, owner, kind, 0


class Task:
    def __init__(self, name, priority):
        self.name, self.priority = name, priority
        self.inbox, self.runs, self.held = [], 0, False

    def ready(self):
        return not self.held and bool(self.inbox)

    def step(self, system):
        raise NotImplementedError


class Worker(Task):
    def step(self, system):
        packet = self.inbox.pop()
        packet.datum = (packet.datum * 7 + self.priority) % 26
        system.send("handler" if packet.datum % 2 else "device", packet)


class Handler(Task):
    def step(self, system):
        packet = self.inbox.pop()
        packet.kind += 1
        system.send("device", packet)


class Device(Task):
    def step(self, system):
        packet = self.inbox.pop()
        packet.datum += 1
        system.done += 1
        system.send("worker", packet)


class System:
    def __init__(self):
        self.tasks, self.by_name, self.done = [], {}, 0

    def add(self, task):
        self.tasks.append(task)
        self.by_name[task.name] = task

    def send(self, name, packet):
        packet.owner = name
        self.by_name[name].inbox.append(packet)

    def run(self, limit):
        while self.done < limit:
            for task in self.tasks:
                if task.ready():
                    task.runs += 1
                    task.step(self)


system = System()
for n, cls in enumerate((Worker, Handler, Device)):
    system.add(cls(cls.__name__.lower(), n + 1))
for n in range(6):
    system.send("worker", Packet(None, "worker", n))
system.run(200000)
print(system.done, [t.runs for t in system.tasks])
