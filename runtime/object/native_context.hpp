// Context managers written in C++ whose __exit__ does not look at the exception: the with statement calls them
// directly, without making bound methods. They are registered by exact class, so that what a derived class overrides
// is still looked up.
#pragma once

#include "runtime/object/type.hpp"

namespace py {

struct NativeContext {
  Type* type;
  Value (*enter)(Value self);            // owned, or Error
  bool (*exit)(Value self);              // false: exception pending
};
inline constexpr int native_context_limit = 4;
inline NativeContext native_contexts[native_context_limit];   // filled before a second thread runs; null type: free

inline void register_native_context(const NativeContext& context) {
  for (NativeContext& entry : native_contexts) {
    if (entry.type && entry.type != context.type) continue;
    entry = context;
    return;
  }
}
inline const NativeContext* find_native_context(Value manager) {
  if (!manager.is_object()) return nullptr;
  Type* type = type_of(manager);
  for (const NativeContext& entry : native_contexts) {
    if (entry.type == type) return &entry;
  }
  return nullptr;
}

}  // namespace py
