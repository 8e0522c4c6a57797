// threading.Event. Definition: Lib/threading.py of CPython 3.11.
#pragma once

#include "portalis/event.hpp"
#include "runtime/modules/threading/support.hpp"

namespace py {

struct EventBody {
  portalis::Event event;
};
struct EventObject : Object, EventBody {
  using Body = EventBody;
};

extern Type event_type;
Value make_event();
// 1 set, 0 deadline passed, -1 exception.
Truth event_wait(EventObject* event, portalis::Deadline deadline);

}  // namespace py
