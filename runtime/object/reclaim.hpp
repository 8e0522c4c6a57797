// Deferred release: what lets readers of Slots take neither locks nor counts.
//
// The problem: thread R loads a Value from a Slot and is about to count it; thread W overwrites the Slot and
// drops the Slot's reference in between; the object is freed under R's hands. The usual ways out (a lock, a
// hazard pointer, an atomic counted exchange) make every read pay. Here only W pays: it does not drop the
// reference but retires it, and the reference is dropped after a grace period, in which every thread has
// passed a safepoint. (RCU with quiescent states; PEP 703 and CPython's qsbr.c do the same for list and dict
// storage, but there readers of objects need a conditional increment and a second look; here they do not.)
//
// The invariant: a Value peeked from a Slot is alive until the reader's next safepoint. Proof: while the Value
// was in the Slot, the Slot owned a reference to it. Whoever took it out retires exactly that reference, after
// taking it out. The grace period of the retired reference began after that, so it does not end before the
// reader's next safepoint, the reader having peeked before or never. By induction the same holds for what is
// peeked inside a peeked object: its Slots lose their references either by a store, which retires, or by the
// death of the object, which the invariant puts off. Hence the rules:
//
// - A reader that wants to keep a peeked Value across a safepoint counts it (incref) before.
// - Whoever takes a Value out of a Slot that others can reach passes it to release_overwritten() or retire(),
//   also if it is to be returned to the caller (Slot::remove() counts it once more for that).
// - Storage that readers walk without a lock (tables, item arrays) is replaced, not resized, and the old one
//   goes to retire_buffer(). What is in it by then belongs to the new storage.
// - An object that was never reachable for others, or whose count is zero, may free what it owns at once.
//
// How it works: a global epoch; each thread's seen_epoch, which it takes from the global one at safepoints that
// have been requested; blocked threads hold no peeked values and do not count. Retired items collect in the
// thread's open batch. A full or an old batch is sealed: it is stamped with a new epoch, and the next poll asks all
// running threads to announce themselves. Once all running threads have seen the stamp, the batch's items are
// released by the thread that polls. A thread polls at its safepoints only while it has something retired, and
// then only every few dozen. A thread that blocks or ends hands its batches over to a running one.
//
// Bounded memory: a batch is sealed after `batch_items` items, or a few dozen safepoints. Everything stays
// bounded as long as every running thread keeps reaching safepoints; C++ code that runs for long wraps itself in
// a BlockingRegion if it touches no Python objects.
//
// All functions: calling thread must be registered. Releasing may run Python code (finalizers): only where any
// decref may happen.
#pragma once

#include "runtime/object/object.hpp"

namespace py {

struct ThreadState;

// The calling thread's part in the scheme (safepoint_slow and the registry call these).
void announce_epoch(ThreadState* thread);            // at a safepoint: no peeked value is in use
void poll_reclaim(ThreadState* thread);              // seal what is due, release what has waited long enough
// About to block, or ending: gives what it has retired to a running thread. Runs no Python code, takes no lock of the lot.
void hand_over_retired(ThreadState* thread, bool ending);
bool has_retired(ThreadState* thread);
// As retire(), but the reference waits also when alone: somebody has peeked at it, or has a loan.
void retire_even_alone(Object* o);

// Releases everything this thread can reach, waiting for a grace period (gc.collect(), end of the program).
// At a safepoint only.
void reclaim_now();
// Batches of threads that blocked or ended wait for someone to poll.
bool orphans_waiting();
// The thread ends and has nothing retired any more.
void free_reclaim_state(ThreadState* thread);

}  // namespace py
