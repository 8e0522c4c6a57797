// The life of a program (Python/pylifecycle.c, Python/pythonrun.c and Modules/main.c of CPython).
#include "runtime/program/start.hpp"

#include <cstdio>

#include "runtime/object/cycles.hpp"
#include "runtime/object/exceptions.hpp"
#include "runtime/object/import.hpp"
#include "runtime/object/operators.hpp"
#include "runtime/object/registry.hpp"
#include "runtime/object/runtime.hpp"
#include "runtime/object/signals.hpp"
#include "runtime/object/text.hpp"
#include "runtime/object/traceback.hpp"
#include "runtime/platform/platform.hpp"
#include "runtime/program/thread_report.hpp"

namespace py {
namespace {

// No thread can ever run again. What was printed must still come out, but nothing here may wait for a lock.
void report_deadlock() {
  if (flush_open_files) flush_open_files();
  report_threads("Deadlock: every thread waits, and nothing is left that could wake one of them.");
}

void report_on_request() {
  WorldStop stop;
  report_threads("Threads of the program:");
}

// ---- exit ----
Value attribute_of(const char* module, const char* name) {
  Value found = dict_get(sys_modules(), intern(module));
  if (found.is_undefined()) return Undefined;
  Ref held = found;
  Value v = get_attribute_or_undefined(held, intern(name));
  if (!v.is_error()) return v;
  clear_error();
  return Undefined;
}

// Calls module.name() if that module was imported. Errors are reported, not passed on.
void call_if_imported(const char* module, const char* name) {
  Ref function = attribute_of(module, name);
  if (function.is_undefined()) return;
  Ref result = call(function);
  if (result.is_error()) write_unraisable(function);
}

// false: flushing sys.stdout failed.
bool flush_streams() {
  bool good = true;
  for (const char* name : {"stdout", "stderr"}) {
    Ref stream = attribute_of("sys", name);
    if (stream.is_undefined() || stream.get().is_none()) continue;
    Ref closed = get_attribute_or_undefined(stream, intern("closed"));
    if (closed.is_error()) clear_error();
    else if (closed.get().is_true()) continue;
    Ref result = call_method(stream, intern("flush"));
    if (!result.is_error()) continue;
    if (stream.get().same(attribute_of("sys", "stderr"))) clear_error();
    else write_unraisable(stream), good = false;
  }
  return good;
}

// The status of sys.exit(code): an int is itself, None is 0, anything else is printed and 1.
int exit_status(Value exception) {
  Value code = exception.as<SystemExitError>()->code.peek();
  Ref held = code.is_undefined() || code.is_none() ? Ref(None) : Ref::borrow(code);
  if (held.get().is_none()) return 0;
  if (is_int(held)) {
    int64_t n = 0;
    return int_to_int64(held, n) == IntFit::fits ? static_cast<int>(n & 0xff) : 0xff;
  }
  Ref text = str(held);
  if (text.is_error()) clear_error();
  (void)flush_streams();
  Text line;
  if (!text.is_error()) append_utf8(line, as_str(text));
  line.append('\n');
  Ref stream = attribute_of("sys", "stderr"), whole = line.to_str();
  if (!stream.is_undefined() && !stream.get().is_none()) {
    Ref written = call_method(stream, intern("write"), whole);
    if (written.is_error()) clear_error();
  }
  return 1;
}

// Reports an exception that reached the top of the main thread; the exit status that follows from it.
int report_uncaught(bool& interrupted) {
  Ref exception = fetch_error();
  if (is_subtype(type_of(exception), &exc::SystemExit)) return exit_status(exception);
  interrupted = is_subtype(type_of(exception), &exc::KeyboardInterrupt);
  (void)flush_streams();
  Ref hook = attribute_of("sys", "excepthook");
  if (hook.is_undefined()) {
    write_stderr("sys.excepthook is missing\n");
    print_exception(exception);
    return 1;
  }
  Value traceback = exception.as<Exception>()->traceback.peek();
  Ref held = traceback.is_undefined() ? Ref(None) : Ref::borrow(traceback);
  Ref result = call(hook, value_of(*type_of(exception)), exception, held);
  if (result.is_error()) {
    Ref second = fetch_error();
    if (is_subtype(type_of(second), &exc::SystemExit)) return exit_status(second);
    std::fputs("Error in sys.excepthook:\n", stderr);
    print_exception(second);
    std::fputs("\nOriginal exception was:\n", stderr);
    print_exception(exception);
  }
  return 1;
}

// sys.argv, and sys.path as it starts: the folder of the program.
bool set_arguments(int argc, char** argv, const CompiledModule* const* compiled) {
  Ref sys = import_module(intern("sys"));
  if (sys.is_error()) return false;
  Ref list = make_list(nullptr, 0);
  for (int i = 0; i < argc; ++i) {
    Ref argument = make_str(argv[i]);
    if (list_append(list.as<List>(), argument) < 0) return false;
  }
  module_set(sys.as<Module>(), "argv", list.take());
  while (*compiled && std::string_view((*compiled)->name) != "__main__") ++compiled;
  if (!*compiled) return true;
  Text file;
  append_utf8(file, absolute_file((*compiled)->file));
  size_t slash = file.view().rfind('/');
  Ref folder = make_str(slash == std::string_view::npos ? "" : file.view().substr(0, std::max<size_t>(slash, 1)));
  Ref path = get_attribute(sys, intern("path"));
  return list_append(path.as<List>(), folder) == 0;
}

}  // namespace

struct Program {
  int argc;
  char** argv;
  const CompiledModule* const* compiled;
  const ModuleDef* const* native;
};

static int run(void* raw) {
  auto [argc, argv, compiled, native] = *static_cast<Program*>(raw);
  // Lives to the very end: daemon threads may still look at the main thread's state.
  static ThreadRegistration& registration = *new ThreadRegistration;
  (void)registration;
  ready_runtime();
  register_modules(compiled, native);
  ready_signals();
  report_handler = report_on_request;
  portalis::platform::on_deadlock(report_deadlock);

  int status = 0;
  bool interrupted = false;
  Ref builtins = import_module(intern("builtins"));
  if (builtins.is_error() || !set_arguments(argc, argv, compiled)) {
    print_exception(fetch_error());
    return 1;
  }
  Ref result = run_main_module();
  if (result.is_error()) status = report_uncaught(interrupted);

  // CPython's order: non-daemon threads, then atexit handlers, then what modules still hold, then the streams.
  call_if_imported("threading", "_shutdown");
  call_if_imported("atexit", "_run_exitfuncs");
  Ref main_module = dict_get(sys_modules(), intern("__main__"));
  if (is_exactly(main_module, module_type)) finalize_at_exit(module_globals(main_module.get().object()));
  if (flush_open_files) flush_open_files();
  if (!flush_streams() && status == 0) status = 120;
  if (interrupted) portalis::platform::end_by_interrupt();
  portalis::platform::end_process(status);               // daemon threads stop where they are
}

int run_program(int argc, char** argv, const CompiledModule* const* compiled, const ModuleDef* const* native) {
  Program program{argc, argv, compiled, native};
  return portalis::platform::run_main(run, &program);
}

}  // namespace py
