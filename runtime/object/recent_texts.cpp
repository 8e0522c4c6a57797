#include "runtime/object/recent_texts.hpp"

#include "runtime/object/error.hpp"
#include "runtime/object/str_copy.hpp"

namespace py {

Value recent_short_ascii(uint64_t word, size_t length) {
  ThreadState* thread = this_thread;
  if (!thread->recent_texts) [[unlikely]] thread->recent_texts = static_cast<RecentTexts*>(std::calloc(1, sizeof(RecentTexts)));
  if (!thread->recent_texts) [[unlikely]] return raise_no_memory();
  Value& place = thread->recent_texts->place_of(word);
  Value recent = place;
  if (recent.bits != 0) {
    Str* s = recent.as<Str>();
    if (s->length == static_cast<int64_t>(length) && load_word(s->data()) == word) return incref(recent);
  }
  Str* made = allocate_short(word, length);
  if (!made) [[unlikely]] return Error;
  place = incref(object_value(made));
  if (recent.bits != 0) decref(recent);
  return object_value(made);
}

Value recent_str_ascii(const uint8_t* text, size_t length) {
  if (length < RecentTexts::shortest || length > RecentTexts::longest) return make_str_ascii(reinterpret_cast<const char*>(text), length);
  return recent_short_ascii(length < sizeof(uint64_t) ? load_few(text, length) : load_word(text), length);
}

}  // namespace py
