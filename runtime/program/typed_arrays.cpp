#include "runtime/program/typed_arrays.hpp"

#include "runtime/object/containers.hpp"

namespace py::typed {

template <class T>
static Value boxed(const Array<T>& array) {
  Ref list = unless_error(make_list_sized(array.size()));
  for (int64_t n = 0; n < array.size() && !list.is_undefined(); ++n) {
    Ref item = unless_error(box(array.items()[n]));
    if (item.is_undefined() || list_append(list.as<List>(), item) < 0) return unless_error(Error);
  }
  return list.take();
}
Value list_of(const Array<int64_t>& array) { return boxed(array); }
Value list_of(const Array<double>& array) { return boxed(array); }
Value list_of(const Array<bool>& array) { return boxed(array); }

}  // namespace py::typed
