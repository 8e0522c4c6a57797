// The report on all threads: each one's Python stack and what it waits for.
#pragma once

namespace py {

// Writes it to descriptor 2. The calling thread must be at a safepoint, or the only one that can run. `why` is the first line.
void report_threads(const char* why);

}  // namespace py
