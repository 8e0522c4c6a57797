// Access to the memory of bytes-like objects.
#include "runtime/object/buffer.hpp"

#include "runtime/object/error.hpp"

namespace py {
namespace {

auto buffer_slot(Value v) -> decltype(Type::buffer) {
  for (Type* t = type_of(v); t; t = t->base)
    if (t->buffer) return t->buffer;
  return nullptr;
}

}  // namespace

void Buffer::reset() {
  if (owner.is_undefined()) return;
  if (release) release(owner.object());
  decref(owner);
  owner = Undefined;
  release = nullptr;
}

bool is_bytes_like(Value v) { return v.is_object() && buffer_slot(v); }

bool get_buffer(Value v, Buffer& out, bool writable) {
  auto slot = v.is_object() ? buffer_slot(v) : nullptr;
  if (!slot) {
    (void)raise(exc::TypeError, "a bytes-like object is required, not '%T'", v);
    return false;
  }
  out.reset();
  if (slot(v, out) < 0) return false;
  if (writable && out.read_only) {
    out.reset();
    (void)raise(exc::BufferError, "Object is not writable.");
    return false;
  }
  return true;
}

}  // namespace py
