// Encodings that are modules written in Python, as CPython's registry of codecs finds and calls them (Lib/encodings/__init__.py;
// Python/codecs.c: _PyCodec_EncodeInternal). They are linked with programs that have their names in their text (abi/modules.def).
#include "abi/encoding_names.hpp"
#include "runtime/object/containers.hpp"
#include "runtime/object/exceptions.hpp"
#include "runtime/object/import.hpp"
#include "runtime/object/text.hpp"
#include "runtime/types/codec.hpp"

namespace py {
namespace {

// Says which codec failed, if the exception has nothing to lose by it: only a message (CPython's _PyErr_TrySetFromCause).
Value explain_failure(Str* encoding, const char* direction) {
  Ref error = fetch_error();
  Type* type = type_of(error);
  Tuple* args = exception_args(error);
  bool plain = type->create == exception_create && type->init == exception_init && args->length <= 1 && (args->length == 0 || as_str(args->items()[0]));
  if (!plain) return restore_error(error.take()), Error;
  Ref message = format_text("%sing with '%U' codec failed (%N: %S)", direction[0] == 'e' ? "encod" : "decod", encoding, type, error.get());
  if (message.is_error()) return Error;
  Ref explained = call(value_of(*type), message);
  return explained.is_error() ? Error : raise_statement(explained, error);
}

}  // namespace

Value find_codec_module(Str* encoding) {
  Text name;
  append_utf8(name, encoding);
  Str* module_name = intern("encodings." + portalis::normalized_encoding(name.view()));
  if (!module_is_linked(module_name)) return Undefined;
  Ref module = import_module(module_name);
  return module.is_error() ? Error : call_method(module, intern("getregentry"));
}

Value run_codec_module(Value input, Str* encoding, Str* errors, const char* direction) {
  Ref info = find_codec_module(encoding);
  if (info.is_undefined()) return raise_unknown_encoding(encoding, direction);
  Ref code = info.is_error() ? Error : get_attribute(info, intern(direction));
  if (code.is_error()) return Error;
  Ref handler = errors ? incref(object_value(errors)) : make_str("strict");
  Value args[] = {input, handler};
  Ref result = call(code, args, 2);
  return result.is_error() ? explain_failure(encoding, direction) : incref(as_tuple(result)->items()[0]);
}

}  // namespace py
