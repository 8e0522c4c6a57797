/** Programs compiled by `portalis build --target browser`, as an ES module: `import { load } from './portalis.js'`. */

export interface LoadOptions {
  /** Called with the part of the module that has arrived, from 0 to 1. */
  onProgress?(part: number): void;
}

/**
 * Loads a program. `url` is the folder that was built (or its program.json). The module is compiled while it arrives.
 * Rejects when a file is missing. Threads need shared memory, which browsers give to pages that are cross-origin isolated
 * only (globalThis.crossOriginIsolated); in others see App.parallel.
 */
export function load(url: string | URL, options?: LoadOptions): Promise<App>;

export interface App {
  /** The program's sys.argv[0]. */
  readonly name: string;
  /**
   * Whether threads run in parallel. false: the page is not cross-origin isolated and the folder holds a build for that
   * (not with --quick): threads take turns, input is what start() is given, interrupt() ends the program.
   */
  readonly parallel: boolean;
  /** Starts the program in a memory and workers of its own; may be called again, also while another run goes on. */
  start(options?: StartOptions): Run;
}

export interface StartOptions {
  /** sys.argv[1:] */
  args?: string[];
  /** os.environ */
  env?: Record<string, string>;
  /** All of the standard input. null: it comes by run.write() and ends by run.closeStdin(). Default: empty. */
  stdin?: string | Uint8Array | ArrayBuffer | null;
  /** Files by absolute path, put into the program's in-memory file system before it starts. */
  files?: Record<string, string | Uint8Array | ArrayBuffer>;
  /** Whether sys.stdin, stdout and stderr are terminals: a terminal's output comes line by line. Default: false. */
  terminal?: boolean;
  /** Threads started in advance. Default: what --workers said, else navigator.hardwareConcurrency + 2. */
  workers?: number;
  /**
   * Output, as text and as bytes. A promise that is returned is waited for: until then the program may run ahead by about
   * a megabyte. Default: the console.
   */
  onStdout?(text: string, bytes: Uint8Array): void | Promise<void>;
  onStderr?(text: string, bytes?: Uint8Array): void | Promise<void>;
  /** What the program sent with portalis_page.post(). */
  onMessage?(bytes: Uint8Array): void | Promise<void>;
  /**
   * A name under which the files below /persist are kept in IndexedDB: they are there when the program starts and are
   * stored when it has ended.
   */
  persist?: string;
}

export interface Run {
  /**
   * The exit status: the program's own, 130 after an interrupt that nobody caught, 134 when a worker died (a trap, out of
   * memory; onStderr is told why), 137 after terminate().
   */
  readonly exit: Promise<number>;
  /** More standard input, for stdin: null. */
  write(data: string | Uint8Array | ArrayBuffer): void;
  closeStdin(): void;
  /** Ctrl-C: the main thread gets a KeyboardInterrupt, also out of a lock, a queue, a sleep or input(). */
  interrupt(): void;
  /** Ends the program at once. */
  terminate(): void;
}
