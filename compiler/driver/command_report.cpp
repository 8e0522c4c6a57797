// portalis report: how static a program is, as a page.
#include <cstdio>
#include <filesystem>

#include "compiler/driver/commands.hpp"
#include "compiler/driver/module_graph.hpp"
#include "compiler/driver/options.hpp"
#include "compiler/inference/report.hpp"

namespace portalis::driver {
namespace {

namespace fs = std::filesystem;

const Usage report_usage = {
    "report",
    "usage: portalis report [options] PROGRAM.py\n\n"
    "Writes a page (HTML, complete in itself) of the program and its modules: every line coloured by how static it is,\n"
    "the types of its variables and calls beside it, and in plain words what stayed dynamic and why.\n\n"
    "  -o FILE   the page to write (default: the program's name with .html)\n",
    Takes::one_program,
    {"-o"}};

}  // namespace

int command_report(const std::vector<std::string>& arguments) {
  Options options;
  if (int stop = parse_options(report_usage, arguments, options)) return stop - 1;
  const std::string& program = options.build.main_file;
  std::string failure, page = options.output.empty() ? fs::path(program).stem().string() + ".html" : options.output;
  std::error_code ignored;
  if (fs::is_directory(page, ignored)) return complain("report", "cannot write " + page + ": it is a directory (-o names another file)");
  if (fs::equivalent(page, program, ignored)) return complain("report", "cannot write " + page + ": it is the program itself (-o names another file)");
  Layout layout;
  if (!find_layout(layout, failure)) return complain("report", failure);
  ModuleGraph graph;
  if (!load_modules(program, layout, graph)) {
    std::fputs(render_diagnostics(graph).c_str(), stderr);
    return 1;
  }
  std::vector<inference::ReportedModule> modules;
  for (const LoadedModule& m : graph.modules) {
    if (!m.is_library) modules.push_back({m.ir.get(), fs::path(m.path).lexically_proximate(fs::path(program).parent_path()).string(), m.source->text()});
  }
  if (!write_file(page, inference::report(modules), failure)) return complain("report", failure);
  return 0;
}

}  // namespace portalis::driver
