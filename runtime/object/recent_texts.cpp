#include "runtime/object/recent_texts.hpp"

namespace py {

Value recent_str_ascii(const uint8_t* text, size_t length) {
  ThreadState* thread = this_thread;
  bool kept = length >= RecentTexts::shortest && length <= RecentTexts::longest;
  if (kept && !thread->recent_texts) [[unlikely]] thread->recent_texts = static_cast<RecentTexts*>(std::calloc(1, sizeof(RecentTexts)));
  if (!kept || !thread->recent_texts) return make_str_ascii(reinterpret_cast<const char*>(text), length);
  uint64_t word = length < sizeof word ? load_few(text, length) : load_word(text);
  Value& place = thread->recent_texts->place_of(word);
  Value recent = place;
  if (recent.bits != 0) {
    Str* s = recent.as<Str>();
    if (s->length == static_cast<int64_t>(length) && load_word(s->data()) == word) return incref(recent);
  }
  Value made = make_str_ascii(reinterpret_cast<const char*>(text), length);
  if (made.is_error()) [[unlikely]] return Error;
  place = incref(made);
  if (recent.bits != 0) decref(recent);
  return made;
}

}  // namespace py
