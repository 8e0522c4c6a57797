// Loans: what is lent stays alive without being counted, and dies when the last loan of it ends.
#include "portalis/parking_lot.hpp"
#include "runtime/object/cycles.hpp"
#include "runtime/object/loan.hpp"
#include "runtime/object/memory_test.hpp"

namespace py::test {
namespace {

class LoanTest : public MemoryTest {
 protected:
  // The other half of a hand-shake between two threads, each of which passes safepoints meanwhile.
  static void wait_for(std::atomic<int>& step, int value) {
    while (step.load() < value) {
      safepoint();
      portalis::yield_thread();
    }
  }
};

TEST_F(LoanTest, AloneItCounts) {
  Value v = make_leaf();
  {
    Loan loan = Loan::borrow(v);
    EXPECT_EQ(reference_count(v.object()), 2);
    Loan moved = std::move(loan);
    EXPECT_EQ(reference_count(v.object()), 2);
  }
  EXPECT_EQ(reference_count(v.object()), 1);
  decref(v);
  EXPECT_EQ(leaves_alive, leaves_before_);
}

TEST_F(LoanTest, AStrangersLoanOutlivesTheLastReference) {
  Slot slot(make_leaf());
  std::atomic<int> step{0};
  run_python_threads(2, [&](int n) {
    if (n == 0) {
      Loan loan = Loan::borrow(slot.peek());
      EXPECT_TRUE(is_lent(loan.get().object()));
      EXPECT_EQ(reference_count(loan.get().object()), 1);
      step = 1;
      wait_for(step, 2);
      for (int i = 0; i < 1000; ++i) safepoint();
      EXPECT_EQ(leaves_alive, leaves_before_ + 1);
    } else {
      wait_for(step, 1);
      slot.set(Undefined);
      for (int i = 0; i < 1000; ++i) {
        safepoint();
        portalis::yield_thread();
      }
      EXPECT_EQ(leaves_alive, leaves_before_ + 1);
      step = 2;
    }
  });
  settle();
  EXPECT_EQ(leaves_alive, leaves_before_);
}

TEST_F(LoanTest, ALoanBecomesAReference) {
  Slot slot(make_leaf());
  Value kept = Undefined;
  run_python_threads(2, [&](int n) {
    if (n != 0) return;
    Loan loan = Loan::borrow(slot.peek());
    kept = loan.take();
    EXPECT_FALSE(is_lent(kept.object()));
    EXPECT_EQ(reference_count(kept.object()), 2);
  });
  slot.set(Undefined);
  settle();
  EXPECT_EQ(leaves_alive, leaves_before_ + 1);
  decref(kept);
  settle();
  EXPECT_EQ(leaves_alive, leaves_before_);
}

// More loans than the table holds are counted; in whatever order they end, nothing is left.
TEST_F(LoanTest, ManyLoansInAnyOrder) {
  Value v = make_leaf();
  run_python_threads(2, [&](int) {
    for (int round = 0; round < 100; ++round) {
      Loan loans[3 * LoanTable::capacity];
      for (Loan& loan : loans) loan = Loan::borrow(v);
      for (int i = 0; i < 3 * int(LoanTable::capacity); ++i) loans[(i * 7 + round) % (3 * LoanTable::capacity)].reset();
      safepoint();
    }
  });
  EXPECT_FALSE(is_lent(v.object()));
  EXPECT_EQ(reference_count(v.object()), 1);
  decref(v);
  settle();
  EXPECT_EQ(leaves_alive, leaves_before_);
}

// A circle that only a loan is left of is no garbage for the collector.
TEST_F(LoanTest, TheCollectorSeesLoans) {
  Value node = make_node();
  static_cast<Node*>(node.object())->left.set(incref(node));
  Slot slot(node);
  std::atomic<int> step{0};
  run_python_threads(2, [&](int n) {
    if (n == 0) {
      Loan loan = Loan::borrow(slot.peek());
      step = 1;
      wait_for(step, 2);
    } else {
      wait_for(step, 1);
      slot.set(Undefined);
      collect_cycles();
      collect_cycles();
      EXPECT_EQ(nodes_alive, nodes_before_ + 1);
      step = 2;
    }
  });
  settle();
  collect_cycles();
  EXPECT_EQ(nodes_alive, nodes_before_);
}

// Many threads borrow from slots whose values others replace all the time, and keep some of what they borrowed.
TEST_F(LoanTest, BorrowersAndReplacers) {
  constexpr int slots = 8;
  Slot shared[slots];
  for (Slot& s : shared) s.init(make_node(None, make_leaf()));
  run_python_threads(6, [&](int n) {
    uint32_t random = 12345u + uint32_t(n);
    Ref kept;
    for (int i = 0; i < 20000; ++i) {
      random = random * 1664525u + 1013904223u;
      Slot& slot = shared[(random >> 10) % slots];
      if (random >> 30 == 0) {
        slot.set(make_node(None, make_leaf()));
      } else {
        Loan node = Loan::borrow(slot.peek());
        Loan leaf = Loan::borrow(static_cast<Node*>(node.get().object())->right.peek());
        if (random >> 29 == 7) safepoint();
        EXPECT_EQ(type_of(leaf.get()), &leaf_type);
        if (random >> 28 == 15) kept = Ref(leaf.take());
      }
      safepoint();
    }
  });
  for (Slot& s : shared) s.set(Undefined);
  settle();
  EXPECT_EQ(nodes_alive, nodes_before_);
  EXPECT_EQ(leaves_alive, leaves_before_);
}

}  // namespace
}  // namespace py::test
