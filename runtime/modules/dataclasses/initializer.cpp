// __init__ of dataclasses: stores its arguments, or what factories make, and calls __post_init__.
#include "runtime/modules/dataclasses/generated.hpp"
#include "runtime/object/class.hpp"
#include "runtime/object/containers.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/object/module.hpp"

namespace py::dataclasses {
namespace {

// What the closure keeps, one after the other: the mark that a factory is wanted, a factory or None for each field, and the
// default of each argument of __post_init__ that is no parameter.
constexpr int64_t kept_factories = 1;

// object.__setattr__(v, name, value): the class's own __setattr__ refuses. What the site knows comes from reading, which
// finds the same place as this way of writing does.
Truth set_frozen(Value v, const Field& field, Value value) {
  if (!threads_alive() && put_attribute(v.object(), type_of(v), value, field.site)) [[likely]] return 0;
  (void)peek_attribute_slow(v, field.name, field.site);
  return set_attribute_quietly(v, field.name, value, field.site) ? 0 : generic_set_attribute_slot(v, field.name, value);
}

Truth set_field(const GeneratedCode* code, Value v, const Field& field, Value value) {
  return code->frozen ? set_frozen(v, field, value) : set_attribute(v, field.name, value, field.site);
}

// The value of a field with a factory; owned.
Value made_value(const Field& field, const Value* args, const Value* kept, uint32_t i) {
  Value factory = kept[kept_factories + i];
  if (field.argument >= 0 && (factory.is_none() || !args[field.argument].same(kept[0]))) return incref(args[field.argument]);
  return call(factory);
}

Value call_post_init(const GeneratedCode* code, const Value* args, const Value* kept) {
  static Str* const name = intern("__post_init__");
  Values given;
  if (!given.reserve(code->post_count + 1)) return Error;
  (void)given.push(incref(args[0]));
  for (uint32_t i = 0; i < code->post_count; ++i) {
    int32_t argument = code->post_arguments[i];
    (void)given.push(incref(argument >= 0 ? args[argument] : kept[kept_factories + code->count + i]));
  }
  return call_method(name, given.data(), code->post_count + 1);
}

Value initialize(Function* self, const Value* args) {
  const GeneratedCode* code = generated_code(self);
  GeneratedFrame frame(self, "");
  if (!frame.ok) return Error;
  Ref kept_tuple;
  const Value* kept = nullptr;
  if (code->has_kept) {
    kept_tuple = as_tuple(self->closure.peek())->items()[0].as<Cell>()->value.get();
    kept = as_tuple(kept_tuple)->items();
  }
  for (uint32_t i = 0; i < code->count; ++i) {
    const Field& field = code->fields[i];
    frame.at(i);
    if (!kept || kept[kept_factories + i].is_none()) {
      if (set_field(code, args[0], field, args[field.argument]) < 0) return frame.fail();
      continue;
    }
    Ref value = made_value(field, args, kept, i);
    if (value.is_error() || set_field(code, args[0], field, value) < 0) return frame.fail();
  }
  if (!code->has_post_init) return None;
  frame.at(code->count);
  Ref done = call_post_init(code, args, kept);
  return done.is_error() ? frame.fail() : None;
}

}  // namespace

// initializer(module, qualname, names, positional, defaults, keyword_defaults, plan, given, options, missing): the __init__
// with the parameters `names`, the first `positional` of them not keyword-only. plan: (name, index among the names or None,
// factory or None) of each attribute. given: what __post_init__ gets, (index or None, default), or None without one.
// options: is the class frozen? missing: the default of parameters with a factory.
Value initializer(const Value* args, uint32_t) {
  Value defaults = args[4], keyword_defaults = args[5];
  Tuple *names = as_tuple(args[2]), *plan = as_tuple(args[6]), *given = as_tuple(args[7]);
  int64_t positional;
  if (!to_index_int64(args[3], positional)) return Error;
  auto** parameters = static_cast<const char**>(allocate_buffer(static_cast<size_t>(names->length) * sizeof(char*)));
  if (!parameters) return Error;
  for (int64_t i = 0; i < names->length; ++i) parameters[i] = permanent_text_of(as_str(names->items()[i]));
  GeneratedCode* code = make_code("__init__", permanent_text_of(as_str(args[1])), static_cast<uint32_t>(plan->length), parameters, static_cast<uint32_t>(names->length));
  if (!code) return Error;
  code->positional = static_cast<uint16_t>(positional);
  code->keyword_only = static_cast<uint16_t>(names->length - positional);
  code->body = initialize;
  code->frozen = args[8].is_true();
  code->has_post_init = given != nullptr;
  code->post_count = given ? static_cast<uint32_t>(given->length) : 0;
  Values kept;
  if (!kept.push(incref(args[9]))) return Error;
  auto index_of = [](Value v) { return v.is_none() ? -1 : static_cast<int32_t>(v.small_int()); };
  for (uint32_t i = 0; i < code->count; ++i) {
    const Value* step = as_tuple(plan->items()[i])->items();
    code->fields[i].name = intern(as_str(step[0]));
    code->fields[i].argument = index_of(step[1]);
    if (!step[2].is_none()) code->has_kept = true;
    if (!kept.push(incref(step[2]))) return Error;
  }
  auto* post_arguments = static_cast<int32_t*>(allocate_buffer((code->post_count + 1) * sizeof(int32_t)));
  if (!post_arguments) return Error;
  for (uint32_t i = 0; i < code->post_count; ++i) {
    const Value* argument = as_tuple(given->items()[i])->items();
    post_arguments[i] = index_of(argument[0]);
    if (post_arguments[i] < 0) code->has_kept = true;
    if (!kept.push(incref(argument[1]))) return Error;
  }
  code->post_arguments = post_arguments;
  Ref tuple;
  if (code->has_kept) {
    code->free_count = 1;
    tuple = Ref(make_tuple(kept.data(), kept.size()));
    if (tuple.is_error()) return Error;
  }
  return make_function(code, args[0].object(), defaults, keyword_defaults, tuple);
}

}  // namespace py::dataclasses
