"use strict";
const by = (id) => document.getElementById(id);
let cell = null;
let shown = null;
let items = [];
let bank = [];
let busy = false;

async function ask(path, sent) {
  const options = sent === undefined ? { cache: "no-store" } : {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(sent),
  };
  let answer;
  try {
    answer = await fetch(path, options);
  } catch {
    throw new Error("The desk does not answer: its command may have ended. What was saved is safe; start it again and reload.");
  }
  const found = await answer.json();
  if (!answer.ok) {
    const error = new Error(`${found.error} ${found.remedy}`);
    error.taken = answer.status === 409;
    throw error;
  }
  return found;
}

function say(text) {
  by("message").textContent = text;
  by("message").hidden = !text;
}

async function guarded(action) {
  if (busy) return;
  busy = true;
  try {
    say("");
    await action();
  } catch (error) {
    say(error.message);
    if (error.taken) await load("here", shown.key);
    if (error.taken) say(error.message);
  } finally {
    busy = false;
  }
}

async function start() {
  const tasks = await ask("tasks");
  by("task").replaceChildren(...tasks.map((task) => {
    const option = document.createElement("option");
    option.value = task.cell;
    option.textContent = `${task.number} ${task.title} (${task.done} of ${task.all})`;
    return option;
  }));
  const wanted = decodeURIComponent(location.hash.slice(1));
  const first = tasks.find((task) => task.cell === wanted) || tasks.find((task) => task.done < task.all) || tasks[0];
  if (!first) {
    say("There are no written answers to mark.");
    return;
  }
  by("task").value = first.cell;
  cell = first.cell;
  await load("here", null);
}

async function load(step, key) {
  location.hash = encodeURIComponent(cell);
  const query = new URLSearchParams({ step });
  if (key) query.set("key", key);
  const found = await ask(`${encodeURIComponent(cell)}/answer?${query}`);
  show(found);
}

function show(found) {
  const { progress } = found;
  bank = found.comments;
  items = found.items;
  by("question").innerHTML = found.question;
  by("remarks").innerHTML = found.remarks;
  by("remarks-box").hidden = !found.remarks;
  by("progress").textContent = `${progress.done} of ${progress.all} marked, ${progress.mine} by you`;
  if (progress.rescored) {
    by("progress").textContent += ` · the scheme has changed: ${progress.rescored} marks are worth something else (key r)`;
  }
  const option = [...by("task").options].find((one) => one.value === cell);
  option.textContent = `${progress.number} ${progress.title} (${progress.done} of ${progress.all})`;
  shown = found.answer;
  showItems();
  if (shown === null) {
    by("answer").innerHTML = progress.all ? "<p><strong>All answers are marked.</strong></p>" : "<p>Nobody has handed in.</p>";
    by("note").textContent = "";
    by("group-box").hidden = true;
    by("changed-box").hidden = true;
    by("both").hidden = true;
    by("comment").value = "";
    by("answer").focus();
    return;
  }
  by("answer").innerHTML = shown.blank ? "<p><em>(blank)</em></p>" : shown.html;
  by("comment").value = shown.comment;
  by("changed-box").hidden = !shown.changed;
  by("changed").innerHTML = shown.changed;
  by("both").hidden = !shown.both.length;
  by("both").replaceChildren(...shown.both.map((one, place) => {
    const line = document.createElement("li");
    const items = one.items.join(", ") || "no item";
    const comment = one.comment ? ` “${one.comment}”` : "";
    line.textContent = `${place ? "Second" : "First"} mark, ${one.marker}: ${one.points} (${items})${comment}`;
    return line;
  }));
  const notes = [`${shown.who}, ${shown.place} of ${progress.all}.`];
  if (shown.elsewhere !== null) notes.push(`Marked in formgrader: ${shown.elsewhere}.`);
  else if (shown.changed) notes.push(`Handed in again: it had ${shown.points}.`);
  else if (shown.marker) notes.push(`Marked by ${shown.marker}: ${shown.points}.`);
  else if (shown.automatic !== null) notes.push(`Blank: ${shown.automatic} points without a marker.`);
  if (shown.proposed) notes.push("Items are proposed, not marked: look, then press Enter.");
  if (shown.group) notes.push(`${shown.group.size} answers are ${{ blank: "blank", same: "the same", near: "alike" }[shown.group.kind]} (g).`);
  by("note").textContent = notes.join(" ");
  by("group-box").hidden = true;
  by("answer").focus();
  suggest();
}

function showItems() {
  const made = [];
  let group = null;
  items.forEach((item, place) => {
    const label = document.createElement("label");
    const box = document.createElement("input");
    box.type = "checkbox";
    box.value = item.id;
    box.checked = shown !== null && shown.items.includes(item.id);
    box.addEventListener("change", () => picked(item, box));
    const key = document.createElement("kbd");
    key.textContent = place < 9 ? place + 1 : "";
    const points = document.createElement("span");
    points.className = "points";
    points.textContent = item.limit ? `≤ ${item.points}` : `${item.points > 0 ? "+" : "−"}${Math.abs(item.points)}`;
    const text = document.createElement("div");
    text.innerHTML = item.text;
    label.append(key, box, points, text);
    if (item.group) {
      if (group === null || group.dataset.group !== String(item.group)) {
        group = document.createElement("fieldset");
        group.dataset.group = item.group;
        const legend = document.createElement("legend");
        legend.textContent = "one of";
        group.append(legend);
        made.push(group);
      }
      group.append(label);
    } else {
      made.push(label);
    }
  });
  by("items").replaceChildren(...made);
  reckon();
}

const chosen = () => [...by("items").querySelectorAll("input:checked")].map((box) => box.value);

function picked(item, box) {
  if (item.group && box.checked) {
    for (const other of items) {
      if (other.group === item.group && other.id !== item.id) {
        by("items").querySelector(`input[value="${other.id}"]`).checked = false;
      }
    }
  }
  reckon();
}

function reckon() {
  const ids = chosen();
  const found = items.filter((item) => ids.includes(item.id));
  const limit = Math.min(...found.filter((item) => item.limit).map((item) => item.points), Infinity);
  const sum = found.filter((item) => !item.limit).reduce((total, item) => total + item.points, 0);
  by("points").textContent = `${Math.max(0, Math.min(sum, limit))} points`;
  suggest();
}

function suggest() {
  const typed = by("comment").value.trim().toLowerCase();
  const ids = chosen();
  const shared = (one) => one.items.filter((id) => ids.includes(id)).length;
  const fitting = bank
    .filter((one) => one.text.toLowerCase().includes(typed) && one.text.toLowerCase() !== typed)
    .sort((one, other) => shared(other) - shared(one)) // those that came with these items first; as frequent as before
    .slice(0, 8).map((one) => one.text);
  by("bank").replaceChildren(...fitting.map((one) => {
    const line = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = one;
    button.addEventListener("click", () => {
      by("comment").value = one;
      suggest();
      by("answer").focus();
    });
    line.append(button);
    return line;
  }));
}

const save = () => guarded(async () => {
  if (shown === null) return;
  await ask(`${encodeURIComponent(cell)}/mark`, {
    seen: { [shown.key]: shown.number }, items: chosen(), comment: by("comment").value,
  });
  await load("next", shown.key);
});

const group = () => guarded(async () => {
  if (shown === null || !shown.group) return;
  if (by("group-box").hidden) {
    by("group-title").textContent = `Alike: ${shown.group.members.length} more. Take out what does not belong, then g again.`;
    by("group").replaceChildren(...shown.group.members.map((one) => {
      const line = document.createElement("li");
      const label = document.createElement("label");
      const box = document.createElement("input");
      box.type = "checkbox";
      box.checked = !one.done;
      box.value = one.key;
      const hint = document.createElement("span");
      hint.textContent = one.done ? " marked already" : " mark as well";
      label.append(box, hint);
      const text = document.createElement("div");
      text.innerHTML = one.html;
      line.append(label, text);
      return line;
    }));
    by("group-box").hidden = false;
    return;
  }
  const taken = [...by("group").querySelectorAll("input:checked")].map((box) => box.value);
  const seen = { [shown.key]: shown.number };
  for (const one of shown.group.members) if (taken.includes(one.key)) seen[one.key] = one.number;
  const found = await ask(`${encodeURIComponent(cell)}/mark`, { seen, items: chosen(), comment: by("comment").value, group: true });
  await load("next", shown.key);
  say("");
  by("note").textContent = `${found.marked} answers marked. ${by("note").textContent}`;
});

const undo = () => guarded(async () => {
  if (shown === null) return;
  const found = await ask(`${encodeURIComponent(cell)}/undo`, { key: shown.key });
  await load("here", shown.key);
  by("note").textContent = `${found.taken_back} taken back. ${by("note").textContent}`;
});

const edit = () => guarded(async () => {
  if (shown === null || !shown.comment) return;
  const better = prompt("The comment, for everybody who has it:", shown.comment);
  if (better === null || better === shown.comment) return;
  await ask(`${encodeURIComponent(cell)}/comment`, { old: shown.comment, new: better });
  await load("here", shown.key);
});

const rescore = () => guarded(async () => {
  const changes = await ask(`${encodeURIComponent(cell)}/scheme`);
  if (!changes.length) return;
  const lines = changes.slice(0, 20).map((one) => `${one.who}: ${one.before} → ${one.after}`);
  if (changes.length > 20) lines.push(`and ${changes.length - 20} more`);
  if (!confirm(`The scheme has changed. These marks would change:\n${lines.join("\n")}`)) return;
  await ask(`${encodeURIComponent(cell)}/scheme`, {});
  await load("here", shown && shown.key);
});

const go = (step) => guarded(async () => { if (shown !== null) await load(step, shown.key); else await load("here", null); });

function help() {
  by("help").hidden = !by("help").hidden;
  by("show-help").setAttribute("aria-expanded", String(!by("help").hidden));
  if (!by("help").hidden) by("help").scrollIntoView();
}

document.addEventListener("keydown", (event) => {
  const isText = ["TEXTAREA", "SELECT"].includes(event.target.tagName);
  if (event.target === by("comment") && event.key === "Escape") {
    by("answer").focus();
    return;
  }
  if (event.target === by("comment") && event.key === "Enter" && event.ctrlKey) {
    save();
    return;
  }
  if (isText || event.ctrlKey || event.metaKey || event.altKey) return;
  if (/^[1-9]$/.test(event.key)) {
    const item = items[Number(event.key) - 1];
    if (!item || shown === null) return;
    const box = by("items").querySelector(`input[value="${item.id}"]`);
    box.checked = !box.checked;
    picked(item, box);
  } else if (event.key === "Enter") {
    if (event.target.tagName === "BUTTON" || event.target.tagName === "SUMMARY") return;
    save();
  } else if (event.key === "g") group();
  else if (event.key === "c") by("comment").focus();
  else if (event.key === "b") go("before");
  else if (event.key === "s") go("after");
  else if (event.key === "u") undo();
  else if (event.key === "e") edit();
  else if (event.key === "r") rescore();
  else if (event.key === "?") help();
  else return;
  event.preventDefault();
});
by("marking").addEventListener("submit", (event) => { event.preventDefault(); save(); });
by("group-save").addEventListener("click", group);
by("back").addEventListener("click", () => go("before"));
by("skip").addEventListener("click", () => go("after"));
by("undo").addEventListener("click", undo);
by("show-help").addEventListener("click", help);
by("comment").addEventListener("input", suggest);
by("task").addEventListener("change", () => guarded(async () => { cell = by("task").value; await load("here", null); }));
guarded(start);
