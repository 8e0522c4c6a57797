// Finding garbage by trial deletion, and disposing of it. The essay is in cycles.hpp.
#include "runtime/object/cycles.hpp"

#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "runtime/object/heap.hpp"
#include "runtime/object/layouts.hpp"
#include "runtime/object/loan.hpp"
#include "runtime/object/object_list.hpp"
#include "runtime/object/pages.hpp"
#include "runtime/object/reclaim.hpp"
#include "runtime/object/registry.hpp"
#include "runtime/object/weakref.hpp"

namespace py {

CollectorHooks collector_hooks;
const Type* generators_at_exit = nullptr;
std::atomic<int> collector_debug{0};

namespace {

constexpr auto relaxed = std::memory_order_relaxed;

std::atomic<bool> collecting{false}, automatic{true};
std::atomic<int> thresholds[3] = {700, 10, 10};
std::atomic<int64_t> live_after_last{0};
std::atomic<int64_t> collections{0}, total_collected{0};

// ---- the number each object has during a collection ----
// Not negative: a candidate, and how many references to it are not accounted for. Negative: no candidate (of no
// collected type, immortal, dying, frozen, or found reachable).

constexpr int32_t not_candidate = -1;
constexpr int32_t miscounted = 1 << 30;  // a type visited a reference it does not own

void ready_scratch(Page* page) {
  if (page->scratch) return;
  size_t bytes = page->capacity() * sizeof(int32_t);
  page->scratch = static_cast<int32_t*>(std::malloc(bytes));
  if (!page->scratch) {
    std::fputs("Fatal Python error: out of memory\n", stderr);
    std::abort();
  }
  std::memset(page->scratch, 0xff, bytes);
}

// Null when the object is of no collected type, or immortal (then it may lie outside the heap).
int32_t* small_scratch(Object* o) {
  Page* page = Page::of(o);
  return page->scratch ? page->scratch + page->index_of(o) : nullptr;
}
int64_t scratch(Object* o) {
  if (owner_of(o) == immortal_owner) return not_candidate;
  uint8_t marks = o->marks.load(relaxed);
  if (marks & flag_large) [[unlikely]] return marks & flag_large_listed ? large_header(o)->scratch : not_candidate;
  int32_t* at = small_scratch(o);
  return at ? *at : not_candidate;
}
void set_scratch(Object* o, int64_t number) {
  if (o->marks.load(relaxed) & flag_large) [[unlikely]] large_header(o)->scratch = number;
  else *small_scratch(o) = int32_t(number < INT32_MAX ? number : INT32_MAX);
}

void drop_all_scratch() {
  for_each_page(
      [](void*, Page* page) {
        std::free(page->scratch);
        page->scratch = nullptr;
      },
      nullptr);
  for_each_large([](void*, LargeHeader* header) { header->scratch = not_candidate; }, nullptr);
}

// The values a half-made object holds are zero, which is neither an object nor a proper value.
Object* object_in(Value v) { return v.is_object() ? v.object() : nullptr; }

struct Subtract final : Visitor {
  bool permanent_too = false;
  void visit(Value v) override {
    Object* o = object_in(v);
    if (!o) return;
    int64_t number = scratch(o);
    if (number < 0) return;
    set_scratch(o, number > 0 ? number - 1 : miscounted);
  }
};

// What is lent is used by somebody, as if one more reference from outside were counted.
void count_loans() {
  for_each_loan(
      [](void*, Object* o) {
        int64_t number = scratch(o);
        if (number >= 0) set_scratch(o, number + 1);
      },
      nullptr);
}

// Takes candidates off the list of candidates as they are found reachable.
struct Reach final : Visitor {
  ObjectList pending;
  void visit(Value v) override {
    Object* o = object_in(v);
    if (!o || scratch(o) < 0) return;
    set_scratch(o, not_candidate);
    pending.push(o);
  }
  void follow() {
    while (!pending.empty()) traverse(pending.pop());
  }
  void traverse(Object* o) {
    if (auto* f = o->type->traverse) f(o, *this);
  }
};

// Not on its way out: a thread may stand at a safepoint in the middle of an object's death (in a weak reference's
// callback, or in the finalizer of another object that died with it).
bool is_alive(Object* o) { return !(o->marks.load(relaxed) & flag_dying) && reference_count(o) > 0; }

bool may_be_garbage(Object* o) {
  return owner_of(o) != immortal_owner && !(o->marks.load(relaxed) & flag_frozen) && is_alive(o);
}

// At the end of the program modules are as good as immortal: nothing is reached through them.
bool is_permanent(Object* o, bool at_exit) { return owner_of(o) == immortal_owner || (at_exit && o->type == &module_type); }

// World stopped. Adds the garbage to the list, a reference to each. at_exit: what only permanent objects (modules,
// classes) refer to is garbage too.
void find_garbage(ObjectList& garbage, bool at_exit = false) {
  for_each_page(
      [](void*, Page* page) {
        if (page->collected) ready_scratch(page);
      },
      nullptr);
  for_each_large([](void*, LargeHeader* header) { header->scratch = not_candidate; }, nullptr);
  for_each_tracked(
      [](void* at_exit, Object* o) {
        if (may_be_garbage(o) && !is_permanent(o, at_exit)) set_scratch(o, reference_count(o));
      },
      at_exit ? &garbage : nullptr);
  Subtract subtract;
  subtract.permanent_too = at_exit;
  for_each_tracked(
      [](void* opaque, Object* o) {
        auto& subtract = *static_cast<Subtract*>(opaque);
        bool counts = scratch(o) >= 0 || (subtract.permanent_too && is_permanent(o, true));
        if (counts && o->type->traverse) o->type->traverse(o, subtract);
      },
      &subtract);
  count_loans();
  Reach reach;
  for_each_tracked(
      [](void* opaque, Object* o) {
        auto& reach = *static_cast<Reach*>(opaque);
        if (scratch(o) <= 0) return;
        set_scratch(o, not_candidate);
        reach.traverse(o);
        reach.follow();
      },
      &reach);
  for_each_tracked(
      [](void* opaque, Object* o) {
        if (scratch(o) == 0) {
          incref(o);
          static_cast<ObjectList*>(opaque)->push(o);
        }
      },
      &garbage);
}

// World stopped, scratch as find_garbage() left it. Callbacks of references that are garbage themselves are not due.
void cut_weakrefs(ObjectList& garbage, ObjectList& due) {
  for (Object* o : garbage) {
    if (o->marks.load(relaxed) & flag_has_weakrefs) detach_weakrefs(o, due);
  }
  size_t kept = 0;
  for (Object* o : due) {
    if (scratch(o) == 0) decref(o);      // the garbage list has another reference
    else due[kept++] = o;
  }
  due.truncate(kept);
}

// True if any ran.
bool run_finalizers(ObjectList& garbage) {
  bool any = false;
  ThreadState* thread = this_thread;
  for (Object* o : garbage) {
    auto* finalize = o->type->finalize;
    if (!finalize || (o->marks.fetch_or(flag_finalized, relaxed) & flag_finalized)) continue;
    any = true;
    finalize(o);
    decref(std::exchange(thread->pending, Undefined));
  }
  return any;
}

// After finalizers: what is reachable again leaves the list, with all it reaches. World stopped.
void keep_resurrected(ObjectList& garbage, ObjectList& resurrected) {
  for (Object* o : garbage) {
    if (!(o->marks.load(relaxed) & flag_large)) ready_scratch(Page::of(o));
    set_scratch(o, reference_count(o) - 1);
  }
  Subtract subtract;
  for (Object* o : garbage) o->type->traverse(o, subtract);
  count_loans();
  Reach reach;
  for (Object* o : garbage) {
    if (scratch(o) > 0) {
      set_scratch(o, not_candidate);
      reach.traverse(o);
      reach.follow();
    }
  }
  size_t kept = 0;
  for (Object* o : garbage) {
    if (scratch(o) < 0) resurrected.push(o);
    else garbage[kept++] = o;
  }
  garbage.truncate(kept);
}

void dispose(ObjectList& garbage) {
  int debug = collector_debug.load(relaxed);
  for (Object* o : garbage) {
    if ((debug & debug_collectable) && collector_hooks.show_collectable) collector_hooks.show_collectable(o);
    if ((debug & debug_saveall) && collector_hooks.save_garbage) collector_hooks.save_garbage(o);
    else if (auto* clear = o->type->clear) clear(o);
  }
  for (Object* o : garbage) decref(o);
}

// Every collection looks at all objects, so the next one waits until there are three times as many, and at least for
// what CPython's first two thresholds call five collections of the second generation.
void set_limit(int64_t live) {
  live_after_last.store(live, relaxed);
  int64_t step = 5 * int64_t{thresholds[0].load(relaxed)} * (thresholds[1].load(relaxed) > 0 ? thresholds[1].load(relaxed) : 1);
  bool on = automatic.load(relaxed) && step > 0;
  tracked_limit.store(on ? live + (2 * live > step ? 2 * live : step) : INT64_MAX, relaxed);
}

}  // namespace

Collection collect_cycles() {
  Collection result;
  if (collecting.exchange(true, std::memory_order_acquire)) return result;
  ThreadState* thread = this_thread;
  Value pending = std::exchange(thread->pending, Undefined);
  if (collector_hooks.started) collector_hooks.started();
  merge_queued(thread);
  reclaim_now();
  ObjectList garbage, due, resurrected;
  int64_t live;
  {
    WorldStop stop;
    drain_heaps();
    live = count_tracked();
    find_garbage(garbage);
    cut_weakrefs(garbage, due);
    drop_all_scratch();
  }
  result.collected = int64_t(garbage.count());
  set_limit(live - result.collected);
  run_weakref_callbacks(due);
  if (run_finalizers(garbage)) {
    WorldStop stop;
    keep_resurrected(garbage, resurrected);
    drop_all_scratch();
  }
  dispose(garbage);
  for (Object* o : resurrected) decref(o);
  reclaim_now();
  collections.fetch_add(1, relaxed);
  total_collected.fetch_add(result.collected, relaxed);
  collecting.store(false, std::memory_order_release);
  if (collector_hooks.finished) collector_hooks.finished(result);
  thread->pending = pending;
  return result;
}

// Instances of the program's classes, and generators; the streams of sys and other native objects are left to their modules.
static bool is_finalized_at_exit(const Type* t) { return t->finalize && ((t->flags & type_is_heap) || t == generators_at_exit); }

void finalize_at_exit(Dict* main_namespace) {
  ObjectList garbage, first;
  {
    WorldStop stop;
    // Most programs leave nothing that would notice; then nobody asks what is reachable.
    bool due = false;
    for_each_tracked(
        [](void* due, Object* o) {
          *static_cast<bool*>(due) |= is_finalized_at_exit(o->type) && !(o->marks.load(relaxed) & flag_finalized);
        },
        &due);
    if (!due) return;
    find_garbage(garbage, true);
    int64_t position = 0;
    Value key, value;
    while (dict_next(main_namespace, position, key, value)) {
      if (value.is_object() && scratch(value.object()) == 0) {
        incref(value.object());
        first.push(value.object());
      }
    }
    drop_all_scratch();
  }
  for (ObjectList* list : {&first, &garbage}) {
    size_t kept = 0;
    for (Object* o : *list) {
      if (is_finalized_at_exit(o->type)) (*list)[kept++] = o;
    }
    list->truncate(kept);
    run_finalizers(*list);
  }
}

void collect_if_due() {
  if (tracked_objects.load(relaxed) > tracked_limit.load(relaxed)) collect_cycles();
}

bool automatic_collection() { return automatic.load(relaxed); }

void set_automatic_collection(bool on) {
  automatic.store(on, relaxed);
  set_limit(live_after_last.load(relaxed));
}

void get_collection_thresholds(int out[3]) {
  for (int i = 0; i < 3; ++i) out[i] = thresholds[i].load(relaxed);
}

void set_collection_thresholds(const int in[3]) {
  for (int i = 0; i < 3; ++i) thresholds[i].store(in[i], relaxed);
  set_limit(live_after_last.load(relaxed));
}

int64_t allocated_since_collection() {
  int64_t net = estimate_tracked() - live_after_last.load(relaxed);
  return net > 0 ? net : 0;
}

CollectorStats collector_stats() { return {collections.load(relaxed), total_collected.load(relaxed), 0}; }

void list_tracked(ObjectList& out) {
  WorldStop stop;
  for_each_tracked(
      [](void* opaque, Object* o) {
        if (!is_alive(o)) return;
        incref(o);
        static_cast<ObjectList*>(opaque)->push(o);
      },
      &out);
}

void list_referrers(Object* const* targets, size_t n, ObjectList& out) {
  struct Search final : Visitor {
    Object* const* targets;
    size_t n;
    bool found;
    void visit(Value v) override {
      Object* o = object_in(v);
      for (size_t i = 0; o && i < n; ++i) found |= o == targets[i];
    }
  } search;
  search.targets = targets;
  search.n = n;
  struct Context {
    Search* search;
    ObjectList* out;
  } context{&search, &out};
  WorldStop stop;
  for_each_tracked(
      [](void* opaque, Object* o) {
        auto* context = static_cast<Context*>(opaque);
        if (!is_alive(o) || !o->type->traverse) return;
        context->search->found = false;
        o->type->traverse(o, *context->search);
        if (!context->search->found) return;
        incref(o);
        context->out->push(o);
      },
      &context);
}

bool is_tracked(Value v) { return v.is_object() && type_of(v)->traverse; }

void freeze_tracked() {
  WorldStop stop;
  for_each_tracked([](void*, Object* o) { o->marks.fetch_or(flag_frozen, relaxed); }, nullptr);
}

void thaw_tracked() {
  WorldStop stop;
  for_each_tracked([](void*, Object* o) { o->marks.fetch_and(uint8_t(~flag_frozen), relaxed); }, nullptr);
}

int64_t count_frozen() {
  WorldStop stop;
  int64_t count = 0;
  for_each_tracked(
      [](void* opaque, Object* o) {
        if (o->marks.load(relaxed) & flag_frozen) ++*static_cast<int64_t*>(opaque);
      },
      &count);
  return count;
}

}  // namespace py
