// _codecs: encodings and error handlers, for the module codecs.
#include "runtime/object/buffer.hpp"
#include "runtime/object/module.hpp"
#include "runtime/object/operators.hpp"
#include "runtime/types/bytes.hpp"
#include "runtime/types/code_pages.hpp"
#include "runtime/types/text_arguments.hpp"

namespace py::native {
namespace {

// The str of an optional argument, or null. False: TypeError.
bool optional_str(Value v, const char* function, const char* which, Str*& out) {
  out = nullptr;
  return v.is_undefined() || (out = str_argument(v, function, which));
}

Value encode(const Value* args, uint32_t) {
  Str *encoding, *errors, *text = as_str(args[0]);
  if (!optional_str(args[1], "encode", "'encoding'", encoding) || !optional_str(args[2], "encode", "'errors'", errors)) return Error;
  if (!text) return raise(exc::TypeError, "encoding without a string argument");
  return encode_text(text, encoding, errors);
}

Value decode(const Value* args, uint32_t) {
  Str *encoding, *errors;
  if (!optional_str(args[1], "decode", "'encoding'", encoding) || !optional_str(args[2], "decode", "'errors'", errors)) return Error;
  BytesView view;
  return view.argument(args[0]) ? decode_text(view.data, view.size, encoding, errors) : Error;
}

// As codecs.lookup(x).name has it.
const char* codec_name(Encoding e) {
  static constexpr const char* names[] = {"utf-8", "utf-8-sig", "ascii", "iso8859-1", "utf-16", "utf-16-le", "utf-16-be",
                                          "utf-32", "utf-32-le", "utf-32-be", "utf-7", "unicode-escape", "raw-unicode-escape"};
  return is_code_page(e) ? code_page_name(e) : names[static_cast<int>(e)];
}

// decode_step(encoding, data, errors, final) -> (text, consumed, encoding to go on with)
Value decode_step(const Value* args, uint32_t) {
  Str *name = str_argument(args[0], "decode_step", "1"), *errors = name ? str_argument(args[2], "decode_step", "3") : nullptr;
  BytesView view;
  Truth final = truth(args[3]);
  if (!errors || final < 0 || !view.argument(args[1])) return Error;
  Text encoding, handler;
  append_utf8(encoding, name);
  append_utf8(handler, errors);
  handler.append('\0');
  Encoding e = find_encoding(encoding.view());
  if (e == Encoding::unknown) return raise(exc::LookupError, "unknown encoding: %U", name);
  StrBuilder out;
  int64_t consumed;
  if (!decode_some(out, e, view.data, view.size, handler.data, final, consumed)) return Error;
  Ref text = out.finish(), next = make_str(codec_name(e));
  return text.is_error() ? Error : tuple_of(text, small_int(consumed), next);
}

Value canonical_name(const Value* args, uint32_t) {
  Str* name = str_argument(args[0], "lookup", "");
  if (!name) return Error;
  Text text;
  append_utf8(text, name);
  Encoding e = find_encoding(text.view());
  if (e == Encoding::unknown) return raise(exc::LookupError, "unknown encoding: %U", name);
  return make_str(codec_name(e));
}

// The CodecInfo of an encoding that is a module, or None.
Value module_codec(const Value* args, uint32_t) {
  Str* name = str_argument(args[0], "lookup", "");
  if (!name) return Error;
  Value info = find_codec_module(name);
  return info.is_undefined() ? None : info;
}

Value register_error(const Value* args, uint32_t) {
  Str* name = str_argument(args[0], "register_error", "1");
  if (!name) return Error;
  if (!type_of(args[1])->call) return raise(exc::TypeError, "handler must be callable");
  register_error_handler(name, args[1]);
  return None;
}

Value lookup_error(const Value* args, uint32_t) {
  Str* name = str_argument(args[0], "lookup_error", "");
  return name ? lookup_error_handler(name) : Error;
}

constexpr NativeDef functions[] = {
    PY_KEYWORDS("encode", encode, "obj, encoding=, errors="), PY_KEYWORDS("decode", decode, "obj, encoding=, errors="),
    PY_RANGE("decode_step", decode_step, 4, 4), PY_ONE("canonical_name", canonical_name), PY_ONE("module_codec", module_codec),
    PY_RANGE("register_error", register_error, 2, 2),
    PY_ONE("lookup_error", lookup_error), {},
};

bool fill_codecs(Module* module) {
  module_add_functions(module, functions);
  return true;
}

}  // namespace

extern const ModuleDef module__ucodecs;
const ModuleDef module__ucodecs = {"_codecs", fill_codecs, false};

}  // namespace py::native
