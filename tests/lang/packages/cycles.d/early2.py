import early
print(early.ready)
