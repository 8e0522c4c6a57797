// Clang's thread-safety annotations under readable names; other compilers ignore them.
#pragma once

#if defined(__clang__)
#define PORTALIS_ANNOTATION(x) __attribute__((x))
#else
#define PORTALIS_ANNOTATION(x)
#endif

#define CAPABILITY(name) PORTALIS_ANNOTATION(capability(name))
#define SCOPED_CAPABILITY PORTALIS_ANNOTATION(scoped_lockable)
#define GUARDED_BY(lock) PORTALIS_ANNOTATION(guarded_by(lock))
#define REQUIRES(...) PORTALIS_ANNOTATION(requires_capability(__VA_ARGS__))
#define ACQUIRE(...) PORTALIS_ANNOTATION(acquire_capability(__VA_ARGS__))
#define RELEASE(...) PORTALIS_ANNOTATION(release_capability(__VA_ARGS__))
#define TRY_ACQUIRE(...) PORTALIS_ANNOTATION(try_acquire_capability(__VA_ARGS__))
#define NO_THREAD_SAFETY_ANALYSIS PORTALIS_ANNOTATION(no_thread_safety_analysis)
