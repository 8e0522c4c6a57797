// What the files about class datetime share.
#pragma once

#include "runtime/modules/datetime/datetime_internal.hpp"

namespace py::datetime {

inline int seconds_of(const Clock& c) { return (c.hour * 60 + c.minute) * 60 + c.second; }
Value moved(Value moment, const Delta* by, int sign);    // moment + by or moment - by
extern const NativeDef moment_methods[];
extern const GetSetDef moment_getsets[];

}  // namespace py::datetime
