// Following imports, breadth first; each round's modules are parsed and lowered in parallel.
#include "compiler/driver/module_graph.hpp"

#include <filesystem>
#include <map>
#include <set>
#include <unistd.h>

#include "compiler/driver/build.hpp"
#include "compiler/driver/known_modules.hpp"
#include "compiler/lowering/lower.hpp"
#include "compiler/passes/passes.hpp"
#include "compiler/syntax/parse.hpp"

namespace portalis::driver {

namespace fs = std::filesystem;

namespace {

struct Found {
  enum Kind : uint8_t { nowhere, file, native } kind = nowhere;
  std::string path;
  bool is_package = false;
  bool library = false;
};

class Loader {
 public:
  Loader(const std::string& main_file, const Layout& layout, ModuleGraph& graph) : layout_(layout), graph_(graph) {
    program_directory_ = fs::path(main_file).parent_path();
    LoadedModule main;
    main.name = "__main__";
    main.path = main_file;
    graph_.modules.push_back(std::move(main));
    libraries_.push_back(false);
  }

  void run() {
    need_native("builtins");
    need_native("sys");
    for (size_t done = 0; done < graph_.modules.size();) {
      size_t end = graph_.modules.size();
      std::vector<std::vector<lowering::ImportRequest>> imports(end - done);
      in_parallel(end - done, [&](size_t i) { imports[i] = load(graph_.modules[done + i], libraries_[done + i]); });
      for (size_t i = done; i < end; ++i) {
        for (const lowering::ImportRequest& request : imports[i - done]) follow(i, request);
      }
      done = end;
    }
  }

 private:
  std::vector<lowering::ImportRequest> load(LoadedModule& m, bool library) {
    m.source = SourceFile::load(m.path, m.diagnostics);
    if (!m.source) return {};
    m.arena = std::make_unique<Arena>();
    m.tree = parse_module(*m.source, *m.arena, m.diagnostics);
    if (!m.tree) return {};
    m.scopes = semantics::analyze(*m.tree, *m.source, m.diagnostics);
    if (m.diagnostics.has_errors()) return {};
    lowering::Lowered lowered = lowering::lower(*m.tree, *m.scopes, *m.source, {.name = m.name, .is_package = m.is_package, .library = library}, m.diagnostics);
    passes::run(*lowered.module);
    m.ir = std::move(lowered.module);
    return std::move(lowered.imports);
  }

  Found find_below(const fs::path& root, const std::string& name, bool library) const {
    std::string relative = name;
    for (char& c : relative) c = c == '.' ? '/' : c;
    std::error_code code;
    fs::path package = root / relative / "__init__.py", module = root / (relative + ".py");
    if (fs::is_regular_file(package, code)) return {Found::file, package, true, library};
    if (fs::is_regular_file(module, code)) return {Found::file, module, false, library};
    return {};
  }

  // As CPython with the script's folder first on sys.path, but the modules Portalis brings in C++ win over files of
  // the same name nowhere else on the path (CPython's built-in modules do too).
  Found find(const std::string& name) const {
    if (name == "sys" || name == "builtins" || name == "time" || name == "_thread") return {Found::native, {}, false, true};
    if (Found own = find_below(program_directory_, name, false); own.kind != Found::nowhere) return own;
    if (is_native_module(name)) return {Found::native, {}, false, true};
    return find_below(layout_.stdlib_directory, name, true);
  }

  void follow(size_t importer, const lowering::ImportRequest& request) {
    // Parents first: importing a.b.c imports a, then a.b.
    for (size_t dot = request.name.find('.');; dot = request.name.find('.', dot + 1)) {
      std::string prefix = request.name.substr(0, dot);
      bool whole = dot == std::string::npos;
      if (!need(prefix) && !(whole && request.optional)) {
        if (!request.guarded && !libraries_[importer]) report_missing(importer, request, prefix);
        return;
      }
      if (whole) return;
    }
  }

  bool need(const std::string& name) {
    if (auto it = known_.find(name); it != known_.end()) return it->second;
    Found found = find(name);
    known_[name] = found.kind != Found::nowhere;
    if (found.kind == Found::native) need_native(name);
    if (found.kind == Found::file) {
      LoadedModule m;
      m.name = name;
      m.path = found.path;
      m.is_package = found.is_package;
      graph_.modules.push_back(std::move(m));
      libraries_.push_back(found.library);
    }
    return found.kind != Found::nowhere;
  }

  void need_native(const std::string& name) {
    if (!native_.insert(name).second) return;
    graph_.native.push_back(name);
    for (const std::string& other : native_needs(name)) need(other);
  }

  void report_missing(size_t importer, const lowering::ImportRequest& request, const std::string& missing) {
    const LoadedModule& m = graph_.modules[importer];
    Diagnostic d;
    d.file = m.source.get();
    d.span = request.span;
    if (is_stdlib_module(missing)) {
      d.code = "P0401";
      d.message = "the standard module '" + missing + "' is not supported yet";
      d.help = "do without it, or import it inside try/except ImportError with a way around it";
    } else {
      d.code = "P0402";
      d.message = "no module named '" + missing + "'";
      d.help = "it is neither beside the program (looked for " + missing + ".py and " + missing + "/__init__.py in " +
               (program_directory_.empty() ? "." : program_directory_.string()) + ") nor part of Portalis's standard library";
    }
    graph_.diagnostics.add(std::move(d));
  }

  const Layout& layout_;
  ModuleGraph& graph_;
  fs::path program_directory_;
  std::vector<bool> libraries_;
  std::map<std::string, bool> known_;
  std::set<std::string> native_;
};

}  // namespace

bool load_modules(const std::string& main_file, const Layout& layout, ModuleGraph& graph) {
  Loader(main_file, layout, graph).run();
  bool good = !graph.diagnostics.has_errors();
  for (const LoadedModule& m : graph.modules) good = good && !m.diagnostics.has_errors() && m.ir;
  return good;
}

std::string render_diagnostics(const ModuleGraph& graph) {
  RenderOptions options;
  const char* no_color = std::getenv("NO_COLOR");
  options.color = isatty(2) && !(no_color && *no_color);
  std::string out;
  for (const LoadedModule& m : graph.modules) out += render_all(m.diagnostics, options);
  return out + render_all(graph.diagnostics, options);
}

}  // namespace portalis::driver
