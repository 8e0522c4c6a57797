// The arguments (blocking=True, timeout=-1) of the acquire methods of _thread.lock and _thread.RLock.
#pragma once

#include "runtime/modules/threading/support.hpp"

namespace py {

// args, n: without self. The deadline has passed if not blocking. false: exception pending.
bool parse_acquire(const NativeDef& def, const Value* args, uint32_t n, Tuple* kwnames, portalis::Deadline& out);

}  // namespace py
