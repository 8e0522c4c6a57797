// Test tool: parses many files in one process and prints, for each, its tree or its error.
//
// Reads paths from stdin, one a line. Writes for each path "OK <size>\n<ast.dump text>\n" or
// "ERROR <line> <col> <exception> <size>\n<message>\n"; sizes are bytes. With --time, prints only
// "<bytes> <seconds>" for parsing all of them.
#include <chrono>
#include <cstdio>
#include <cstring>
#include <iostream>
#include <string>

#include "compiler/syntax/parse.hpp"

using namespace portalis;

namespace {

void print_error(const DiagnosticSink& sink) {
    const Diagnostic& error = sink.diagnostics().front();
    std::printf("ERROR %u %u %s %zu\n%s\n", error.span.line, error.span.col,
                error.exception.empty() ? "none" : error.exception.c_str(), error.message.size(),
                error.message.c_str());
}

}  // namespace

int main(int argc, char** argv) {
    bool timing = argc > 1 && std::strcmp(argv[1], "--time") == 0;
    std::string path;
    std::size_t bytes = 0;
    double seconds = 0;
    while (std::getline(std::cin, path)) {
        DiagnosticSink sink;
        Arena arena;
        auto file = SourceFile::load(path, sink);
        ast::Module* module = nullptr;
        if (file != nullptr) {
            auto start = std::chrono::steady_clock::now();
            module = parse_module(*file, arena, sink);
            seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
            bytes += file->text().size();
        }
        if (timing) continue;
        if (module == nullptr) {
            print_error(sink);
        } else {
            std::string text = dump_ast(*module);
            std::printf("OK %zu\n%s\n", text.size(), text.c_str());
        }
    }
    if (timing) std::printf("%zu %.6f\n", bytes, seconds);
    return 0;
}
