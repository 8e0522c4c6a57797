// The page of one program: shows its output in a terminal, takes its input by the line, stops and starts it.
//
// The page's address may carry arguments: ?arg=one&arg=two&env.NAME=value
import { Terminal } from './xterm.mjs';
import { FitAddon } from './addon-fit.mjs';
import { load } from './portalis.js';

const at = (id) => document.getElementById(id);
const [name, status, progress, stop, again, form, line, send, end] =
  ['name', 'status', 'progress', 'stop', 'again', 'input', 'line', 'send', 'end'].map(at);
const given = new URLSearchParams(location.search);
const dark = matchMedia('(prefers-color-scheme: dark)');
const themes = {
  light: { background: '#fbfbfa', foreground: '#1c1c1a', cursor: '#fbfbfa', selectionBackground: '#b6d4fe', red: '#c0262d' },
  dark: { background: '#16181b', foreground: '#e8e8e4', cursor: '#16181b', selectionBackground: '#264f78', red: '#ff7b72' },
};

const terminal = new Terminal({
  convertEol: true, disableStdin: true, screenReaderMode: true, scrollback: 20000, cursorStyle: 'bar', cursorWidth: 1,
  cursorInactiveStyle: 'none', fontSize: 14, fontFamily: 'ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace',
  theme: themes[dark.matches ? 'dark' : 'light'],
});
const fit = new FitAddon();
terminal.loadAddon(fit);
terminal.open(at('terminal'));
fit.fit();
new ResizeObserver(() => fit.fit()).observe(at('terminal'));
dark.addEventListener('change', () => { terminal.options.theme = themes[dark.matches ? 'dark' : 'light']; });

// The terminal's promise is what keeps a program from running far ahead of it.
const print = (data) => new Promise((resolve) => terminal.write(data, resolve));

function say(text, kind = '') {
  status.textContent = text;
  status.className = kind;
}

let app, run, stopping = false;

function enable(running) {
  stop.disabled = !running;
  again.disabled = running;
  for (const part of [line, send, end]) part.disabled = !running;
}

async function start() {
  const hadFocus = document.activeElement === again;
  terminal.reset();
  stopping = false;
  stop.textContent = 'Stop';
  enable(true);
  say('Running');
  const began = performance.now();
  run = app.start({
    args: given.getAll('arg'),
    env: Object.fromEntries([...given].filter(([key]) => key.startsWith('env.')).map(([key, value]) => [key.slice(4), value])),
    stdin: null, terminal: true, persist: given.get('persist') ?? undefined,
    onStdout: (text, bytes) => print(bytes ?? text),
    onStderr: (text, bytes) => print(bytes ?? text),
  });
  (hadFocus ? stop : line).focus({ preventScroll: true });
  const exit = await run.exit;
  enable(false);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  if (exit === 0) say(`Finished after ${seconds} s`, 'good');
  else if (exit === 130 || exit === 137) say(`Stopped after ${seconds} s (exit status ${exit})`, 'bad');
  else say(`Ended with exit status ${exit} after ${seconds} s`, 'bad');
  again.focus({ preventScroll: true });
}

// The first press is Ctrl-C; a program that goes on all the same is ended by the second.
stop.addEventListener('click', () => {
  if (stopping) return run.terminate();
  stopping = true;
  run.interrupt();
  say('Stopping');
  setTimeout(() => { if (stopping && !stop.disabled) stop.textContent = 'End now'; }, 500);
});
again.addEventListener('click', start);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  print(line.value + '\n');
  run.write(line.value + '\n');
  line.value = '';
});
end.addEventListener('click', () => {
  run.closeStdin();
  for (const part of [line, send, end]) part.disabled = true;
});
line.addEventListener('keydown', (event) => {
  if (!event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.key === 'd' && !line.value) event.preventDefault(), end.click();
  if (event.key === 'c' && line.selectionStart === line.selectionEnd) event.preventDefault(), stop.click();
});

// A static host that sends no headers: a service worker adds them, and the page loads once more.
async function isolate() {
  if (globalThis.crossOriginIsolated || !('serviceWorker' in navigator) || sessionStorage.getItem('portalis-isolating')) return false;
  sessionStorage.setItem('portalis-isolating', '1');
  const late = new Promise((_, reject) => setTimeout(reject, 4000, new Error('no service worker')));
  await Promise.race([navigator.serviceWorker.register('coi-serviceworker.min.js').then(() => navigator.serviceWorker.ready), late]);
  location.reload();
  return true;
}

try {
  if (!await isolate().catch(() => false)) {
    sessionStorage.removeItem('portalis-isolating');
    app = await load('./', { onProgress: (part) => { progress.value = part; } });
    progress.classList.add('finished');
    name.textContent = document.title = app.name;
    form.hidden = !app.parallel;            // no shared memory: nothing can wait for input
    start();
  }
} catch (error) {
  progress.classList.add('finished');
  name.textContent = 'The program cannot run here';
  say('', 'bad');
  const problem = document.createElement('p');
  problem.className = 'problem';
  problem.setAttribute('role', 'alert');
  problem.textContent = error.message;
  at('terminal').before(problem);
}
