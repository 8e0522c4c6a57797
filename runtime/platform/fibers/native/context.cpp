// Fibers' stacks on POSIX systems: mapped memory with a guard page below, and the switch from one to another.
#include <pthread.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdlib>
#include <new>

#include "runtime/platform/fibers/context.hpp"

#if !defined(__x86_64__)
#include <ucontext.h>
#endif

namespace portalis::platform {

struct Context {
  char* stack = nullptr;                 // the mapping, guard page included; null: the main thread's
  size_t size = 0;
  void (*entry)(void*) = nullptr;
  void* argument = nullptr;
#if defined(__x86_64__)
  void* stack_pointer = nullptr;
#else
  ucontext_t registers;
#endif
};

namespace {

constexpr size_t default_stack = 8 << 20;          // address space; memory is used as far as it is touched
constexpr size_t guard = 64 << 10;
Context main_thread;
Context* spare = nullptr;                          // one stack of the default size, kept for the next fiber

}  // namespace

#if defined(__x86_64__)
// Keeps what the ABI says a call preserves; the rest is dead across a call anyway.
extern "C" void portalis_switch_stack(void** save, void* load);
extern "C" void portalis_enter_context();
asm(R"(
.text
.type portalis_switch_stack,@function
portalis_switch_stack:
  pushq %rbp
  pushq %rbx
  pushq %r12
  pushq %r13
  pushq %r14
  pushq %r15
  movq %rsp, (%rdi)
  movq %rsi, %rsp
  popq %r15
  popq %r14
  popq %r13
  popq %r12
  popq %rbx
  popq %rbp
  ret
.size portalis_switch_stack,.-portalis_switch_stack
.type portalis_enter_context,@function
portalis_enter_context:
  movq %r12, %rdi
  callq *%r13
  ud2
.size portalis_enter_context,.-portalis_enter_context
)");

static void prepare(Context* context) {
  auto* top = reinterpret_cast<void**>(context->stack + context->size);
  *--top = nullptr;                      // the end of backtraces
  *--top = nullptr;                      // keeps the stack aligned as calls want it
  *--top = reinterpret_cast<void*>(portalis_enter_context);
  *--top = nullptr;                      // rbp
  *--top = nullptr;                      // rbx
  *--top = context->argument;            // r12
  *--top = reinterpret_cast<void*>(context->entry);   // r13
  *--top = nullptr;                      // r14
  *--top = nullptr;                      // r15
  context->stack_pointer = top;
}

void switch_context(Context* from, Context* to) { portalis_switch_stack(&from->stack_pointer, to->stack_pointer); }

#else

static void enter(unsigned high, unsigned low) {
  auto* context = reinterpret_cast<Context*>(uintptr_t(uint64_t(high) << 32 | low));
  context->entry(context->argument);
}

static void prepare(Context* context) {
  getcontext(&context->registers);
  context->registers.uc_stack.ss_sp = context->stack + guard;
  context->registers.uc_stack.ss_size = context->size - guard;
  context->registers.uc_link = nullptr;
  uint64_t address = reinterpret_cast<uintptr_t>(context);
  makecontext(&context->registers, reinterpret_cast<void (*)()>(enter), 2, unsigned(address >> 32), unsigned(address));
}

void switch_context(Context* from, Context* to) { swapcontext(&from->registers, &to->registers); }
#endif

Context* make_context(size_t stack_size, void (*entry)(void*), void* argument) {
  size_t page = size_t(sysconf(_SC_PAGESIZE));
  size_t size = ((stack_size ? stack_size : default_stack) + page - 1) / page * page + guard;
  Context* context = spare;
  if (context && context->size == size) {
    spare = nullptr;
  } else {
    void* stack = mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_STACK, -1, 0);
    if (stack == MAP_FAILED) return nullptr;
    mprotect(stack, guard, PROT_NONE);
    void* memory = malloc(sizeof(Context));
    if (!memory) {
      munmap(stack, size);
      return nullptr;
    }
    context = new (memory) Context;
    context->stack = static_cast<char*>(stack);
    context->size = size;
  }
  context->entry = entry;
  context->argument = argument;
  prepare(context);
  return context;
}

Context* main_context() { return &main_thread; }

void free_context(Context* context) {
  if (!spare && context->size == default_stack + guard) {
    spare = context;
    return;
  }
  munmap(context->stack, context->size);
  free(context);
}

StackBounds stack_of(const Context* context) {
  if (context->stack) return {context->stack + guard, context->stack + context->size};
  StackBounds bounds;
  pthread_attr_t attributes;
  if (pthread_getattr_np(pthread_self(), &attributes) != 0) return bounds;
  void* lowest;
  size_t size;
  if (pthread_attr_getstack(&attributes, &lowest, &size) == 0) {
    bounds.lowest = static_cast<char*>(lowest);
    bounds.highest = bounds.lowest + size;
  }
  pthread_attr_destroy(&attributes);
  return bounds;
}

int run_main(int (*program)(void*), void* argument) { return program(argument); }

}  // namespace portalis::platform
