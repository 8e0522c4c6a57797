import early2
ready = 1
