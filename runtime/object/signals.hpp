// Signals on their way to Python: noted where they arrive, handled by the main thread at its next safepoint, to which an
// interruptible wait is woken. As Modules/signalmodule.c of CPython 3.11 trips them.
#pragma once

#include "runtime/object/thread_state.hpp"

namespace py {

constexpr int interrupt_signal = 2;      // SIGINT on every system that has it

void ready_signals();                    // by the main thread, once
ThreadState* main_thread_state();         // null where no program runs (unit tests)
uint64_t main_thread_native_id();
bool on_main_thread();                   // is the caller the one that handles signals?
// Any thread, also in signal context. Numbers from 1 to 64; others are ignored.
void note_signal(int number);
// Runs what Python has installed for a signal; on the main thread. false: an exception is pending. Set by module _signal;
// while that is not imported, SIGINT raises KeyboardInterrupt and nothing else arrives.
extern bool (*run_signal_handler)(int number);
// Runs on the main thread when the user asks what the program is doing (SIGQUIT). Set once.
extern void (*report_handler)();
// Would anything be run for it? (Not when it is ignored, or left to the system.) Set with run_signal_handler.
extern bool (*has_signal_handler)(int number);

}  // namespace py
