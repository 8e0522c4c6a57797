// The test types, and what the memory system needs from the floors above it.
#include <cstdarg>
#include <cstdio>
#include <cstdlib>

#include "runtime/object/call.hpp"
#include "runtime/object/cycles.hpp"
#include "runtime/object/memory_test.hpp"
#include "runtime/object/reclaim.hpp"
#include "runtime/object/weakref.hpp"

namespace py {

// The memory system raises only when memory or stack is exhausted, which these tests do not provoke.
Value raise(Type&, const char* format, ...) {
  std::fprintf(stderr, "unexpected exception: %s\n", format);
  std::abort();
}
Value raise_no_memory() { return raise(test::leaf_type, "MemoryError"); }
namespace exc {
constinit Type RecursionError{{.name = "RecursionError"}}, TypeError{{.name = "TypeError"}};
}
constinit Type type_type{{.name = "type"}}, module_type{{.name = "module"}}, int_type{{.name = "int"}}, str_type{{.name = "str"}}, tuple_type{{.name = "tuple"}}, list_type{{.name = "list"}}, dict_type{{.name = "dict"}}, set_type{{.name = "set"}}, frozenset_type{{.name = "frozenset"}};
constinit Type weakref_type{{.name = "ref",
                             .instance_size = sizeof(WeakRef),
                             .dealloc = weakref_dealloc,
                             .traverse = weakref_traverse,
                             .clear = weakref_clear}};
constinit Type weak_proxy_type{{.name = "proxy"}}, weak_callable_proxy_type{{.name = "callable_proxy"}};

// Weak references' callbacks are the only callables here.
Value call(Value callee, const Value* args, uint32_t n) { return callee.object()->type->call(callee, args, n, nullptr); }
// Only objects are met here, no inline values.
Type* type_of_slow(Value v) { return v.object()->type; }
void write_unraisable(Value) {}
bool dict_next(Dict*, int64_t&, Value&, Value&) { return false; }
Object* allocate_instance(Type*) { return nullptr; }

namespace test {

std::atomic<int64_t> nodes_alive{0}, leaves_alive{0}, finalizer_runs{0};
void (*finalizer)(Object*) = nullptr;

namespace {

Node* node(Object* o) { return static_cast<Node*>(o); }

void node_dealloc(Object* o) {
  decref(node(o)->left.peek());
  decref(node(o)->right.peek());
  --nodes_alive;
  free_object(o);
}
void node_traverse(Object* o, Visitor& visitor) {
  visitor.visit(node(o)->left);
  visitor.visit(node(o)->right);
}
void node_clear(Object* o) {
  node(o)->left.set(None);
  node(o)->right.set(None);
}
void node_finalize(Object* o) {
  ++finalizer_runs;
  if (finalizer) finalizer(o);
}
void leaf_dealloc(Object* o) {
  --leaves_alive;
  free_object(o);
}

}  // namespace

constinit Type node_type{{.name = "node",
                          .instance_size = sizeof(Node),
                          .flags = type_has_weakrefs,
                          .dealloc = node_dealloc,
                          .traverse = node_traverse,
                          .clear = node_clear}};
constinit Type finalized_node_type{{.name = "finalized_node",
                                    .instance_size = sizeof(Node),
                          .flags = type_has_weakrefs,
                                    .dealloc = node_dealloc,
                                    .traverse = node_traverse,
                                    .clear = node_clear,
                                    .finalize = node_finalize}};
std::atomic<int64_t> callback_runs{0};
static Value callback_call(Value, const Value*, uint32_t, Tuple*) {
  ++callback_runs;
  return None;
}
constinit Type callback_type{{.name = "callback", .instance_size = sizeof(Leaf), .dealloc = leaf_dealloc, .call = callback_call}};
static Value collecting_call(Value, const Value*, uint32_t, Tuple*) {
  collect_cycles();
  return None;
}
constinit Type collecting_callback_type{
    {.name = "collecting_callback", .instance_size = sizeof(Leaf), .dealloc = leaf_dealloc, .call = collecting_call}};

constinit Type leaf_type{{.name = "leaf", .instance_size = sizeof(Leaf), .dealloc = leaf_dealloc}};

Value make_node(Value left, Value right, Type* type) {
  Node* o = allocate<Node>(type);
  o->left.init(left);
  o->right.init(right);
  ++nodes_alive;
  return object_value(o);
}

Value make_leaf(Type* type) {
  Leaf* o = allocate<Leaf>(type);
  for (uint64_t& word : o->payload) word = 0x1122334455667788;
  ++leaves_alive;
  return object_value(o);
}

void MemoryTest::settle() {
  reclaim_now();
  for (int i = 0; i < 1000; ++i) safepoint();
  reclaim_now();
}

}  // namespace test
}  // namespace py
