def text(guest):
    return "hello " + guest.name
