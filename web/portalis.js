// Loads a program that Portalis compiled for browsers, and runs it. The types and what they mean are in portalis.d.ts.
//
// A program's module, memory and workers belong to one run: start() may be called again, also at the same time. The
// page's main thread only passes bytes on; Python runs in workers, so it may block while the page stays alive.

const encoder = new TextEncoder();
const messageChannel = 1000;            // runtime/platform/browser/program.cpp
const mostWorkers = 256;                // a browser takes that many; then Thread.start raises RuntimeError
const statusOfKill = 137, statusOfCrash = 134;

/** Resolves to a program that can be started; see portalis.d.ts. */
export async function load(url, { onProgress } = {}) {
  const base = new URL(url, document.baseURI);
  if (!base.pathname.endsWith('/') && !base.pathname.endsWith('.json')) base.pathname += '/';
  const about = await (await fetched(base.pathname.endsWith('.json') ? base : new URL('program.json', base))).json();
  const place = (name) => new URL(name, base);
  const parallel = globalThis.crossOriginIsolated === true;
  if (!parallel) {
    const reason = 'this page is not cross-origin isolated, so the browser gives it no shared memory for threads; ' +
      'its server must send Cross-Origin-Opener-Policy: same-origin and Cross-Origin-Embedder-Policy: require-corp';
    if (!about.fibers) throw new Error(reason);
    console.warn(`portalis: ${reason}. The program's threads take turns instead.`);
  }
  const wanted = parallel ? about : about.fibers;
  const [module, glue, files] = await Promise.all([
    compiled(place(wanted.module), wanted.size, onProgress),
    parallel && import(/* @vite-ignore */ /* webpackIgnore: true */ place(about.glue).href),
    Promise.all(about.files.map(async ({ path, url }) => [path, new Uint8Array(await (await fetched(place(url))).arrayBuffer())])),
  ]);
  return {
    name: about.name, parallel,
    start: (options = {}) => parallel ? start(about, module, glue.default, files, options) : startFibers(about, module, place('fibers.js'), files, options),
  };
}

const toBytes = (data) => typeof data === 'string' ? encoder.encode(data) : new Uint8Array(data);

// The WASI build in one worker (fibers.js). It cannot be interrupted, and gets its input at the start.
function startFibers(about, module, script, embedded, { args = [], env = {}, stdin, files = {}, ...options }) {
  const onStdout = options.onStdout ?? ((text) => console.log(text));
  const onStderr = options.onStderr ?? ((text) => console.error(text));
  const worker = new Worker(script, { type: 'module' });
  const decoders = { 1: new TextDecoder(), 2: new TextDecoder() };
  let end, delivered = Promise.resolve();
  const exit = new Promise((resolve) => { end = (status) => { worker.terminate(); resolve(status); }; });
  const crash = (reason) => {
    onStderr(`portalis: the program ended because its worker did: ${reason}\n`);
    end(statusOfCrash);
  };
  worker.onerror = (event) => { event.preventDefault(); crash(event.message || 'out of memory'); };
  worker.onmessage = ({ data }) => {
    delivered = delivered.then(() => {
      if ('status' in data) return end(data.status);
      if ('crash' in data) return crash(data.crash);
      const text = decoders[data.channel].decode(data.bytes, { stream: true });
      return (data.channel === 1 ? onStdout : onStderr)(text, data.bytes);
    }).catch((error) => console.error(error));
  };
  worker.postMessage({ module, args: [about.name, ...args], env, stdin: toBytes(stdin ?? ''),
    files: [...embedded, ...Object.entries(files).map(([path, content]) => [path, toBytes(content)])] });
  return { exit, write() {}, closeStdin() {}, interrupt: () => end(130), terminate: () => end(statusOfKill) };
}

async function fetched(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} cannot be loaded: ${response.status} ${response.statusText}`);
  return response;
}

// Compiles while the bytes arrive. `size` is that of the module itself: what comes over the network may be compressed.
async function compiled(url, size, onProgress) {
  const response = await fetched(url);
  if (!onProgress) return WebAssembly.compileStreaming(response);
  let received = 0;
  const counted = response.body.pipeThrough(new TransformStream({
    transform(chunk, controller) {
      received += chunk.byteLength;
      onProgress(Math.min(1, received / size));
      controller.enqueue(chunk);
    },
  }));
  return WebAssembly.compileStreaming(new Response(counted, { headers: { 'Content-Type': 'application/wasm' } }));
}

// ---- what is kept between runs: one IndexedDB record a name, a Map of paths to bytes ----
function keptFiles(name, files) {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('portalis', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('files');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const store = opening.result.transaction('files', files ? 'readwrite' : 'readonly').objectStore('files');
      const request = files ? store.put(files, name) : store.get(name);
      request.onsuccess = () => { opening.result.close(); resolve(files ?? request.result ?? new Map()); };
      request.onerror = () => { opening.result.close(); reject(request.error); };
    };
  });
}

function start(about, module, factory, embedded, options) {
  const { args = [], env = {}, stdin = '', files = {}, terminal = false, persist, onMessage } = options;
  const workers = options.workers ?? about.workers ?? navigator.hardwareConcurrency + 2;
  const onStdout = options.onStdout ?? ((text) => console.log(text));
  const onStderr = options.onStderr ?? ((text) => console.error(text));
  let finish, program, ended = false, status, owed = Infinity, workersMade = 0;
  const exit = new Promise((resolve) => { finish = resolve; });

  const end = (with_status) => {
    if (ended) return;
    ended = true;
    const kept = persist === undefined || !program ? undefined : collect();
    program?.PThread.terminateAllThreads();
    if (!kept) return finish(with_status);
    keptFiles(persist, kept).catch((error) => onStderr(`portalis: the files could not be kept: ${error.message}\n`)).then(() => finish(with_status));
  };
  const crash = (reason) => {
    if (ended) return;
    // The engine's stack is half a megabyte and cannot be measured from inside; nothing can be caught once it is full.
    const isFullStack = String(reason).includes('Maximum call stack size exceeded') || String(reason).includes('too much recursion');
    onStderr(isFullStack ? "RecursionError: maximum recursion depth exceeded: the browser's stack is full before sys.getrecursionlimit() is reached\n"
      : `portalis: the program ended because a worker did: ${reason}\n`);
    end(isFullStack ? 1 : statusOfCrash);
  };

  // ---- output: in order, each piece acknowledged when its handler is done with it ----
  const decoders = { 1: new TextDecoder(), 2: new TextDecoder() };
  let delivered = Promise.resolve();
  const deliver = (channel, bytes) => {
    if (channel === messageChannel) return onMessage?.(bytes);
    const text = decoders[channel].decode(bytes, { stream: true });
    return (channel === 1 ? onStdout : onStderr)(text, bytes);
  };
  const taken = (size) => {
    if (ended) return;
    program._portalis_program_taken(size);
    owed -= size;
    if (owed <= 0) end(status);
  };
  const output = (channel, bytes) => {
    const size = bytes.byteLength;
    delivered = delivered.then(() => ended || deliver(channel, bytes))
      .catch((error) => console.error(error)).then(() => taken(size));
  };

  // ---- input: what the program has no room for yet waits here ----
  let waiting = [], closed = false;
  const pushInput = () => {
    while (program && !ended && waiting.length) {
      const bytes = waiting[0];
      const at = program._malloc(bytes.length);
      program.HEAPU8.set(bytes, at);
      const n = program._portalis_program_input(at, bytes.length);
      program._free(at);
      if (n < bytes.length) {
        waiting[0] = bytes.subarray(n);
        return;
      }
      waiting.shift();
    }
    if (program && !ended && closed) program._portalis_program_end_of_input();
  };
  const write = (data) => {
    const bytes = toBytes(data);
    if (bytes.length) waiting.push(bytes);
    pushInput();
  };
  const closeStdin = () => {
    closed = true;
    pushInput();
  };
  if (stdin !== null) {
    write(stdin);
    closed = true;
  }

  // ---- workers ----
  const watch = (worker) => {
    worker.onerror = (event) => {
      event.preventDefault?.();
      crash(event.message || 'out of memory');
    };
    worker.onmessageerror = () => crash('a message was lost');
    return worker;
  };
  const make = () => {
    if (workersMade >= mostWorkers) return undefined;
    try {
      program.PThread.allocateUnusedWorker();
    } catch {
      return undefined;
    }
    workersMade++;
    const worker = program.PThread.unusedWorkers.at(-1);
    const loaded = program.PThread.loadWasmModuleToWorker(worker);
    watch(worker);
    return loaded;
  };

  const collect = () => {
    const found = new Map();
    program.portalisFile = (path, bytes) => found.set(path, bytes);
    const folder = encoder.encode('/persist\0'), at = program._malloc(folder.length);
    program.HEAPU8.set(folder, at);
    program._portalis_program_collect(at);
    return found;
  };
  const putFile = (path, content) => {
    const bytes = toBytes(content);
    const name = encoder.encode(path + '\0');
    const at = program._malloc(bytes.length + name.length);
    program.HEAPU8.set(name, at);
    program.HEAPU8.set(bytes, at + name.length);
    const good = program._portalis_program_put_file(at, at + name.length, bytes.length);
    program._free(at);
    if (!good) throw new Error(`cannot write ${path} in the program's file system`);
  };

  (async () => {
    const settings = {
      thisProgram: about.name,
      noInitialRun: true,
      locateFile: (name) => name,
      instantiateWasm: (imports, receive) => {
        WebAssembly.instantiate(module, imports).then((instance) => receive(instance, module), (error) => crash(error.message));
        return {};
      },
      preRun: [(settled) => { Object.assign(settled.ENV, { PYTHONHASHSEED: undefined }, env); }],
      print: (text) => { if (!ended) onStdout(text + '\n'); },
      printErr: (text) => { if (!ended) onStderr(text + '\n'); },
      portalisOutput: output,
      portalisWantsInput: pushInput,
      portalisExit: (with_status) => {
        status = with_status;
        owed = program._portalis_program_unread();
        if (owed <= 0) end(status);
      },
    };
    program = await factory(settings);
    if (ended) return;
    program.PThread.getNewWorker = () => {
      if (!program.PThread.unusedWorkers.length && !make()) return undefined;
      return program.PThread.unusedWorkers.shift();   // the one that is ready first
    };
    program._portalis_program_set_terminal(terminal ? 1 : 0);
    for (const [path, content] of embedded) putFile(path, content);
    if (persist !== undefined) for (const [path, content] of await keptFiles(persist)) putFile(path, content);
    for (const [path, content] of Object.entries(files)) putFile(path, content);
    const forMain = make(), next = workers > 0 ? make() : undefined;
    await forMain;
    if (ended) return;
    pushInput();
    program.callMain(args);
    // One after the other: started together, all would be late, and the program's first lines with them.
    await next;
    for (let i = 1; i < workers && !ended; i++) await make();
  })().catch((error) => crash(error.message ?? String(error)));

  return {
    exit,
    write,
    closeStdin,
    interrupt: () => { if (program && !ended) program._portalis_program_interrupt(); },
    terminate: () => end(statusOfKill),
  };
}
