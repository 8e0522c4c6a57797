// The module itertools (CPython 3.11's Modules/itertoolsmodule.c).
#include "runtime/modules/itertools/itertools.hpp"

namespace py::itertools {

Iterator* make(Type* cls, Type& exact, Value a, Value b, Value c) {
  auto* it = static_cast<Iterator*>(cls == &exact ? allocate_object(cls, sizeof(Iterator)) : allocate_instance(cls));
  it->slots[0].init(a);
  it->slots[1].init(b);
  it->slots[2].init(c);
  it->slots[3].init(Undefined);
  for (auto& n : it->numbers) n.store(0, std::memory_order_relaxed);
  return it;
}

void dealloc(Object* self) {
  for (Slot& s : static_cast<Iterator*>(self)->slots) decref(s.peek());
  free_object(self);
}
void traverse(Object* self, Visitor& visitor) {
  for (Slot& s : static_cast<Iterator*>(self)->slots) visitor.visit(s);
}
void clear(Object* self) {
  for (Slot& s : static_cast<Iterator*>(self)->slots) decref(s.exchange(Undefined));
}

Value step_slot(const Slot& slot) {
  Ref iterator = slot.get();
  return iterator.is_undefined() ? Undefined : type_of(iterator)->next(iterator);
}

static constexpr NativeDef functions[] = {PY_RANGE("tee", tee, 1, 2), {}};

static bool fill(Module* module) {
  Type* const types[] = {&count_type, &cycle_type, &repeat_type, &accumulate_type, &chain_type, &compress_type, &dropwhile_type,
                         &filterfalse_type, &groupby_type, &grouper_type, &islice_type, &pairwise_type, &starmap_type, &takewhile_type,
                         &tee_type, &zip_longest_type, &product_type, &permutations_type, &combinations_type,
                         &combinations_with_replacement_type};
  for (Type* type : types) {
    type_ready(*type);
    module_add_type(module, *type);
  }
  module_add_functions(module, functions);
  return true;
}

}  // namespace py::itertools

namespace py::native {
extern const ModuleDef module_itertools;
const ModuleDef module_itertools = {"itertools", itertools::fill, false};
}  // namespace py::native
