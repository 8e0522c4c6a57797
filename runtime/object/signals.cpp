// Which signals have arrived and not been handled: one bit each.
#include "runtime/object/signals.hpp"

#include <bit>

#include "portalis/parking_lot.hpp"
#include "runtime/object/error.hpp"
#include "runtime/object/exceptions.hpp"
#include "runtime/platform/platform.hpp"

namespace py {

bool (*run_signal_handler)(int number) = nullptr;
bool (*has_signal_handler)(int number) = nullptr;
void (*report_handler)() = nullptr;

namespace {

ThreadState* main_state = nullptr;
uint64_t main_native_id = 0;
portalis::ThreadToken main_token;
std::atomic<uint64_t> arrived{0};        // bit n - 1: signal n

bool handle(uint32_t reasons) {
  if (!on_main_thread()) return true;
  if ((reasons & safepoint_report) && report_handler) report_handler();
  if (!(reasons & safepoint_signal)) return true;
  uint64_t numbers = arrived.exchange(0, std::memory_order_acq_rel);
  for (; numbers; numbers &= numbers - 1) {
    int number = std::countr_zero(numbers) + 1;
    bool good = true;
    if (run_signal_handler) {
      good = run_signal_handler(number);
    } else if (number == interrupt_signal) {
      good = false;
      (void)raise_statement(value_of(exc::KeyboardInterrupt));
    }
    if (good) continue;
    // The others keep until the exception has been dealt with.
    if (uint64_t rest = numbers & (numbers - 1)) {
      arrived.fetch_or(rest, std::memory_order_release);
      request_safepoint(main_state, safepoint_signal);
    }
    return false;
  }
  return true;
}

}  // namespace

ThreadState* main_thread_state() { return main_state; }

uint64_t main_thread_native_id() { return main_native_id; }

bool on_main_thread() { return this_thread == main_state; }

void note_signal(int number) {
  if (number < 1 || number > 64) return;
  arrived.fetch_or(uint64_t{1} << (number - 1), std::memory_order_release);
  request_safepoint(main_state, safepoint_signal);
  portalis::interrupt(main_token);
}

void ready_signals() {
  main_state = this_thread;
  main_native_id = portalis::platform::current_native_id();
  main_token = portalis::ThreadToken::current();
  safepoint_handler = handle;
  portalis::platform::on_interrupt_request([] { note_signal(interrupt_signal); });
  portalis::platform::on_report_request([] {
    request_safepoint(main_state, safepoint_report);
    portalis::interrupt(main_token);
  });
}

}  // namespace py
