// The page's half of runtime/platform/browser/page.hpp, as an Emscripten JavaScript library: it becomes part of program.js.
// On a worker a call is a message that Emscripten turns into a call of Module's function of that name on the main thread.
addToLibrary({
  // Emscripten's own waits for mail with Atomics.waitAsync, whose promise keeps a program's memory for as long as the page lives,
  // whatever became of the program: after 124 runs the browser has no more addresses. Without it mail comes by postMessage.
  _emscripten_thread_mailbox_await: (thread) => {},

  $portalisCall: (handler, args, transferred) => {
    if (ENVIRONMENT_IS_PTHREAD) postMessage({ cmd: 'callHandler', handler, args }, transferred);
    else Module[handler](...args);
  },

  portalis_page_output__deps: ['$portalisCall'],
  portalis_page_output: (channel, data, size) => {
    const bytes = new Uint8Array(size);          // a copy: what is posted must not be shared memory
    bytes.set(HEAPU8.subarray(data, data + size));
    portalisCall('portalisOutput', [channel, bytes], [bytes.buffer]);
  },

  portalis_page_wants_input__deps: ['$portalisCall'],
  portalis_page_wants_input: () => portalisCall('portalisWantsInput', [], []),

  portalis_page_file__deps: ['$UTF8ToString'],
  portalis_page_file: (path, data, size) => Module['portalisFile'](UTF8ToString(path), HEAPU8.slice(data, data + size)),

  portalis_page_exit__deps: ['$portalisCall'],
  portalis_page_exit: (status) => portalisCall('portalisExit', [status], []),
});
