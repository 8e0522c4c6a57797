// Struct sequence types are made at run time: a class derived from tuple with one computed attribute per field.
#include "runtime/types/struct_sequence.hpp"

#include <cstring>
#include <utility>

#include "runtime/object/containers.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/object/str.hpp"

namespace py {

namespace {

struct Sequence : Wrapped { Value hidden; };             // payload: the items; hidden: Tuple of the other fields

struct SequenceType : Type {
  constexpr explicit SequenceType(const TypeSlots& slots) : Type(slots) {}
  const char* const* fields;
  int visible, total;
  GetSetDef getsets_room[struct_sequence_limit + 1];
};

SequenceType* sequence_type(Value v) { return static_cast<SequenceType*>(type_of(v)); }

template <int index>
Value get_field(Value self) { return incref(struct_sequence_field(self, index)); }
template <int... i>
void fill_getters(GetSetDef* out, const char* const* fields, int total, std::integer_sequence<int, i...>) {
  ((i < total ? (void)(out[i] = {fields[i], get_field<i>, nullptr}) : void()), ...);
}

Value create(Type* cls, const Value* args, uint32_t n, Tuple* kwnames) {
  static constexpr NativeDef def = PY_KEYWORDS("structseq", nullptr, "sequence, dict=");
  auto* type = static_cast<SequenceType*>(cls);
  Value bound[2];
  if (!bind_arguments(def, args, n, kwnames, bound)) return Error;
  if (!type_of(bound[0])->get_item && !type_of(bound[0])->iter) return raise(exc::TypeError, "constructor requires a sequence");
  Ref given = to_tuple(bound[0]);
  if (given.is_error()) return Error;
  Tuple* items = as_tuple(given);
  if (type->visible == type->total && items->length != type->total)
    return raise(exc::TypeError, "%N() takes a %d-sequence (%l-sequence given)", cls, type->total, items->length);
  if (items->length < type->visible)
    return raise(exc::TypeError, "%N() takes an at least %d-sequence (%l-sequence given)", cls, type->visible, items->length);
  if (items->length > type->total)
    return raise(exc::TypeError, "%N() takes an at most %d-sequence (%l-sequence given)", cls, type->total, items->length);
  Value all[struct_sequence_limit];
  for (int i = 0; i < type->total; ++i) all[i] = i < items->length ? incref(items->items()[i]) : None;
  return make_struct_sequence(cls, all);
}

Value repr_slot(Value self) {
  SequenceType* type = sequence_type(self);
  StrBuilder out;
  out.append_ascii(type->name);
  out.append('(');
  for (int i = 0; i < type->visible; ++i) {
    if (i) out.append_ascii(", ");
    out.append_ascii(type->fields[i]);
    out.append('=');
    Ref text = repr(struct_sequence_field(self, i));
    if (text.is_error()) return Error;
    out.append(as_str(text));
  }
  out.append(')');
  return out.finish();
}

Value reduce(const Value* args, uint32_t) {
  Ref items = incref(payload(args[0]));
  Ref arguments = tuple_of(items);
  return tuple_of(value_of(*type_of(args[0])), arguments);
}
const NativeDef methods[] = {PY_NOARGS("__reduce__", reduce), {}};

void dealloc(Object* o) {
  auto* s = static_cast<Sequence*>(o);
  decref(s->payload);
  decref(s->hidden);
  free_object(o);
}
void traverse(Object* o, Visitor& visitor) {
  visitor.visit(static_cast<Sequence*>(o)->payload);
  visitor.visit(static_cast<Sequence*>(o)->hidden);
}

}  // namespace

Type* make_struct_sequence_type(const char* name, const char* doc, const char* const* fields, int visible) {
  TypeSlots slots{
      .name = name,
      .instance_size = sizeof(Sequence),
      .flags = kind_tuple | type_has_payload,
      .base = &tuple_type,
      .doc = doc,
      .create = create,
      .dealloc = dealloc,
      .traverse = traverse,
      .repr = repr_slot,
      .methods = methods,
  };
  auto* type = new (allocate_buffer(sizeof(SequenceType))) SequenceType(slots);
  type->fields = fields;
  type->visible = visible;
  type->total = 0;
  while (fields[type->total]) ++type->total;
  for (GetSetDef& g : type->getsets_room) g = {};
  fill_getters(type->getsets_room, fields, type->total, std::make_integer_sequence<int, struct_sequence_limit>());
  // A name that comes twice means the later field: os.stat_result's st_atime is a float, though item 7 is an int.
  for (int i = 0; i < type->total; ++i) {
    for (int j = i + 1; j < type->total; ++j) {
      if (std::strcmp(fields[i], fields[j]) == 0) type->getsets_room[i].get = type->getsets_room[j].get;
    }
  }
  type->getsets = type->getsets_room;
  type_ready(*type);
  Dict* names = type->dict.peek().as<Dict>();
  dict_set(names, intern("n_sequence_fields"), small_int(visible));
  dict_set(names, intern("n_fields"), small_int(type->total));
  dict_set(names, intern("n_unnamed_fields"), small_int(0));
  type_modified(type);
  return type;
}

Value make_struct_sequence(Type* cls, const Value* owned) {
  auto* type = static_cast<SequenceType*>(cls);
  auto* s = allocate<Sequence>(cls);
  s->payload = make_tuple_owned(owned, type->visible);
  s->hidden = make_tuple_owned(owned + type->visible, type->total - type->visible);
  return object_value(s);
}

Value struct_sequence_field(Value v, int index) {
  int visible = sequence_type(v)->visible;
  return index < visible ? payload(v).as<Tuple>()->items()[index] : v.as<Sequence>()->hidden.as<Tuple>()->items()[index - visible];
}

}  // namespace py
