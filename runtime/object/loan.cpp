// The tables of what is lent to which thread. The essay is in loan.hpp.
#include "runtime/object/loan.hpp"

namespace py {
namespace {

constexpr auto relaxed = std::memory_order_relaxed;

constinit LoanTable tables[LoanTable::most];
std::atomic<uint32_t> tables_used{0};      // ids from here on have never had a thread
thread_local constinit LoanTable* this_table = nullptr;

// Threads and fibers with one id share the table, but never at once.
bool announce(LoanTable* table, Object* o) {
  uint32_t end = table->end.load(relaxed);
  if (end == LoanTable::capacity) return false;
  expose_to_loans(o);
  table->entries[end].store(o, relaxed);
  table->end.store(end + 1, std::memory_order_release);
  return true;
}

// Entries never move, for another thread may be looking through them.
bool withdraw(LoanTable* table, Object* o) {
  uint32_t end = table->end.load(relaxed);
  uint32_t at = end;
  while (at > 0 && table->entries[at - 1].load(relaxed) != o) --at;
  if (at == 0) return false;
  table->entries[at - 1].store(nullptr, std::memory_order_release);
  if (at == end) {
    while (end > 0 && !table->entries[end - 1].load(relaxed)) --end;
    table->end.store(end, std::memory_order_release);
  }
  return true;
}

}  // namespace

void lend_other(Object* o) {
  if (owner_of(o) == immortal_owner) return;
  if (!threads_alive() || !this_table || !announce(this_table, o)) incref_shared(o);
}

// Of several references this thread has to the object it does not matter which one ends: those left are as many.
void end_loan_other(Object* o) {
  uint16_t owner = owner_of(o);
  if (owner == this_owner) {
    if (--o->local == 0) destroy(o);
  } else if (owner != immortal_owner && !(this_table && withdraw(this_table, o))) {
    decref_shared(o);
  }
}

// Counts before it withdraws, so that whoever does not find the loan finds the count.
void own_loan(Object* o) {
  if (owner_of(o) == immortal_owner || !this_table) return;
  incref_shared(o);
  if (!withdraw(this_table, o)) decref_shared(o);
}

bool is_lent(Object* o) {
  uint32_t used = tables_used.load(std::memory_order_acquire);
  for (uint32_t i = 0; i < used; ++i) {
    uint32_t end = tables[i].end.load(std::memory_order_acquire);
    for (uint32_t n = 0; n < end; ++n) {
      if (tables[i].entries[n].load(std::memory_order_acquire) == o) return true;
    }
  }
  return false;
}

void for_each_loan(void (*visit)(void* context, Object* o), void* context) {
  for (LoanTable& table : tables) {
    uint32_t end = table.end.load(std::memory_order_acquire);
    for (uint32_t n = 0; n < end; ++n) {
      if (Object* o = table.entries[n].load(relaxed)) visit(context, o);
    }
  }
}

void start_loans(uint16_t owner) {
  this_table = owner < LoanTable::most ? &tables[owner] : nullptr;
  uint32_t used = tables_used.load(relaxed);
  while (this_table && used <= owner && !tables_used.compare_exchange_weak(used, owner + 1, std::memory_order_acq_rel, relaxed)) {
  }
}

void end_loans() {
  if (this_table) this_table->end.store(0, std::memory_order_release);
  this_table = nullptr;
}

}  // namespace py
