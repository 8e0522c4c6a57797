// Between the files that implement Future.
#pragma once

#include "runtime/modules/futures/future.hpp"
#include "runtime/object/text.hpp"

namespace py {

constexpr const char* state_name(FutureState state) {
  constexpr const char* names[] = {"PENDING", "RUNNING", "CANCELLED", "CANCELLED_AND_NOTIFIED", "FINISHED"};
  return names[int(state)];
}
Truth future_wait(FutureObject* future, portalis::Deadline deadline);
// Calls back; an exception that is an Exception is logged.
void run_done_callback(FutureObject* future, Value callback);

}  // namespace py
