// Small types and helpers for the tests of counting, heap, reclamation and collection.
#pragma once

#include <gtest/gtest.h>

#include "runtime/object/heap.hpp"
#include "runtime/object/registry.hpp"
#include "runtime/object/thread_state.hpp"
#include "runtime/object/type.hpp"
#include "runtime/sync/test_threads.hpp"

namespace py::test {

// An object with two slots that may point anywhere; counts its births and deaths.
struct Node : Object {
  Slot left, right;
};
struct Leaf : Object {                   // not collected
  uint64_t payload[3];
};
extern Type node_type, leaf_type, finalized_node_type;
extern Type callback_type;               // a leaf that can be called
extern Type collecting_callback_type;    // likewise; collects cycles
extern std::atomic<int64_t> callback_runs;
extern std::atomic<int64_t> nodes_alive, leaves_alive;
extern std::atomic<int64_t> finalizer_runs;
extern void (*finalizer)(Object*);       // what finalized_node_type's finalizer does besides counting

Value make_node(Value left = None, Value right = None, Type* type = &node_type);   // takes the references
Value make_leaf(Type* type = &leaf_type);

// Runs body(i) on n registered threads at once; the caller, registered too, waits in a BlockingRegion.
template <class Body>
void run_python_threads(int n, Body body) {
  BlockingRegion region;
  portalis::test::run_threads(n, [&](int i) {
    ThreadRegistration registration;
    body(i);
  });
}

// Every test runs as the main Python thread.
class MemoryTest : public portalis::test::WithThreads {
 protected:
  ThreadRegistration main_thread_;
  int64_t nodes_before_ = nodes_alive, leaves_before_ = leaves_alive;
  // Lets everything retired so far be released.
  void settle();
};

#define MEMORY_THREAD_COUNTS ::testing::Values(1, 2, 8, 64)

}  // namespace py::test
