"""A small adventure driven by text: parsing, dictionaries of rooms, inventory and score (test of ordinary string code)."""

ROOMS = {
    "hall": {"text": "A dusty hall.", "exits": {"north": "library", "east": "kitchen"}, "items": ["lamp"]},
    "library": {"text": "Books everywhere.", "exits": {"south": "hall", "up": "tower"}, "items": ["book", "scroll"], "dark": True},
    "kitchen": {"text": "It smells of soup.", "exits": {"west": "hall"}, "items": ["knife", "bread"]},
    "tower": {"text": "The view is splendid.", "exits": {"down": "library"}, "items": []},
}
SHORT = {"n": "north", "s": "south", "e": "east", "w": "west", "u": "up", "d": "down", "i": "inventory", "l": "look", "x": "examine"}


class Game:
    def __init__(self):
        self.here, self.bag, self.score, self.turns, self.over = "hall", [], 0, 0, False

    @property
    def room(self):
        return ROOMS[self.here]

    def visible(self):
        return not self.room.get("dark") or "lamp" in self.bag

    def do(self, line):
        words = [SHORT.get(w, w) for w in line.lower().split() if w not in ("the", "a", "to")]
        if not words:
            return "Pardon?"
        self.turns += 1
        verb, *rest = words
        if verb in ("north", "south", "east", "west", "up", "down"):
            verb, rest = "go", [verb]
        handler = getattr(self, "do_" + verb, None)
        if handler is None:
            return f"I don't know how to {verb!r}."
        try:
            return handler(*rest)
        except TypeError:
            return f"{verb.capitalize()} what?"

    def do_go(self, direction):
        if direction not in self.room["exits"]:
            return "You can't go that way."
        self.here = self.room["exits"][direction]
        self.score += 1
        return self.do_look()

    def do_look(self):
        if not self.visible():
            return "It is pitch dark."
        items = ", ".join(sorted(self.room["items"])) or "nothing"
        return f"[{self.here}] {self.room['text']} You see {items}. Exits: {'/'.join(self.room['exits'])}."

    def do_take(self, thing):
        if thing == "all":
            return "; ".join(self.do_take(t) for t in list(self.room["items"])) or "Nothing here."
        if thing not in self.room["items"] or not self.visible():
            return f"No {thing} here."
        self.room["items"].remove(thing)
        self.bag.append(thing)
        self.score += 5
        return f"Taken: {thing}."

    def do_drop(self, thing):
        try:
            self.bag.remove(thing)
        except ValueError:
            return f"You have no {thing}."
        self.room["items"].append(thing)
        return "Dropped."

    def do_inventory(self):
        return "You carry " + (" and ".join(self.bag) if self.bag else "nothing") + "."

    def do_quit(self):
        self.over = True
        return f"Score {self.score} in {self.turns} turns."


game = Game()
for line in """l
go north
take book
s
take lamp
n
take all
x book
up
drop scroll
drop piano
i
take

fly to the moon
d
s
east
take the bread
west west
quit
never""".splitlines():
    print(f"> {line}")
    print(game.do(line))
    if game.over:
        break
