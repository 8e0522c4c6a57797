// A pool of threads that share work, results that come later, and groups of tasks that end together.
//
//     Pool pool;                                            // one thread per processor
//     Future<int> answer = pool.submit([] { return 6 * 7; });
//     printf("%d\n", answer.get());
//
//     TaskGroup group(pool);
//     for (auto& file : files)
//       group.spawn([&]() -> Error { return file.ok() ? count(file) : Error{1, "unreadable"}; });
//     if (Error error = group.wait()) report(error.message); // the first; the others were cancelled
//
// submit and spawn may be called from any thread, tasks included, and never block. get and wait block; called
// in a task they run other tasks meanwhile, so a task may wait for tasks it started, however small the pool.
// Callables must not throw.
#pragma once

#include "portalis/executor/future.hpp"
#include "portalis/executor/pool.hpp"
#include "portalis/executor/task_group.hpp"
