"""State machines built by a decorator and a metaclass, with hooks and illegal transitions."""


class IllegalTransition(RuntimeError):
    pass


class StateMeta(type):
    def __new__(meta, name, bases, namespace, initial=None):
        cls = super().__new__(meta, name, bases, namespace)
        cls.transitions = dict(getattr(cls, "transitions", {}))
        for key, value in namespace.items():
            for source, target in getattr(value, "_moves", ()):
                cls.transitions[source, key] = target
        if initial is not None:
            cls.initial = initial
        return cls

    def __init__(cls, name, bases, namespace, **kwargs):
        super().__init__(name, bases, namespace)


def moves(*pairs):
    def decorate(function):
        function._moves = pairs

        def wrapper(self, *args, **kwargs):
            try:
                target = self.transitions[self.state, function.__name__]
            except KeyError:
                raise IllegalTransition(f"{function.__name__} in state {self.state}") from None
            result = function(self, *args, **kwargs)
            self.leave(self.state)
            self.state = target
            return result
        wrapper._moves = pairs
        wrapper.__name__ = function.__name__
        return wrapper
    return decorate


class Machine(metaclass=StateMeta, initial="idle"):
    def __init__(self):
        self.state = self.initial
        self.trail = []

    def leave(self, state):
        self.trail.append(state)


class Door(Machine, initial="closed"):
    @moves(("closed", "open"))
    def open(self):
        return "creak"

    @moves(("open", "closed"), ("locked", "locked"))
    def close(self):
        return "slam"

    @moves(("closed", "locked"))
    def lock(self, key):
        if key != 42:
            raise ValueError("wrong key")


class AutoDoor(Door):
    @moves(("closed", "open"), ("open", "open"))
    def open(self):
        return "whirr"


for cls in (Door, AutoDoor):
    door = cls()
    print(cls.__name__, door.state, door.open(), door.state)
    try:
        print(door.open(), door.state)
    except IllegalTransition as e:
        print("illegal:", e, e.__suppress_context__)
    print(door.close(), door.state)
    try:
        door.lock(1)
    except ValueError as e:
        print(e, door.state)
    door.lock(key=42)
    print(door.close(), door.state, door.trail)
print(sorted(Door.transitions.items()), len(AutoDoor.transitions), Machine.transitions, type(Door).__name__)
