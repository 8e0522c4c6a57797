// What was built lies in public/, which Vite serves as it is; its module is loaded by its address, not bundled.
const { load } = await import(/* @vite-ignore */ new URL('program/portalis.js', document.baseURI).href);

const output = document.getElementById('output');
const app = await load('./program/');
const run = app.start({ onStdout: (text) => output.append(text), onStderr: (text) => output.append(text) });
output.append(`exit status ${await run.exit}\n`);
