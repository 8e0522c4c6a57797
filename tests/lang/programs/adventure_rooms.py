# test: stdin=look\nnorth\ntake lamp\ninventory\nopen chest\ntake key\ngo east\nunlock door\nnorth\nuse lamp\nnorth\ndance\ntake sword\ndrop key\nlook\nquit\n
# A text adventure: rooms, items, a state machine of doors, commands dispatched by name, and a transcript.
import sys


class GameOver(Exception):
    pass


class Item:
    def __init__(self, name, text, portable=True):
        self.name, self.text, self.portable = name, text, portable

    def __str__(self):
        return self.name


class Room:
    def __init__(self, name, text, *items):
        self.name, self.text = name, text
        self.items = {i.name: i for i in items}
        self.exits = {}
        self.visited = 0

    def connect(self, direction, other, door=None):
        back = {"north": "south", "south": "north", "east": "west", "west": "east"}[direction]
        self.exits[direction] = (other, door)
        other.exits[back] = (self, door)
        return self

    def describe(self):
        lines = [f"== {self.name} ==", self.text if not self.visited else "(again)"]
        if self.items:
            lines.append("You see: " + ", ".join(sorted(map(str, self.items.values()))))
        lines.append("Exits: " + ", ".join(f"{d}{'*' if door and door.locked else ''}" for d, (_, door) in sorted(self.exits.items())))
        return "\n".join(lines)


class Door:
    def __init__(self):
        self.locked = True


class Game:
    aliases = {"n": "north", "s": "south", "e": "east", "w": "west", "i": "inventory", "l": "look"}

    def __init__(self):
        self.door = Door()
        hall = Room("Hall", "A dusty hall.", Item("chest", "An oak chest.", False))
        kitchen = Room("Kitchen", "It smells of soup.", Item("lamp", "A brass lamp."))
        attic = Room("Attic", "Dark.", Item("sword", "Sharp."))
        hall.connect("north", kitchen)
        kitchen.connect("east", attic, self.door)
        attic.connect("north", Room("Roof", "The stars are out."))
        self.here, self.bag, self.lit, self.turns = hall, {}, False, 0

    def run(self, lines):
        self.do_look()
        for line in lines:
            words = line.split()
            if not words:
                continue
            print(f"> {line.strip()}")
            self.turns += 1
            try:
                self.command(*words)
            except GameOver as e:
                print(e)
                return
            except TypeError:
                print("What?")
        print("The story stops here.")

    def command(self, verb, *rest):
        verb = self.aliases.get(verb, verb)
        if verb in ("north", "south", "east", "west"):
            return self.do_go(verb)
        handler = getattr(self, "do_" + verb, None)
        if handler is None:
            print(f"You do not know how to {verb}.")
        else:
            handler(*rest)

    def do_look(self):
        print(self.here.describe())
        self.here.visited += 1

    def do_go(self, direction):
        match self.here.exits.get(direction):
            case None:
                print("You cannot go there.")
            case (_, Door(locked=True)):
                print("The door is locked.")
            case (Room(name="Roof") as room, _) if not self.lit:
                print("Too dark to climb to the", room.name)
            case (room, _):
                self.here = room
                self.do_look()

    def do_take(self, name):
        item = self.here.items.get(name)
        if not item:
            print(f"There is no {name} here.")
        elif not item.portable:
            print(f"The {item} is too heavy.")
        else:
            self.bag[name] = self.here.items.pop(name)
            print(f"Taken: {item.text}")

    def do_drop(self, name):
        try:
            self.here.items[name] = self.bag.pop(name)
        except KeyError as e:
            print("You do not have", e)
        else:
            print("Dropped.")

    def do_inventory(self):
        print("You carry:", ", ".join(self.bag) or "nothing")

    def do_open(self, name):
        if name == "chest" and "chest" in self.here.items:
            self.here.items["key"] = Item("key", "A small key.")
            print("Inside is a key.")
        else:
            print("It does not open.")

    def do_unlock(self, _):
        if "key" in self.bag and self.here.name == "Kitchen":
            self.door.locked = False
            print("Click.")
        else:
            print("Nothing happens.")

    def do_use(self, name):
        self.lit |= name == "lamp" and name in self.bag
        print("Light!" if self.lit else "No use.")

    def do_quit(self):
        raise GameOver(f"Bye after {self.turns} turns with {sorted(self.bag)}.")


script = sys.stdin.read().split("\n")
Game().run(script)
print("---- second run")
Game().run("open chest;take key;take chest;n;take lamp;e;unlock door;e;n;use lamp;n;look;take;xyzzy;quit now;q".split(";"))
