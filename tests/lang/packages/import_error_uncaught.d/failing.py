CONFIG = {"debug": True}


def load(key):
    return CONFIG[key]


VALUE = load("debug")
OTHER = load("missing")
