// Runs the WASI build of a program in this worker: for pages that get no shared memory. Threads are fibers there; what waits
// for time keeps this worker busy, and standard input is what was there at the start.
import { Directory, Fd, File, PreopenDirectory, WASI, WASIProcExit, wasi } from './wasi/index.js';

class Device extends Fd {
  fd_fdstat_get() {
    const fdstat = new wasi.Fdstat(wasi.FILETYPE_UNKNOWN, 0);
    fdstat.fs_rights_base = BigInt(wasi.RIGHTS_FD_READ | wasi.RIGHTS_FD_WRITE);
    return { ret: 0, fdstat };
  }
  fd_filestat_get() {
    return { ret: 0, filestat: new wasi.Filestat(0n, wasi.FILETYPE_UNKNOWN, 0n) };
  }
}

class Stream extends Device {
  constructor(channel) {
    super();
    this.channel = channel;
  }
  fd_write(bytes) {
    const nwritten = bytes.byteLength;         // before the buffer goes away
    postMessage({ channel: this.channel, bytes }, [bytes.buffer]);
    return { ret: 0, nwritten };
  }
}

class Input extends Device {
  constructor(bytes) {
    super();
    this.bytes = bytes;
  }
  fd_read(size) {
    const data = this.bytes.subarray(0, size);
    this.bytes = this.bytes.subarray(data.length);
    return { ret: 0, data };
  }
}

function tree(files) {
  const root = new Map([['tmp', new Directory(new Map())]]);
  for (const [path, bytes] of files) {
    const parts = path.split('/').filter(Boolean), name = parts.pop();
    let folder = root;
    for (const part of parts) {
      if (!folder.has(part)) folder.set(part, new Directory(new Map()));
      folder = folder.get(part).contents;
    }
    folder.set(name, new File(bytes));
  }
  return root;
}

onmessage = async ({ data: { module, args, env, stdin, files } }) => {
  const engine = new WASI(args, Object.entries(env).map(([name, value]) => `${name}=${value}`),
    [new Input(stdin), new Stream(1), new Stream(2), new PreopenDirectory('/', tree(files))], { debug: false });
  let status;
  try {
    const instance = await WebAssembly.instantiate(module, { wasi_snapshot_preview1: engine.wasiImport });
    status = engine.start(instance);
  } catch (error) {
    if (error instanceof WASIProcExit) status = error.code;
    else return postMessage({ crash: error.message });
  }
  postMessage({ status });
};
