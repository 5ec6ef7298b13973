// The page around a notebook in the browser: says what is wrong in a sentence, saves, and gives the file to hand in.
"use strict";
const { name, cohort, pyodide, colab } = document.body.dataset;
const path = `${name}/${name}.ipynb`;
const frame = document.getElementById("notebook");
const trouble = document.getElementById("trouble");
const state = document.getElementById("state");
const elsewhere = colab ? "open it in Colab, or download the folder" : "download the folder and open it in Jupyter";

function say(sentence) {
  const line = document.createElement("p");
  line.textContent = sentence;
  trouble.append(line);
}

function app() {
  return frame.contentWindow?.jupyterapp;
}

async function untilThere(look, seconds) {
  for (let waited = 0; waited < seconds * 4; waited++) {
    const found = look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return null;
}

function canStore() {
  return new Promise((resolve) => {
    try {
      const asked = indexedDB.open("hippograd-may-store");
      asked.onsuccess = () => resolve(true);
      asked.onerror = asked.onblocked = () => resolve(false);
    } catch {
      resolve(false);
    }
  });
}

async function lookAtBrowser() {
  if (typeof WebAssembly !== "object" || !("locks" in navigator)) {
    say(`This browser is too old to run Python: update it, or ${elsewhere}.`);
    return false;
  }
  if (!window.isSecureContext || !("serviceWorker" in navigator)) {
    say(`This browser gives pages no access to files here (a private window, or an address without https): use a normal window, or ${elsewhere}.`);
    return false;
  }
  if (!(await canStore())) {
    say("This browser refuses to store anything for this page. You can work, but download the notebook before you close it.");
  }
  const room = await navigator.storage?.estimate?.();
  if (room && room.quota - room.usage < 20e6) {
    say("This browser has hardly any room left for this page. Free some, or download the notebook often.");
  }
  navigator.storage?.persist?.();
  return true;
}

async function lookAtPython() {
  try {
    const answer = await fetch(new URL("pyodide-lock.json", new URL(pyodide, location.href)));
    if (!answer.ok) throw new Error(answer.status);
  } catch {
    say(`Python could not be fetched from ${new URL(pyodide, location.href).host}: there is no network, or it is blocked. Your work is kept, and you can read and write, but no cell runs. Load the page again later, or ${elsewhere}.`);
  }
}

async function ours() {
  const found = await app().serviceManager.contents.get(path, { content: true });
  return found.content;
}

async function save() {
  const shell = app();
  try {
    await shell.commands.execute("docmanager:save");
    state.textContent = `Saved in this browser at ${new Date().toLocaleTimeString()}. Nothing is sent.`;
    return true;
  } catch (error) {
    say(`The notebook could not be saved in this browser (${error.name || "no room"}): download it now.`);
    return false;
  }
}

function download(content) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify(content, null, 1)], { type: "application/x-ipynb+json" }));
  link.download = `${name}.ipynb`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

async function handIn() {
  const saved = await save();
  const live = app().shell.currentWidget?.context?.model?.toJSON?.();
  download(live && !saved ? live : await ours());
  state.textContent = `${name}.ipynb was downloaded: hand in this one file. grader.hand_in() in the notebook looks at it first.`;
}

async function openMine(file) {
  if (!app()?.serviceManager) {
    say("The notebook is not open in this tab. Nothing was changed.");
    return;
  }
  let content;
  try {
    content = JSON.parse(await file.text());
    if (!Array.isArray(content.cells)) throw new Error();
  } catch {
    say(`${file.name} is not a notebook. Nothing was changed.`);
    return;
  }
  const theirs = content.metadata?.hippograd;
  if (theirs && (theirs.assignment !== name || theirs.cohort !== cohort)) {
    say(`${file.name} is ${theirs.assignment} of cohort ${theirs.cohort}, and this page is ${name} of cohort ${cohort}. Nothing was changed.`);
    return;
  }
  const contents = app().serviceManager.contents;
  const kept = `${name}/before-${new Date().toISOString().slice(0, 19).replace(/:/g, "-")}.ipynb`;
  await save();
  await contents.save(kept, { type: "notebook", format: "json", content: await ours() });
  await contents.save(path, { type: "notebook", format: "json", content });
  state.textContent = `${file.name} was opened; what was here before is kept as ${kept}.`;
  frame.contentWindow.location.reload();
}

async function start() {
  if (!(await lookAtBrowser())) return;
  lookAtPython();
  frame.src = `../lite/notebooks/index.html?path=${encodeURIComponent(path)}`;
  const shell = await untilThere(() => app()?.serviceManager && app().shell?.currentWidget, 120);
  if (!shell) {
    say(`The notebook did not open within two minutes. Load the page again, or ${elsewhere}.`);
    return;
  }
  for (const button of document.querySelectorAll("button")) button.disabled = false;
}

document.getElementById("save").addEventListener("click", save);
document.getElementById("hand-in").addEventListener("click", handIn);
document.getElementById("mine").addEventListener("change", (event) => {
  if (event.target.files[0]) openMine(event.target.files[0]);
  event.target.value = "";
});

if ("locks" in navigator) {
  navigator.locks.request(`hippograd:${path}`, { ifAvailable: true }, (lock) => {
    if (lock) {
      start();
      return new Promise(() => {}); // kept until the tab is closed
    }
    say("This notebook is open in another tab of this browser. Go on there, or close that tab and load this page again: two would overwrite each other's work.");
    return null;
  });
} else {
  start();
}
