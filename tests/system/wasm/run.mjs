// node run.mjs BUNDLE FOLDER SCRIPT: runs a Python script in Pyodide with a folder as its own; prints what it prints.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [bundle, folder, script] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${bundle}/pyodide.mjs`));
const pyodide = await loadPyodide({ indexURL: bundle });
await pyodide.loadPackage(["numpy", "matplotlib", "ipython"], { messageCallback: () => {} });
pyodide.FS.mkdirTree("/drive/chapter");
pyodide.FS.mount(pyodide.FS.filesystems.NODEFS, { root: folder }, "/drive/chapter");
pyodide.FS.chdir("/drive/chapter");
await pyodide.runPythonAsync(readFileSync(script, "utf8"));
