// The types of module threading, and what its files share.
#pragma once

#include "runtime/modules/threading/support.hpp"

namespace py {

extern Type semaphore_type, bounded_semaphore_type, barrier_type, local_type, thread_type, main_thread_type, dummy_thread_type,
    timer_type, broken_barrier_error_type;
Type* excepthook_args_type();            // threading.ExceptHookArgs, made on first use

// threading.settrace and setprofile: what new threads begin with; None when unset.
extern Slot thread_trace_hook, thread_profile_hook;
// The namespace of module threading: where threading.excepthook is looked up when it is needed. Null before the
// module was imported.
Dict* threading_namespace();

// Gives the pending exception of `thread` (a Thread object) to threading.excepthook. Nothing is pending afterwards.
void invoke_excepthook(Value thread);
// threading.excepthook as it is at first.
Value default_excepthook(const Value* args, uint32_t n);

void add_live_views(Module* module);     // threading._active and _dangling

// What the calling thread has stored in a threading.local under that name, borrowed until its next safepoint; Undefined when nothing.
Value peek_thread_local(Value local, Str* name);
// Forgets what threading.local objects keep for the calling thread, which is about to end.
void clear_thread_locals();

// Stack of new threads in bytes; 0: the system's default.
size_t thread_stack_size();
Value set_stack_size(const Value* args, uint32_t n);

Value native_id_of_this_thread(const Value* args, uint32_t n);

// _thread.start_new_thread.
Value start_new_thread(const Value* args, uint32_t n);
int64_t bare_thread_count();             // threads running under start_new_thread or Thread, as _thread._count()

}  // namespace py
