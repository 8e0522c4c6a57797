// Ends of lines: translating them, and IncrementalNewlineDecoder, which does so behind another decoder.
#include "runtime/modules/io/text.hpp"
#include "runtime/object/class.hpp"
#include "runtime/object/containers.hpp"
#include "runtime/object/heap.hpp"

namespace py::io {

Value translate_newlines(Str* s, bool translate, uint8_t& seen) {
  if (str_find_char(s, '\r', 0, s->length) < 0) {
    if (!(seen & 2) && str_find_char(s, '\n', 0, s->length) >= 0) seen |= 2;
    return incref(object_value(s));
  }
  StrBuilder out;
  for (int64_t i = 0; i < s->length; ++i) {
    uint32_t c = s->at(i);
    if (c == '\n') seen |= 2;
    if (c == '\r') {
      bool pair = i + 1 < s->length && s->at(i + 1) == '\n';
      seen |= pair ? 4 : 1;
      i += pair;
      if (!translate && pair) out.append('\r');
      c = translate || pair ? '\n' : '\r';
    }
    out.append(c);
  }
  return out.finish();
}

Value newlines_of(uint8_t seen) {
  if (seen == 0) return None;
  Value kinds[3];
  int64_t n = 0;
  Ref pair = make_str("\r\n");
  if (seen & 1) kinds[n++] = latin1_char('\r');
  if (seen & 2) kinds[n++] = latin1_char('\n');
  if (seen & 4) kinds[n++] = pair;
  return n == 1 ? incref(kinds[0]) : make_tuple(kinds, n);
}

namespace {

struct NewlineDecoder : Object {
  Slot decoder;                          // None: the input is text already. Undefined before __init__
  bool translate;
  bool pending;                          // a \r is held back: \n may follow
  uint8_t seen;                          // as TextIO::newlines_seen
};

NewlineDecoder* ready(Value self) {
  NewlineDecoder* d = self.as<NewlineDecoder>();
  if (!d->decoder.peek().is_undefined()) return d;
  (void)raise(exc::ValueError, "IncrementalNewlineDecoder.__init__() not called");
  return nullptr;
}

Value create(Type* cls, const Value*, uint32_t, Tuple*) {
  Object* o = allocate_instance(cls);
  if (!o) return Error;
  static_cast<NewlineDecoder*>(o)->decoder.init(Undefined);
  return object_value(o);
}

Truth init(Value self, const Value* args, uint32_t n, Tuple* kwnames) {
  static constexpr NativeDef definition = PY_KEYWORDS("IncrementalNewlineDecoder", nullptr, "decoder, translate, errors=");
  Value given[3];
  int64_t translate;
  if (!bind_arguments(definition, args, n, kwnames, given) || !to_index_int64(given[1], translate)) return -1;
  NewlineDecoder* d = self.as<NewlineDecoder>();
  d->decoder.set(incref(given[0]));
  d->translate = translate != 0;
  d->pending = false;
  d->seen = 0;
  return 0;
}

// decode(input, final=False)
Value decode(const Value* args, uint32_t) {
  NewlineDecoder* d = ready(args[0]);
  if (!d) return Error;
  Truth final = args[2].is_undefined() ? 0 : truth(args[2]);
  if (final < 0) return Error;
  static Str* const name = intern("decode");
  Ref decoder = d->decoder.get(), output;
  if (decoder.get().is_none()) {
    output = incref(args[1]);
  } else {
    Value call_args[] = {decoder, args[1], boolean(final)};
    output = call_method(name, call_args, 3);
    if (output.is_error()) return Error;
  }
  Str* text = as_str(output);
  if (!text) return raise(exc::TypeError, "decoder should return a string result, not '%T'", output.get());
  if (d->pending && (final || text->length > 0)) {
    output = str_concat(latin1_char('\r').as<Str>(), text);
    if (output.is_error()) return Error;
    text = as_str(output);
    d->pending = false;
  }
  if (!final && text->length > 0 && text->at(text->length - 1) == '\r') {
    output = str_slice(text, 0, text->length - 1);
    if (output.is_error()) return Error;
    text = as_str(output);
    d->pending = true;
  }
  return translate_newlines(text, d->translate, d->seen);
}

// A state is the decoder's, its number shifted up by one for what is held back here.
bool read_state(Value state, const char* message, Value& buffer, uint64_t& number) {
  Tuple* t = as_tuple(state);
  if (!t || t->length != 2 || !is_int(t->items()[1])) return (void)raise(exc::TypeError, "%s", message), false;
  int64_t n;
  (void)int_to_int64(t->items()[1], n);
  buffer = t->items()[0];
  number = static_cast<uint64_t>(n);
  return true;
}

Value getstate(const Value* args, uint32_t) {
  NewlineDecoder* d = ready(args[0]);
  if (!d) return Error;
  Ref decoder = d->decoder.get(), empty = make_bytes(nullptr, 0), state;
  Value buffer = empty;
  uint64_t number = 0;
  if (!decoder.get().is_none()) {
    state = call_stream(decoder, "getstate");
    if (state.is_error() || !read_state(state, "illegal decoder state", buffer, number)) return Error;
  }
  Ref shifted = make_int_unsigned(number << 1 | d->pending);
  return tuple_of(buffer, shifted);
}

Value setstate(const Value* args, uint32_t) {
  NewlineDecoder* d = ready(args[0]);
  Value buffer;
  uint64_t number;
  if (!d) return Error;
  if (!as_tuple(args[1])) return raise(exc::TypeError, "state argument must be a tuple");
  if (!read_state(args[1], "setstate(): illegal state argument", buffer, number)) return Error;
  d->pending = number & 1;
  Ref decoder = d->decoder.get();
  if (decoder.get().is_none()) return None;
  Ref shifted = make_int_unsigned(number >> 1), state = tuple_of(buffer, shifted);
  return call_stream(decoder, "setstate", state);
}

Value reset(const Value* args, uint32_t) {
  NewlineDecoder* d = ready(args[0]);
  if (!d) return Error;
  d->seen = 0;
  d->pending = false;
  Ref decoder = d->decoder.get();
  return decoder.get().is_none() ? None : call_stream(decoder, "reset");
}

constexpr NativeDef methods[] = {
    PY_KEYWORDS("decode", decode, "input, final="), PY_NOARGS("getstate", getstate), PY_ONE("setstate", setstate), PY_NOARGS("reset", reset), {},
};
constexpr GetSetDef getsets[] = {
    {"newlines", [](Value self) { NewlineDecoder* d = ready(self); return d ? newlines_of(d->seen) : Error; }, nullptr}, {},
};

}  // namespace

constinit Type newline_decoder_type{{
    .name = "_io.IncrementalNewlineDecoder", .instance_size = sizeof(NewlineDecoder), .flags = type_is_base, .base = &object_type,
    .doc = "Codec used when reading a file in universal newlines mode.", .create = create, .init = init,
    .dealloc = [](Object* o) { decref(static_cast<NewlineDecoder*>(o)->decoder.peek()), free_object(o); },
    .methods = methods, .getsets = getsets}};

}  // namespace py::io
