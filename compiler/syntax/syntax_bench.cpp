// Speed of lexing and of parsing, in bytes of source a second, over a program made of common code.
#include <benchmark/benchmark.h>

#include <string>

#include "compiler/syntax/lexer.hpp"
#include "compiler/syntax/parse.hpp"

namespace portalis {
namespace {

constexpr const char* kUnit = R"(
class Account(Base, metaclass=Meta):
    """One account of the bank."""
    limit: int = 1_000

    def transfer(self, other, amount, *, note=None, **options):
        if amount <= 0 or self.balance - amount < -self.limit:
            raise ValueError(f"cannot move {amount!r:>10} from {self.name}")
        with self.lock, other.lock:
            self.balance -= amount
            other.balance += amount * (1 - options.get('fee', 0.025))
        return [entry.value for entry in self.history if entry.kind in ("in", "out") and not entry.old]

    @property
    def report(self):
        return {"name": self.name, "sum": sum(x ** 2 for x in self.values[1:-1:2]), **self.extra}
)";

std::unique_ptr<SourceFile> program() {
  std::string text;
  while (text.size() < (1u << 20)) text += kUnit;
  DiagnosticSink sink;
  return SourceFile::from_bytes("bench.py", text, sink);
}

void lexing(benchmark::State& state) {
  auto file = program();
  for (auto _ : state) benchmark::DoNotOptimize(lex(*file));
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * file->text().size()));
}
BENCHMARK(lexing)->Unit(benchmark::kMillisecond);

void parsing(benchmark::State& state) {
  auto file = program();
  for (auto _ : state) {
    Arena arena;
    DiagnosticSink sink;
    if (parse_module(*file, arena, sink) == nullptr) state.SkipWithError("the program does not parse");
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * file->text().size()));
}
BENCHMARK(parsing)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace portalis
