# test: stderr=full
# A module whose top level fails is reported with the line of the import that ran it.
print("before")
import failing
print("never")
