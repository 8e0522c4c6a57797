// The class statement around its body: what happens before (PEP 560, 3115) and after it.
//
//   ClassStatement c;
//   if (!begin_class(c, name, bases, keywords)) return Error;
//   ... run the body with c.name_space ...
//   return finish_class(c, cell_or_undefined);
#pragma once

#include "runtime/object/class.hpp"

namespace py {

struct ClassStatement {
  Ref name, bases;                       // bases after __mro_entries__
  Ref metaclass, keywords;               // keywords: Dict without `metaclass`, or Undefined
  Ref name_space;                        // what __prepare__ returned
};
// bases: Tuple; keywords: Dict or Undefined. false: error.
bool begin_class(ClassStatement& c, Value name, Value bases, Value keywords);
// cell: the __class__ cell the body returned, Undefined or None when it has none. The class, or Error.
Value finish_class(ClassStatement& c, Value cell);

}  // namespace py
