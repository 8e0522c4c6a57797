// Loans: references that cost no shared write. A thread that does not own an object announces in a table of its own that
// it uses the object, instead of counting in the object with atomics, which all threads that use it would fight for.
// (Hazard pointers: Michael, "Hazard Pointers: Safe Memory Reclamation for Lock-Free Objects", 2004. What is not needed
// here is his second look after announcing, because what leaves a Slot stays alive until the reader's next safepoint.)
//
// The invariant: an object that stands in a table is not destroyed. Whoever is about to drop the last reference to an
// object that was ever lent (flag_loaned) keeps that reference, looks through the tables, and retires it when the object
// is found (refcount.cpp, release_loaned). A loan cannot be missed: it was made from a Slot while the Slot owned a
// reference, so either the reference left the Slot through a grace period, in which the lender passed a safepoint after
// it had announced; or the Slot died with its holder, which the lender kept alive in one of these ways until then, and
// dropping that came after announcing.
//
// Who lends: emitted code, for what it loads from globals, attributes, items and closure cells, in functions that run on
// one thread from beginning to end. Generators do not, since they may be resumed by another thread. A thread counts
// instead when it is alone, when the object is its own, when its table is full, or when it has no table because more
// than LoanTable::most threads were alive.
#pragma once

#include "runtime/object/object.hpp"

namespace py {

void lend_other(Object* o);                // not the owner, or immortal
void end_loan_other(Object* o);            // likewise, or the owner's last reference
void own_loan(Object* o);                  // not the owner: the loan becomes a reference that is counted

// A loan of a value peeked from a Slot or of one that is held otherwise; to be given to a Loan.
[[gnu::always_inline]] inline Value lend(Value v) {
  if (v.is_object()) {
    if (owner_of(v.object()) == this_owner) [[likely]] ++v.object()->local;
    else lend_other(v.object());
  }
  return v;
}

// How a function hands out what it found in a Slot: counted for a Ref, or lent for a Loan.
using Keep = Value (*)(Value);
[[gnu::always_inline]] inline Value counted(Value v) { return incref(v); }

// A variable of emitted code like Ref, whose value is lent or counted: which of the two only its end needs to find out.
// On the C++ stack of one thread only.
class [[nodiscard]] Loan {
 public:
  constexpr Loan() : value_(Undefined) {}
  constexpr Loan(Value lent_or_owned) : value_(lent_or_owned) {}
  Loan(Ref&& owned) noexcept : value_(owned.take()) {}
  Loan(Loan&& other) noexcept : value_(std::exchange(other.value_, Undefined)) {}
  [[gnu::always_inline]] Loan& operator=(Loan&& other) noexcept {
    Value old = std::exchange(value_, std::exchange(other.value_, Undefined));
    end(old);
    return *this;
  }
  Loan(const Loan&) = delete;
  Loan& operator=(const Loan&) = delete;
  [[gnu::always_inline]] ~Loan() { end(value_); }

  static Loan borrow(Value v) { return Loan(lend(v)); }
  operator Value() const { return value_; }              // borrowed
  Value get() const { return value_; }
  Value take() {                                          // owned
    Value v = std::exchange(value_, Undefined);
    if (v.is_object() && owner_of(v.object()) != this_owner) own_loan(v.object());
    return v;
  }
  [[gnu::always_inline]] void reset() { end(std::exchange(value_, Undefined)); }
  bool is_error() const { return value_.is_error(); }
  bool is_undefined() const { return value_.is_undefined(); }
  template <class T> T* as() const { return value_.as<T>(); }

 private:
  [[gnu::always_inline]] static void end(Value v) {
    if (!v.is_object()) return;
    Object* o = v.object();
    if (owner_of(o) == this_owner && o->local > 1) [[likely]] --o->local;
    else end_loan_other(o);
  }
  Value value_;
};

// What an attribute gave and only the next operation looks into. Where it lies in an object it is borrowed from there, and nothing is
// counted: that holds until the next safepoint or change of the object, so who may run other code has to hold() it first.
class [[nodiscard]] Peeked {
 public:
  static Peeked borrowed(Value v) { return {v, false}; }
  static Peeked owned(Value v) { return {v, true}; }
  Peeked(const Peeked&) = delete;
  Peeked& operator=(const Peeked&) = delete;
  [[gnu::always_inline]] ~Peeked() { reset(); }
  [[gnu::always_inline]] void reset() {
    if (owned_) decref(std::exchange(value_, Undefined));
    owned_ = false;
  }
  operator Value() const { return value_; }              // borrowed
  Value hold() {                                          // borrowed as well, and there until the end of this
    if (!owned_) incref(value_);
    owned_ = true;
    return value_;
  }
  bool is_error() const { return value_.is_error(); }

 private:
  Peeked(Value v, bool owned) : value_(v), owned_(owned) {}
  Value value_;
  bool owned_;
};

// ---- for counting, the collector and the registry ----
// Far enough apart that threads do not share cache lines.
struct alignas(128) LoanTable {
  static constexpr uint32_t most = 64;     // owner ids below this have a table
  static constexpr uint32_t capacity = 32;
  // Written by the thread alone. Entries at and above `end` mean nothing; ended loans below it leave null.
  std::atomic<uint32_t> end{0};
  std::atomic<Object*> entries[capacity] = {};
};
bool is_lent(Object* o);                   // some thread has a loan of it
void for_each_loan(void (*visit)(void* context, Object* o), void* context);   // the world is stopped
void start_loans(uint16_t owner);          // the calling thread begins with this id, or a fiber with it
void end_loans();                          // the calling thread ends: nothing is lent to it any more

}  // namespace py
