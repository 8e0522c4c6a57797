"""Richards: the kernel of an operating system in miniature, after Martin Richards's benchmark as published for many languages."""
IDLE, WORKER, HANDLER_A, HANDLER_B, DEVICE_A, DEVICE_B = range(6)
KIND_DEVICE, KIND_WORK = 0, 1
PACKET_DATA = 4


class Packet:
    def __init__(self, link, identity, kind):
        self.link = link
        self.identity = identity
        self.kind = kind
        self.datum = 0
        self.data = [0] * PACKET_DATA

    def append_to(self, queue):
        self.link = None
        if queue is None:
            return self
        last = queue
        while last.link is not None:
            last = last.link
        last.link = self
        return queue


class State:
    def __init__(self):
        self.packet_pending = False
        self.waiting = False
        self.holding = False

    def set_running(self):
        self.packet_pending = self.waiting = self.holding = False
        return self

    def set_waiting(self):
        self.packet_pending = self.holding = False
        self.waiting = True
        return self

    def set_waiting_with_packet(self):
        self.packet_pending = self.waiting = True
        self.holding = False
        return self

    def set_packet_pending(self):
        self.packet_pending = True
        self.waiting = self.holding = False
        return self

    def is_held_or_waiting(self):
        return self.holding or (not self.packet_pending and self.waiting)

    def is_waiting_with_packet(self):
        return self.packet_pending and self.waiting and not self.holding


class Task(State):
    def __init__(self, scheduler, identity, priority, queue, state):
        self.scheduler = scheduler
        self.link = scheduler.tasks
        self.identity = identity
        self.priority = priority
        self.input = queue
        self.packet_pending = state.packet_pending
        self.waiting = state.waiting
        self.holding = state.holding
        scheduler.tasks = self
        scheduler.table[identity] = self

    def step(self, packet):
        raise NotImplementedError

    def run(self):
        if self.is_waiting_with_packet():
            packet = self.input
            self.input = packet.link
            if self.input is None:
                self.set_running()
            else:
                self.set_packet_pending()
        else:
            packet = None
        return self.step(packet)

    def add_packet(self, packet, other):
        if self.input is None:
            self.input = packet
            self.packet_pending = True
            if self.priority > other.priority:
                return self
        else:
            packet.append_to(self.input)
        return other

    def wait(self):
        self.waiting = True
        return self

    def hold(self):
        self.scheduler.hold_count += 1
        self.holding = True
        return self.link

    def release(self, identity):
        task = self.scheduler.find(identity)
        task.holding = False
        return task if task.priority > self.priority else self

    def send(self, packet):
        task = self.scheduler.find(packet.identity)
        self.scheduler.queue_count += 1
        packet.link = None
        packet.identity = self.identity
        return task.add_packet(packet, self)


class DeviceTask(Task):
    def __init__(self, scheduler, identity, priority, queue, state):
        Task.__init__(self, scheduler, identity, priority, queue, state)
        self.pending = None

    def step(self, packet):
        if packet is None:
            packet = self.pending
            if packet is None:
                return self.wait()
            self.pending = None
            return self.send(packet)
        self.pending = packet
        return self.hold()


class HandlerTask(Task):
    def __init__(self, scheduler, identity, priority, queue, state):
        Task.__init__(self, scheduler, identity, priority, queue, state)
        self.work = None
        self.devices = None

    def step(self, packet):
        if packet is not None:
            if packet.kind == KIND_WORK:
                self.work = packet.append_to(self.work)
            else:
                self.devices = packet.append_to(self.devices)
        work = self.work
        if work is None:
            return self.wait()
        count = work.datum
        if count >= PACKET_DATA:
            self.work = work.link
            return self.send(work)
        device = self.devices
        if device is None:
            return self.wait()
        self.devices = device.link
        device.datum = work.data[count]
        work.datum = count + 1
        return self.send(device)


class IdleTask(Task):
    def __init__(self, scheduler, identity, priority, queue, state):
        Task.__init__(self, scheduler, identity, priority, queue, state)
        self.control = 1
        self.count = 10000

    def step(self, packet):
        self.count -= 1
        if self.count == 0:
            return self.hold()
        if self.control & 1 == 0:
            self.control //= 2
            return self.release(DEVICE_A)
        self.control = self.control // 2 ^ 0xD008
        return self.release(DEVICE_B)


class WorkerTask(Task):
    def __init__(self, scheduler, identity, priority, queue, state):
        Task.__init__(self, scheduler, identity, priority, queue, state)
        self.destination = HANDLER_A
        self.count = 0

    def step(self, packet):
        if packet is None:
            return self.wait()
        self.destination = HANDLER_B if self.destination == HANDLER_A else HANDLER_A
        packet.identity = self.destination
        packet.datum = 0
        for n in range(PACKET_DATA):
            self.count += 1
            if self.count > 26:
                self.count = 1
            packet.data[n] = ord("A") + self.count - 1
        return self.send(packet)


class Scheduler:
    def __init__(self):
        self.tasks = None
        self.table = [None] * 6
        self.hold_count = 0
        self.queue_count = 0

    def find(self, identity):
        task = self.table[identity]
        if task is None:
            raise LookupError(f"no task {identity}")
        return task

    def run(self):
        task = self.tasks
        while task is not None:
            if task.is_held_or_waiting():
                task = task.link
            else:
                task = task.run()


def simulate():
    scheduler = Scheduler()
    IdleTask(scheduler, IDLE, 0, None, State().set_running())
    queue = Packet(None, 0, KIND_WORK)
    queue = Packet(queue, 0, KIND_WORK)
    WorkerTask(scheduler, WORKER, 1000, queue, State().set_waiting_with_packet())
    for identity, device, priority in ((HANDLER_A, DEVICE_A, 2000), (HANDLER_B, DEVICE_B, 3000)):
        queue = None
        for _ in range(3):
            queue = Packet(queue, device, KIND_DEVICE)
        HandlerTask(scheduler, identity, priority, queue, State().set_waiting_with_packet())
    DeviceTask(scheduler, DEVICE_A, 4000, None, State().set_waiting())
    DeviceTask(scheduler, DEVICE_B, 5000, None, State().set_waiting())
    scheduler.run()
    return scheduler.queue_count, scheduler.hold_count


for _ in range(20):
    result = simulate()
print(result)
