// The flags and traps of a context: a bool for each signal.
#pragma once

#include "runtime/object/object.hpp"

namespace py::decimal {

// In the order in which signals are listed and raised.
enum Signal : uint32_t { invalid_operation, float_operation, division_by_zero, overflow, underflow, subnormal, inexact, rounded, clamped, signal_count };

// What is common to decimal.SignalDict, which is a class in Python for its other base, MutableMapping.
struct SignalDict : Object {
  std::atomic<uint32_t> bits;            // 1 << Signal
};
extern Type signal_dict_type;

}  // namespace py::decimal
