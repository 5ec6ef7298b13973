"use strict";
const by = (id) => document.getElementById(id);
let tasks = [];
let cell = null;
let shown = null;
let items = [];
let most = 0; // points of the question
let bank = [];
let standing = ""; // what the line above the answer says of it
let busy = false;
let waiting = []; // while the desk is busy: what was typed for the answer that comes next
let deafUntil = 0; // ms: keys that follow on some that were not heard are not heard either, until there is a pause
const saves = []; // the answers that were saved, as they were then, the last one last
let taken = null; // the mark that was chosen: in a resolution, or that of the same answer; also what a draft has
let asked = null; // the answer for which a comment was asked for
let came = 0; // when what is to be marked came into sight, ms: this answer or, after it, its group
let isTouched = false; // whether the marker has ticked or typed something since
const TO_LOOK = 400; // what nobody has touched is not saved sooner, ms: the key or click was for what was there before
const PAUSE = 1000; // ms
const NOT_HEARD = "What you typed while the desk was busy was not heard, nor is what follows: stop for a second, then go on.";
const DIGITS = 1e6; // of points
const takenOut = new Map(); // by answer: those of its group that were not marked with it
const { kind, marker } = document.body.dataset;

let kept = null; // where this browser keeps something for this port; null where it is not allowed to
try {
  kept = localStorage;
} catch { /* then drafts last as long as the page is open */ }

/** What is not saved yet, by answer, and for which version of it; it outlives the page and the desk. */
class Drafts extends Map {
  place = (key) => `hippograd draft: ${JSON.stringify([kind, marker, key])}`;

  get(key) {
    return super.get(key) || JSON.parse(kept?.getItem(this.place(key)) || "null") || undefined;
  }

  set(key, draft) {
    super.set(key, draft);
    kept?.setItem(this.place(key), JSON.stringify(draft));
    return this;
  }

  delete(key) {
    kept?.removeItem(this.place(key));
    return super.delete(key);
  }
}
const drafts = new Drafts();

async function ask(path, sent) {
  const options = sent === undefined ? { cache: "no-store" } : {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(sent),
  };
  let answer;
  try {
    answer = await fetch(path, options);
  } catch {
    throw new Error("The desk does not answer: its command may have ended. What was saved is safe; start it again and open the new address. "
      + "If its port is the same, what was not saved is there again; if not, copy your comment from here.");
  }
  const found = await answer.json().catch(() => {
    throw new Error("The desk was started anew: open the address that it printed then. What was saved is safe.");
  });
  if (!answer.ok) {
    const error = new Error(`${found.error} ${found.remedy}`);
    error.taken = answer.status === 409;
    throw error;
  }
  return found;
}

/** The line above the answer: what has just happened, then what there is to say of the answer. */
function note(happened = "") {
  by("note").textContent = `${happened} ${standing}`.trim();
}

/** What went wrong, above the page and in the dialog that may lie on it. */
function say(text) {
  for (const one of [by("message"), by("edit-message")]) {
    one.textContent = text;
    one.hidden = !text;
  }
}

/** Forget what was typed meanwhile, if anything was: what follows on it is the rest of it, and must not act by itself. */
function dropWaiting() {
  if (!waiting.length) return;
  waiting = [];
  deafUntil = performance.now() + PAUSE;
  say(`${by("message").textContent} ${NOT_HEARD}`.trim());
}

async function guarded(action) {
  if (busy) return;
  busy = true;
  let isForNext = true; // what waits; whoever waits long presses keys again, and not for the next answer
  const slow = setTimeout(() => {
    note("Waiting for the gradebook …");
    isForNext = false;
  }, 1500);
  try {
    say("");
    note();
    await action();
  } catch (error) {
    isForNext = false;
    note();
    if (error.taken) {
      keep();
      const key = error.key || (shown && shown.key);
      await load("here", key).catch(() => load("here", null)).catch(() => {});
    }
    say(error.message);
  } finally {
    clearTimeout(slow);
    if (!isForNext) dropWaiting();
    busy = false;
  }
  while (!busy && waiting.length) press(waiting.shift());
  if (!busy && cell && by("task").value !== cell) choose(); // it was chosen meanwhile
}

async function start() {
  tasks = await ask("tasks").catch((error) => {
    by("progress").textContent = "";
    throw error;
  });
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
  turnTo(first.cell);
  await load("here", null);
}

/** To another question; what is not saved is kept. */
function turnTo(asked) {
  keep();
  saves.length = 0;
  shown = null;
  cell = asked;
  by("task").value = cell;
  by("asked").scrollTop = 0;
}

async function load(step, key) {
  location.hash = encodeURIComponent(cell);
  const query = new URLSearchParams({ step });
  if (key) query.set("key", key);
  const found = await ask(`${encodeURIComponent(cell)}/answer?${query}`);
  show(found);
}

const NOTHING = {
  mark: "Nobody has handed in.",
  "second mark": "There is no answer but those that you have marked first.",
  resolution: "No two marks differ.",
};

/** Items and comment in words. */
const written = ({ items, comment }) => `(${items.join(", ") || "no item"})${comment ? ` “${comment}”` : ""}`;

/** A mark in words. */
const inWords = (mark) => `${mark.points} ${written(mark)}`;

/** The one mark that all have whose answer is this one but for form; null where they differ, or this one is marked. */
function markOfSame() {
  if (shown === null || shown.done || !shown.group) return null;
  const [first, ...others] = shown.group.members.filter((one) => one.same && one.mark).map((one) => one.mark);
  return first && others.every((one) => inWords(one) === inWords(first)) ? first : null;
}

function show(found) {
  const { progress } = found;
  bank = found.comments;
  items = found.items;
  most = progress.points;
  by("question").innerHTML = found.question;
  by("remarks").innerHTML = found.remarks;
  by("remarks-box").hidden = !found.remarks;
  by("progress").textContent = `${progress.done} of ${progress.all} marked, ${progress.mine} by you`;
  if (progress.rescored) {
    by("progress").textContent += ` · the scheme has changed: ${progress.rescored} marks are worth something else (key r)`;
  }
  tasks = tasks.map((task) => task.cell === cell ? progress : task);
  const option = [...by("task").options].find((one) => one.value === cell);
  option.textContent = `${progress.number} ${progress.title} (${progress.done} of ${progress.all})`;
  shown = found.answer;
  arrived();
  const draft = shown === null ? undefined : drafts.get(shown.key);
  const isEarlier = draft !== undefined && draft.digest !== shown.seen.digest;
  taken = draft?.points != null && !isEarlier ? draft : null;
  const ofSame = markOfSame();
  by("take-same").hidden = ofSame === null;
  showItems(isEarlier ? undefined : draft); // whether these items are in this version too, nobody has looked
  if (shown === null) {
    const open = tasks.filter((task) => task.done < task.all).map((task) => task.number).join(", ");
    by("answer").innerHTML = progress.all ? "<p><strong>All answers are marked.</strong></p>" : `<p>${NOTHING[kind]}</p>`;
    const next = document.createElement("p");
    next.textContent = open ? `Not done yet: ${open} (n goes to the next question).` : "All questions are done.";
    by("answer").append(next);
    standing = "";
    note();
    by("group-box").hidden = true;
    by("changed-box").hidden = true;
    by("both").hidden = true;
    by("comment").value = "";
    by("answer").focus();
    reachable();
    return;
  }
  showAnswer();
  by("comment").value = draft ? draft.comment : shown.comment;
  by("changed-box").hidden = !shown.changed;
  by("changed-box").open = true;
  by("changed").innerHTML = shown.changed;
  by("both").hidden = !shown.both.length;
  by("both").replaceChildren(...shown.both.map((one, place) => {
    const line = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = place ? "Take the second (t)" : "Take the first (f)";
    button.addEventListener("click", () => take(one));
    line.append(`${place ? "Second" : "First"} mark, ${one.marker}: ${inWords(one)} `, button);
    return line;
  }));
  const notes = [`${shown.who}, ${shown.place} of ${progress.all}.`];
  const marked = draft ? inWords(shown) : shown.points; // whoever has a draft does not see the mark in the boxes
  if (shown.marker === "formgrader") notes.push(`Marked in formgrader: ${marked}.`);
  else if (shown.had !== null) notes.push(`Handed in again: it had ${shown.had}.`);
  else if (shown.marker) notes.push(`Marked by ${shown.marker}: ${marked}.`);
  else if (shown.automatic !== null) notes.push(`Blank: ${shown.automatic} points without a marker.`);
  if (shown.extra) notes.push(`Formgrader has ${shown.extra} extra on top, which stays until it is taken away there.`);
  if (shown.tags) notes.push("What looks like a tag or a link may not show: v shows the answer as typed.");
  if (draft && shown.said) notes.push(`Its comment so far, written in formgrader: ${shown.said}`);
  const gone = draft && !isEarlier ? draft.items.filter((id) => !items.some((item) => item.id === id)) : [];
  if (isEarlier) notes.push("Not saved yet: it was written for an earlier version. Its items are not ticked again.");
  else if (draft) notes.push("Not saved yet.");
  if (gone.length) notes.push(`The scheme no longer has ${gone.join(", ")}, which you had ticked.`);
  if (shown.proposed) notes.push("Items that both gave are ticked.");
  if (shown.group) {
    const same = 1 + shown.group.members.filter((one) => one.same).length;
    const form = shown.group.kind === "near" && same > 1 ? `, ${same} of them the same but for form` : "";
    notes.push(`${shown.group.size} answers are ${{ blank: "blank", same: "the same", near: "alike" }[shown.group.kind]}${form} (g).`);
    if (ofSame) notes.push(`The same answer already has ${inWords(ofSame)}: m takes that mark, Enter saves it.`);
  }
  standing = notes.join(" ");
  note();
  by("group-box").hidden = true;
  by("answer").focus();
  by("given").scrollTop = 0;
  suggest();
  reachable();
}

function showAnswer() {
  by("answer").innerHTML = shown.blank ? "<p><em>(blank)</em></p>" : shown.html;
}

/** The answer as the student typed it, with what Markdown takes for tags; once more: as it looks. */
function asTyped() {
  if (shown === null) return;
  if (by("answer").querySelector(".typed")) {
    showAnswer();
    reachable();
    return;
  }
  const typed = document.createElement("pre");
  typed.className = "typed";
  typed.textContent = shown.text;
  by("answer").replaceChildren(typed);
}

/** What is wider than its box scrolls there, by keyboard too. */
function reachable() {
  for (const one of document.querySelectorAll("math")) {
    if (one.scrollWidth > one.clientWidth) one.setAttribute("tabindex", "0");
    else one.removeAttribute("tabindex");
  }
}

const counted = (number, word) => `${number} ${word}${number === 1 ? "" : "s"}`;

function showItems(draft) {
  const ticked = draft ? draft.items : shown === null ? [] : shown.items;
  const made = [];
  let group = null;
  items.forEach((item, place) => {
    const label = document.createElement("label");
    const box = document.createElement("input");
    box.type = "checkbox";
    box.value = item.id;
    box.checked = ticked.includes(item.id);
    box.addEventListener("change", () => picked(item, box));
    const key = document.createElement("kbd");
    key.textContent = place < 9 ? place + 1 : "";
    const points = document.createElement("span");
    points.className = "points";
    points.textContent = item.limit ? `≤ ${item.points}` : `${item.points > 0 ? "+" : "−"}${Math.abs(item.points)}`;
    const text = document.createElement("div");
    text.innerHTML = item.text;
    const id = document.createElement("code");
    id.textContent = item.id;
    (text.querySelector("p") || text).prepend(id, " ");
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
  by("items").scrollTop = 0;
  reckon();
}

const chosen = () => [...by("items").querySelectorAll("input:checked")].map((box) => box.value);

/** Something to mark has come into sight. */
function arrived() {
  came = performance.now();
  isTouched = false;
}

function picked(item, box) {
  isTouched = true;
  if (item.group && box.checked) {
    for (const other of items) {
      if (other.group === item.group && other.id !== item.id) {
        by("items").querySelector(`input[value="${other.id}"]`).checked = false;
      }
    }
  }
  reckon();
  keep();
}

/** What these items of a scheme are worth: as `Rubric.score` has it, which a test compares. */
function worth(scheme, ids, most) {
  const found = scheme.filter((item) => ids.includes(item.id));
  const limit = Math.min(...found.filter((item) => item.limit).map((item) => item.points), most);
  const heavier = (one, other) => (Math.abs(one) - Math.abs(other) || one - other) > 0 ? one : other;
  const counts = new Map();
  for (const { id, group, points } of found.filter((item) => !item.limit)) {
    const place = group || id;
    counts.set(place, heavier(points, counts.get(place) ?? 0));
  }
  const sum = [...counts.values()].reduce((total, points) => total + points, 0);
  return Math.round(Math.max(0, Math.min(sum, limit)) * DIGITS) / DIGITS;
}

/** The points of the mark that is in the boxes, while its items are those that it was given; else null. */
function given() {
  const { items: had, points } = taken || shown.given;
  return isSame(had, chosen()) ? points : null;
}

/** The points that this answer gets when it is saved: these are shown, and no others are sent. */
const toGive = () => given() ?? worth(items, chosen(), most);

function reckon() {
  const now = worth(items, chosen(), most);
  const points = shown === null ? now : toGive();
  const isOther = chosen().length && points !== now;
  const byNow = isOther ? `; its items are worth ${counted(now, "point")} by now (r)` : "";
  by("points").textContent = counted(points, "point") + byNow;
  suggest();
}

function suggest() {
  const isTyped = shown !== null && by("comment").value !== shown.comment;
  const sought = isTyped ? by("comment").value.trim().toLowerCase() : "";
  const ids = chosen();
  const shared = (one) => one.items.filter((id) => ids.includes(id)).length;
  const fitting = bank
    .filter((one) => one.text.toLowerCase().includes(sought) && one.text !== by("comment").value.trim())
    .sort((one, other) => shared(other) - shared(one)) // those that came with these items first; as frequent as before
    .slice(0, 8).map((one) => one.text);
  by("bank").replaceChildren(...fitting.map((one) => {
    const line = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = one;
    button.addEventListener("click", () => {
      by("comment").value = one;
      typed();
      by("answer").focus();
    });
    line.append(button);
    return line;
  }));
}

function typed() {
  isTouched = true;
  suggest();
  keep();
}

/** Whether two marks have the same of the items that the scheme has now. */
const isSame = (some, others) => items.every(({ id }) => some.includes(id) === others.includes(id));

const isChanged = () => !isSame(chosen(), shown.items)
  || by("comment").value !== shown.comment || given() !== shown.given.points;

/** This answer or, where its group is shown, all of it that is ticked. */
const markShown = (isZero) => by("group-box").hidden || shown === null ? mark(isZero) : markGroup(isZero);

const save = () => guarded(() => markShown(false));

/** Without an item, and without a comment only when it is said twice. */
const saveZero = () => guarded(async () => {
  if (shown === null) return;
  requireSeen(true);
  if (kind !== "second mark" && !by("comment").value.trim() && asked !== shown.key) {
    asked = shown.key;
    const without = chosen().length ? "0 points, without what is ticked. " : "";
    return note(`${without}The student will read no reason: c writes a comment, 0 again saves without one.`);
  }
  return markShown(true);
});

/** Refuse what the marker cannot have seen yet; what they have ticked or typed themselves they know. */
function requireSeen(isZero) {
  if ((isZero || !isTouched) && performance.now() - came < TO_LOOK) {
    throw new Error("This has only just come: look at it, then save.");
  }
}

/** What every key that saves sends: what is shown now or, for 0, nothing but the comment. */
function toSave(isZero, seen) {
  const comment = by("comment").value;
  if (!isZero && given() === null && !chosen().length) {
    const leave = document.activeElement === by("comment") ? "Escape leaves the comment; then press 0" : "Press 0";
    throw new Error(`${comment.trim() ? "No item" : "Nothing"} is chosen. ${leave} to give no points.`);
  }
  requireSeen(isZero);
  return { seen, items: isZero ? [] : chosen(), points: isZero ? 0 : toGive(), comment };
}

async function mark(isZero) {
  if (shown === null) return;
  if (!shown.done || isChanged() || isZero) {
    const found = await ask(`${encodeURIComponent(cell)}/mark`, toSave(isZero, { [shown.key]: shown.seen }));
    drafts.delete(shown.key);
    saves.push({ key: shown.key, seen: found.seen[shown.key] });
  }
  await load("next", shown.key);
}

const group = () => guarded(async () => {
  if (shown === null || !shown.group) return;
  if (by("group-box").hidden) {
    const title = { blank: "Blank", same: "The same", near: "Alike" }[shown.group.kind];
    const ticked = shown.group.kind === "near" ? " Ticked is what differs in form alone." : "";
    by("group-title").textContent = `${title}: ${shown.group.members.length} more.${ticked} x takes one out or in, a ticks all that are not marked; g again, or Enter, marks them.`;
    by("group").replaceChildren(...shown.group.members.map((one) => {
      const line = document.createElement("li");
      const label = document.createElement("label");
      const box = document.createElement("input");
      box.type = "checkbox";
      const draft = drafts.get(one.key);
      box.checked = one.same && !one.done && !one.comment && !draft && !(takenOut.get(shown.key) || []).includes(one.key);
      box.value = one.key;
      box.toggleAttribute("data-done", one.done);
      const hint = document.createElement("span");
      hint.textContent = one.done ? `${one.who}, marked` : one.who;
      label.append(box, hint);
      const text = document.createElement("div");
      text.innerHTML = one.html;
      const differs = document.createElement("p");
      differs.className = "differs";
      differs.innerHTML = one.differs && `Here: ${one.differs}`;
      if (one.differs) text.append(differs);
      const said = document.createElement("p");
      said.textContent = `It already has a comment, which the group's will replace: ${one.comment}`;
      if (one.comment) text.append(said);
      const unsaved = document.createElement("p");
      unsaved.textContent = draft && `What you have not saved of it, the group's mark will replace: ${written(draft)}`;
      if (draft) text.append(unsaved);
      const has = document.createElement("p");
      has.textContent = one.mark && `Marked by ${one.mark.marker}: ${inWords(one.mark)}`;
      if (one.mark) text.append(has);
      line.append(label, text);
      return line;
    }));
    by("group-box").hidden = false;
    arrived();
    reachable();
    return;
  }
  await markGroup(false);
});

function closeGroup() {
  by("group-box").hidden = true;
  by("answer").focus();
}

/** Tick all of the group that are not marked yet or, where they are ticked, none. */
function tickAll() {
  const boxes = [...by("group").querySelectorAll("input:not([data-done])")];
  if (!boxes.length) say("All are marked: x takes one in.");
  const isAll = boxes.every((box) => box.checked);
  for (const box of boxes) box.checked = !isAll;
}

async function markGroup(isZero) {
  const ticked = [...by("group").querySelectorAll("input:checked")].map((box) => box.value);
  const out = shown.group.members.map((one) => one.key).filter((key) => !ticked.includes(key));
  for (const key of [shown.key, ...ticked]) takenOut.set(key, out);
  if (!ticked.length) return mark(isZero); // what is left is one answer
  const seen = { [shown.key]: shown.seen };
  for (const one of shown.group.members) if (ticked.includes(one.key)) seen[one.key] = one.seen;
  const found = await ask(`${encodeURIComponent(cell)}/mark`, { ...toSave(isZero, seen), group: true });
  Object.keys(seen).forEach((key) => drafts.delete(key));
  saves.push({ key: shown.key, seen: found.seen[shown.key] });
  await load("next", shown.key);
  note(`${counted(found.marked, "answer")} marked.`);
}

/** The answer that this marker saved last before the page was opened, and has not taken back. */
const last = () => ask(`${encodeURIComponent(cell)}/last`);

/** Take the mark of this answer back or, where it has none of one's own, the last that was saved. */
const undo = () => guarded(async () => {
  const { key, seen } = shown !== null && shown.mine ? shown : saves.at(-1) || await last();
  const place = saves.findLastIndex((one) => one.key === key);
  if (place >= 0) saves.splice(place, 1);
  const found = await ask(`${encodeURIComponent(cell)}/undo`, { key, seen }).catch((error) => {
    throw Object.assign(error, { key });
  });
  keep();
  if (found.draft && !drafts.get(key)) drafts.set(key, { ...found.draft, digest: seen.digest });
  await load("here", key);
  const before = found.with_earlier ? `, ${found.with_earlier} of them to the mark before` : "";
  note(`${found.taken_back} taken back${before}${found.others ? `, ${found.others} not: marked or handed in again since` : ""}.`);
});

function sayWhoHasIt() {
  by("edit-who").textContent = shown.having === 1 ? "the one answer that has it" : `all ${shown.having} answers that have it`;
}

function edit() {
  if (shown === null || !shown.comment) return say("This answer has no saved comment to edit.");
  sayWhoHasIt();
  by("better").value = shown.comment;
  by("edit").showModal();
}

const edited = () => guarded(async () => {
  const better = by("better").value;
  if (!shown.comment) throw new Error("This answer has no saved comment any more. Copy your text, then press Escape.");
  if (better.trim() === shown.comment) return by("edit").close();
  const found = await ask(`${encodeURIComponent(cell)}/comment`, { old: shown.comment, new: better });
  if (!found.changed) {
    await load("here", shown.key);
    sayWhoHasIt();
    const now = shown.comment ? `It is now “${shown.comment}”: save again to replace that.` : "It is gone.";
    throw new Error(`Nothing was edited: somebody has changed the comment meanwhile. ${now}`);
  }
  by("edit").close();
  saves.length = 0; // as they were saved they are no more
  await load("here", shown.key);
  note(`${counted(found.changed, "comment")} edited.`);
});

/** Choose what a mark has. */
function take(one) {
  if (!one) return;
  for (const box of by("items").querySelectorAll("input")) box.checked = one.items.includes(box.value);
  by("comment").value = one.comment;
  taken = one;
  reckon();
  keep();
}

const rescore = () => guarded(async () => {
  const changes = await ask(`${encodeURIComponent(cell)}/scheme`);
  if (!changes.length) return say("Every mark has the points that its items are worth now.");
  const lines = changes.slice(0, 20).map((one) => `${one.who}: ${one.before} → ${one.after} (${one.items.join(", ")})`);
  if (changes.length > 20) lines.push(`and ${changes.length - 20} more`);
  if (!confirm(`The scheme has changed. These marks would change:\n${lines.join("\n")}`)) return;
  await ask(`${encodeURIComponent(cell)}/scheme`, {});
  saves.length = 0;
  await load("here", shown && shown.key);
});

const go = (step) => guarded(async () => {
  if (shown === null) return load("here", (saves.at(-1) || await last().catch(() => ({ key: null }))).key);
  keep();
  return load(step, shown.key);
});

/** The question after this one, or before it, and round. */
const turn = (step) => guarded(async () => {
  if (tasks.length < 2) return;
  const place = tasks.findIndex((task) => task.cell === cell);
  turnTo(tasks[(place + step + tasks.length) % tasks.length].cell);
  await load("here", null);
});

/** The question that the menu says. */
const choose = () => guarded(async () => {
  turnTo(by("task").value);
  await load("here", null);
});

/** The answer that markers call so, of whichever question. */
const find = () => guarded(async () => {
  by("find").close();
  const query = new URLSearchParams({ signs: by("signs").value });
  const found = await ask(`${encodeURIComponent(cell)}/find?${query}`);
  if (found.cell !== cell) turnTo(found.cell);
  else keep();
  await load("here", found.key);
});

function askWhich() {
  by("signs").value = "";
  by("find").showModal();
}

/** Keep what is chosen and typed for this answer until it is saved. */
function keep() {
  if (shown === null) return;
  if (!isChanged()) return void drafts.delete(shown.key);
  const points = taken || !chosen().length ? given() : null; // a mark's own points come with the mark
  drafts.set(shown.key, { items: chosen(), comment: by("comment").value, points, digest: shown.seen.digest });
}

function help() {
  by("help").hidden = !by("help").hidden;
  by("show-help").setAttribute("aria-expanded", String(!by("help").hidden));
}

/** Do what a key says; tell whether it says anything. */
function press(key) {
  const comment = by("comment");
  const dialog = document.querySelector("dialog[open]");
  if (key === "Ctrl-Enter") {
    if (dialog === by("edit")) edited();
    else if (!dialog) save();
    return true;
  }
  const field = dialog ? dialog.querySelector("input, textarea") : document.activeElement === comment ? comment : null;
  if (field && (dialog || key !== "Escape")) { // typed while the desk was busy
    if (key === "Escape") dialog.close();
    else if (key === "Enter" && field === by("signs")) find();
    else field.setRangeText(key === "Enter" ? "\n" : key, field.selectionStart, field.selectionEnd, "end");
    if (field === comment) typed();
    return true;
  }
  if (/^[1-9]$/.test(key)) {
    const item = items[Number(key) - 1];
    if (!item || shown === null) return false;
    const box = by("items").querySelector(`input[value="${item.id}"]`);
    box.checked = !box.checked;
    picked(item, box);
  } else if (key === "Enter") save();
  else if (key === "g") group();
  else if (key === "0") saveZero();
  else if (key === "c") comment.focus();
  else if (key === "b") go("before");
  else if (key === "s") go("after");
  else if (key === "n") turn(1);
  else if (key === "p") turn(-1);
  else if (key === "/") askWhich();
  else if (key === "x" && document.activeElement.matches("#group input")) document.activeElement.click();
  else if (key === "a" && !by("group-box").hidden) tickAll();
  else if (key === "v") asTyped();
  else if (key === "u") undo();
  else if (key === "e") edit();
  else if (key === "f") take(shown?.both[0]);
  else if (key === "t") take(shown?.both[1]);
  else if (key === "m") take(markOfSame());
  else if (key === "r") rescore();
  else if (key === "?") help();
  else if (key === "Escape" && document.activeElement === comment) by("answer").focus();
  else if (key === "Escape" && !by("help").hidden) help();
  else if (key === "Escape" && !by("group-box").hidden) closeGroup();
  else return false;
  return true;
}

/** From the end of the comment down into those given before, or through a group, and back; tell whether it went anywhere. */
function arrow(isDown, target) {
  const comment = by("comment");
  const isInGroup = !by("group-box").hidden && by("given").contains(target);
  const places = isInGroup
    ? [by("answer"), ...by("group").querySelectorAll("input")]
    : [comment, ...by("bank").querySelectorAll("button")];
  const place = isInGroup ? Math.max(0, places.indexOf(target)) : places.indexOf(target);
  if (isInGroup) {
    places[Math.min(Math.max(0, place + (isDown ? 1 : -1)), places.length - 1)].focus();
    return true;
  }
  if (place < 0 || (place === 0 && (!isDown || comment.selectionEnd < comment.value.length))) return false;
  const next = places[place + (isDown ? 1 : -1)];
  if (!next) return false;
  next.focus();
  return true;
}

document.addEventListener("keydown", (event) => {
  const { target } = event;
  const key = event.key === "Enter" && event.ctrlKey ? "Ctrl-Enter" : event.key;
  const isInDialog = document.querySelector("dialog[open]") !== null;
  if (!isInDialog && ["ArrowDown", "ArrowUp"].includes(key) && arrow(key === "ArrowDown", target)) {
    event.preventDefault();
    return;
  }
  const isText = ["TEXTAREA", "SELECT"].includes(target.tagName);
  if (key !== "Ctrl-Enter" && (event.ctrlKey || event.metaKey || event.altKey)) return;
  if (event.repeat && !isText) return; // a key that is held says nothing new
  if (key === "Enter" && target.closest("a[href]")) return; // it follows the link
  if (target.tagName !== "SELECT" && (key.length === 1 || ["Enter", "Ctrl-Enter", "Escape"].includes(key))) {
    const isDeaf = performance.now() < deafUntil;
    if (isDeaf) deafUntil = performance.now() + PAUSE;
    else if (busy) waiting.push(key);
    if (isDeaf || busy) return event.preventDefault();
  }
  if (isInDialog && key !== "Ctrl-Enter") return;
  if (isText && key !== "Ctrl-Enter" && !(target === by("comment") && key === "Escape")) return;
  if (key === "Enter" && ["BUTTON", "SUMMARY"].includes(target.tagName)) return;
  if (press(key)) event.preventDefault();
});
by("edit-form").addEventListener("submit", (event) => { event.preventDefault(); edited(); });
by("find-form").addEventListener("submit", (event) => { event.preventDefault(); find(); });
by("find-cancel").addEventListener("click", () => by("find").close());
by("edit-cancel").addEventListener("click", () => by("edit").close());
by("marking").addEventListener("submit", (event) => { event.preventDefault(); save(); });
by("group-save").addEventListener("click", group);
by("take-same").addEventListener("click", () => take(markOfSame()));
by("back").addEventListener("click", () => go("before"));
by("skip").addEventListener("click", () => go("after"));
by("undo").addEventListener("click", undo);
by("show-help").addEventListener("click", help);
by("comment").addEventListener("input", typed);
by("group").addEventListener("change", () => { isTouched = true; });
by("task").addEventListener("change", choose);
window.addEventListener("resize", reachable);
document.addEventListener("toggle", reachable, true);
guarded(start);
