// The cycle collector: finds objects that only refer to each other, and breaks them up.
//
// Trial deletion, as CPython's (Modules/gcmodule.c), over all objects of collected types (type->traverse), found by
// walking the heap's pages while the world is stopped: the references that come from collected objects are
// subtracted from each count; what has some left is held from outside (a local variable, a coroutine's frame, a
// reference still to be merged or reclaimed) and keeps everything it reaches. The rest is garbage. Then, with the
// other threads running again: callbacks of weak references (the references themselves were cut while the world
// stood, so that nobody can reach the garbage any more), finalizers, a second look at what finalizers resurrected,
// and type->clear of the rest (PEP 442).
//
// There is one generation. A collection is due when the number of tracked objects has grown by threshold[0] *
// threshold[1], or by as many as survived the last one, whichever is more; so the work stays proportional to what
// is allocated.
#pragma once

#include "runtime/object/type.hpp"

namespace py {

class ObjectList;
struct Dict;

struct Collection {
  int64_t collected = 0, uncollectable = 0;
};

enum CollectorDebug : int { debug_stats = 1, debug_collectable = 2, debug_uncollectable = 4, debug_saveall = 32 };

// What the gc module hangs in. Called on the collecting thread, with the world running; may run Python code.
struct CollectorHooks {
  void (*started)() = nullptr;
  void (*finished)(const Collection& result) = nullptr;
  void (*save_garbage)(Object* o) = nullptr;   // debug_saveall: instead of clearing
  void (*show_collectable)(Object* o) = nullptr;   // debug_collectable
};
extern CollectorHooks collector_hooks;
extern std::atomic<int> collector_debug;

// At a safepoint only. A collection already under way makes it do nothing.
Collection collect_cycles();
void collect_if_due();

// The end of the program: runs the finalizers of all instances of Python classes that only modules and classes still refer to, first what
// the main module's names are bound to, in the order of their definition (CPython: Python/pylifecycle.c,
// finalize_modules). Nothing is freed: the process is about to end, and daemon threads may still run.
void finalize_at_exit(Dict* main_namespace);

// The type of generators, whose suspended frames end with the program as instances of Python classes do.
extern const Type* generators_at_exit;

bool automatic_collection();
void set_automatic_collection(bool on);
void get_collection_thresholds(int out[3]);
void set_collection_thresholds(const int in[3]);
int64_t allocated_since_collection();    // tracked objects, net
struct CollectorStats {
  int64_t collections, collected, uncollectable;
};
CollectorStats collector_stats();

// All tracked objects, owned references. At a safepoint only: stops the world.
void list_tracked(ObjectList& out);
// Those that refer to one of the n targets directly.
void list_referrers(Object* const* targets, size_t n, ObjectList& out);
bool is_tracked(Value v);                // of a collected type
// Whatever exists now is never looked at again, until thawed.
void freeze_tracked();
void thaw_tracked();
int64_t count_frozen();

}  // namespace py
