"""Objects to JSON and back by a registry of classes: dataclasses, dates, sets, complex keys."""
import dataclasses
import datetime
import json
from dataclasses import dataclass, field

REGISTRY = {}


def register(cls):
    REGISTRY[cls.__name__] = cls
    return cls


@register
@dataclass(frozen=True)
class Address:
    street: str
    city: str = "Paris"


@register
@dataclass
class Person:
    name: str
    age: int
    addresses: list = field(default_factory=list)
    tags: set = field(default_factory=set)
    born: datetime.date = None
    friends: dict = field(default_factory=dict, repr=False)


class Encoder(json.JSONEncoder):
    def default(self, o):
        if dataclasses.is_dataclass(o):
            return {"$class": type(o).__name__, **{f.name: getattr(o, f.name) for f in dataclasses.fields(o)}}
        if isinstance(o, (set, frozenset)):
            return {"$set": sorted(o)}
        if isinstance(o, datetime.date):
            return {"$date": o.isoformat()}
        if isinstance(o, complex):
            return {"$complex": [o.real, o.imag]}
        return super().default(o)


def decode(d):
    match d:
        case {"$class": str(name), **rest}:
            return REGISTRY[name](**rest)
        case {"$set": list(items)}:
            return set(items)
        case {"$date": text}:
            return datetime.date.fromisoformat(text)
        case {"$complex": [re, im]}:
            return complex(re, im)
    return d


ann = Person("Ann", 41, [Address("Main St 1"), Address("Side St 2", "Rome")], {"admin", "dev"}, datetime.date(1983, 2, 28))
bob = Person("Bób \u2603", 7, friends={"best": ann, "z": 3 - 4j})
text = json.dumps([ann, bob], cls=Encoder, indent=1, sort_keys=True)
print(text)
back = json.loads(text, object_hook=decode)
print(back == [ann, bob], back[0], back[1].friends["best"] is back[0], back[1].friends["z"])
compact = json.dumps(bob, cls=Encoder, separators=(",", ":"), ensure_ascii=False)
print(len(compact), compact[:60])
try:
    json.dumps({"x": object}, cls=Encoder)
except TypeError as e:
    print(e)
try:
    json.loads('{"$class": "Nobody"}', object_hook=decode)
except KeyError as e:
    print("KeyError", e)
try:
    json.loads('[1, 2', object_hook=decode)
except json.JSONDecodeError as e:
    print(e)
