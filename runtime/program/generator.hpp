// Generators: a Python generator function compiles to a C++20 coroutine, and the Generator object owns its frame.
//
//   static Value counter(Function* py_self, const Value* py_args) {
//     Generator* gen = new_generator(py_self, counter_code, module);
//     return counter_body(gen, py_self, Ref::borrow(py_args[0])).start();
//   }
//   static GeneratorBody counter_body(Generator* gen, Function* py_self, Ref n) {
//     Ref* const py_locals[] = {&n};
//     co_await gen->created(py_locals);
//     ... Ref t1 = co_yield n.get(); if (t1.is_error()) co_return gen->fail(); ...
//     co_return None;
//   }
//
// Only one thread may run a generator at a time; `running` is the guard (ValueError "generator already executing").
// A yield hands an owned value out; resuming hands the sent value in, or Error with the thrown exception pending.
// Definition: PEP 255, 342, 380; Objects/genobject.c of CPython.
#pragma once

#include <coroutine>

#include "runtime/object/heap.hpp"
#include "runtime/program/frame.hpp"

namespace py {

struct GeneratorBody;

struct GeneratorFrame : Frame {
  void at(uint32_t n) { position = n; }
  Value fail() { return add_traceback(this); }
  void failed() { (void)add_traceback(this); }
};

struct Generator : Object {
  std::coroutine_handle<> body;          // null once finished
  GeneratorFrame frame;
  Handling handling_base;                // links the generator's except blocks to those of whoever resumes it
  Handling* handling_top;
  Value inbox;                           // owned: what send() brought; Error: an exception was thrown in, and is pending
  Value outbox;                          // owned: what was yielded or returned (Error: raised)
  Value delegate;                        // owned: the iterator `yield from` stands at, or Undefined
  Value function;                        // owned: the Function, keeps code and closure alive
  Slot name, qualname;
  Ref* const* locals;                    // in the body, while there is one: Code::names, then other Code::cell_names, then comprehensions'
  uint32_t local_count;
  std::atomic<uint8_t> running;
  bool started, finished;

  Value fail() { return frame.fail(); }
  Value take_inbox() {
    Value v = inbox;
    inbox = None;
    return v;
  }
  // The body begins with `co_await gen->created(...)`: its variables are ready, and the first resumption comes later.
  template <size_t n>
  std::suspend_always created(Ref* const (&variables)[n]) {
    locals = variables;
    local_count = n;
    return {};
  }
};

Generator* new_generator(Function* function, const Code& code, Object* module);
// Runs until the next yield, the end, or an error. sent: owned, or Error with the exception to throw pending.
// Owned yielded value; Undefined when the generator returned (its result is in `result`, owned); Error.
Value resume_generator(Generator* gen, Value sent, Value& result);
// The next slot, for `for` loops. generator.cpp also has send(), throw(), close().
Value generator_next(Value gen);

struct GeneratorBody {
  struct promise_type {
    Generator* gen;
    template <class... Rest>
    explicit promise_type(Generator* generator, Rest&&...) : gen(generator) {}
    GeneratorBody get_return_object() {
      gen->body = std::coroutine_handle<promise_type>::from_promise(*this);
      return GeneratorBody{gen};
    }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    struct Resumption {
      Generator* gen;
      bool await_ready() noexcept { return false; }
      void await_suspend(std::coroutine_handle<>) noexcept {}
      Value await_resume() noexcept { return gen->take_inbox(); }
    };
    Resumption yield_value(Value owned) {
      gen->outbox = owned;
      return {gen};
    }
    void return_value(Value owned_or_error) {
      gen->outbox = owned_or_error;
      gen->finished = true;
    }
    void unhandled_exception() { __builtin_trap(); }
    static void* operator new(size_t size) { return allocate_buffer(size); }
    static void operator delete(void* p) { free_buffer(p); }
  };
  Generator* gen;
  Value start() const { return object_value(gen); }
};

// `yield from` over one iterable: step() until it says the delegation is over.
//
//   Delegation t3(gen, iter(iterable));
//   while (t3.step()) { Value sent = co_yield t3.take(); t3.resumed(sent); }
//   Ref t4 = t3.result();                                             // Error: raised
class Delegation {
 public:
  Delegation(Generator* gen, Value iterator_owned);   // Error: iter() failed
  ~Delegation();
  bool step();
  Value take() { return std::exchange(value_, Undefined); }
  void resumed(Value sent_owned) { sent_ = sent_owned; }
  Value result() { return take(); }

 private:
  Generator* gen_;
  Value sent_ = None, value_ = Undefined;
};

}  // namespace py
