// The checklists of a page: ticks, "not for me", notes, filters, workspaces, backup.
// Without this file the boxes still tick and the page still prints.
(() => {
  const forms = [...document.querySelectorAll("form[data-checklist]")];
  const { state, item: view } = self.sharik ?? {};
  if (!forms.length || !view) return;

  const gather = (name) => Object.assign({}, ...forms.map((form) => JSON.parse(form.dataset[name] || "{}")));
  const messages = gather("messages");
  const items = forms.flatMap((form) => [...form.querySelectorAll(".item")]);
  const groups = forms.flatMap((form) => [...form.querySelectorAll(".group")]);
  const keys = items.map((item) => item.dataset.key);
  const bar = document.querySelector(".bar") ?? document.createElement("div"); // one serves all lists of the page
  const status = bar.querySelector(".status");
  let shownId = ""; // the business on the page: another tab may have chosen the next one
  let resets = []; // what "undo" brings back, until the page is left

  const { lang } = forms[0].closest("[lang]"); // the texts' own language, which on some pages is not the reader's
  const numbers = new Intl.NumberFormat(`${lang}-u-nu-${forms[0].dataset.digits}`);
  const plurals = new Intl.PluralRules(lang);
  const digits = (n) => numbers.format(n).replace(/[\u200e\u200f\u061c]/g, ""); // as the build writes them
  const isolate = (text) => `\u2068${text}\u2069`; // a name may run the other way

  function words(key, values = {}, count = values.n) {
    const message = messages[key] ?? "";
    const text = typeof message === "string" ? message : message[plurals.select(count)] ?? message.other;
    return text.replace(/\{(\w+)\}/g, (_, name) => (typeof values[name] === "number" ? digits(values[name]) : isolate(values[name])));
  }

  // Says a thing once, then the trouble with storage while it lasts; true when there is something new to hear.
  function say(text = "") {
    const said = [text, words(state.status)].filter(Boolean).join(" ");
    if (!status || (!text && said === status.textContent)) return false;
    status.textContent = said;
    return said !== "";
  }

  // What the reader should know of what they tick or write, in sight at that `place`; the status says it aloud.
  function warn(place, text = "") {
    const isOld = text && text === hint.dataset.text;
    hint.dataset.text = text;
    hint.textContent = [text, words(state.status)].filter(Boolean).join(" ");
    const { top, bottom } = hint.getBoundingClientRect();
    const isSeen = top >= 0 && bottom > 0 && bottom <= innerHeight; // if it moved, so would the box under the hand
    if (!hint.textContent) hint.remove();
    else if (hint.previousElementSibling !== place && !(isSeen && place.matches("label"))) {
      place.after(hint);
      hint.scrollIntoView({ block: "nearest" });
    }
    return !isOld && say(text);
  }

  const warnOfLength = (field) => warn(field, field.value.length < field.maxLength ? "" : words("note_full", { n: field.maxLength }));

  function openNote(details, isOpen) {
    view.openNote(details, isOpen);
    if (isOpen) warnOfLength(details.querySelector("textarea"));
    else warn(details.closest(".item__meta"));
  }

  function paintForm(form, { aloud }) {
    const own = form.querySelectorAll(".item");
    const count = { done: 0, na: 0, changed: 0 };
    for (const item of own) {
      const { s, r, e } = state.item(item.dataset.key) ?? {};
      const isChanged = r < Number(item.dataset.rev); // false without a mark
      view.paint(item, { s, e, isChanged });
      if (s) count[s] += 1;
      if (isChanged) count.changed += 1;
    }
    const total = own.length - count.na;
    const clauses = [total && words("progress", { done: count.done, total }, total)];
    for (const name of ["na", "changed"]) clauses.push(count[name] && words(name, { n: count[name] }));
    const output = form.querySelector("output");
    output.setAttribute("aria-live", aloud ? "polite" : "off"); // only the list under the hand speaks
    output.textContent = clauses.filter(Boolean).join(messages.separator);
    Object.assign(form.querySelector("progress"), { max: total || 1, value: count.done });
  }

  const nameOf = (workspace) => workspace.name || words("default_name");
  const here = () => nameOf(state.workspaces.current);

  // The page shows what the state holds, then says what happened; null: nothing.
  function show(text) {
    const { all, current } = state.workspaces;
    if (shownId && shownId !== state.chosen) {
      view.leaveNote();
      hint.remove();
      text ??= words("chosen", { name: here() });
    }
    shownId = state.chosen;
    for (const form of forms) paintForm(form, { aloud: false });
    bar.querySelector("#ws")?.replaceChildren(...all.map((each) => new Option(nameOf(each), each.id, false, each.id === current.id)));
    resets = resets.filter(([id]) => all.some((each) => each.id === id));
    const undo = bar.querySelector("[data-act=undo]");
    if (undo) undo.hidden = !resets.length;
    if (text !== null) say(text);
  }

  // What is ticked or written belongs to the business that is shown; false when another tab has chosen one meanwhile.
  function keep(item, change) {
    state.mark({ [item.dataset.key]: change }, shownId);
    shownId ||= state.chosen;
    const isShown = shownId === state.chosen;
    if (!isShown) show();
    return isShown;
  }

  function filter() {
    const [part, weight] = ["part", "weight"].map((name) => bar.querySelector(`[name=${name}]:checked`)?.value ?? "all");
    for (const item of items) {
      const isMine = ["all", item.dataset.role].includes(part) || item.dataset.role === "shared";
      item.hidden = !(isMine && ["all", item.dataset.weight].includes(weight));
    }
    for (const group of groups) group.hidden = !group.querySelector(".item:not([hidden])");
    return words("shown", { n: items.filter((item) => !item.hidden).length });
  }

  // A link to an item is stronger than a filter, and outlives a change of the item's id.
  function reveal() {
    const id = location.hash.slice(1);
    const target = id && document.getElementById(id);
    if (target && target.closest(".item[hidden], .group[hidden]")) {
      for (const radio of bar.querySelectorAll("[type=radio][value=all]")) radio.checked = true;
      say(filter());
      target.scrollIntoView();
    } else if (id && !target) {
      const old = id.includes("--") ? id.replace("--", ".") : `${forms[0].dataset.checklist}.${id}`;
      const item = items[keys.indexOf(state.renamed(old))];
      if (item) location.replace(`#${item.id}`);
    }
  }

  const make = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };

  const hint = make("p", { className: "hint" }); // moves to where the reader writes or ticks

  // Resolves to the text typed (when a first value is given) or to true; to null when the reader cancels.
  function ask(question, action, value) {
    const isText = value !== undefined;
    const label = make(isText ? "label" : "span", { id: "ask-question", htmlFor: "ask-answer" }, question);
    const input = make("input", { id: "ask-answer", value, maxLength: 60, required: true, pattern: ".*\\S.*", dir: "auto" });
    const yes = make("button", { className: "btn btn--main", value: "yes" }, action);
    const no = make("button", { className: "btn", formNoValidate: true, autofocus: !isText }, words("cancel"));
    const form = make("form", { method: "dialog", autocomplete: "off" },
      make("p", { className: "field" }, label, ...(isText ? [input] : [])),
      make("p", { className: "acts" }, yes, no));
    const dialog = make("dialog", { className: "question" }, form);
    dialog.setAttribute("aria-labelledby", "ask-question");
    document.body.append(dialog);
    dialog.showModal();
    if (isText) input.select();
    return new Promise((resolve) => dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes" ? !isText || input.value : null);
    }));
  }

  const acts = {
    print: () => print(),
    async reset() {
      const { id } = state.workspaces.current;
      const marks = Object.fromEntries(keys.map((key) => [key, state.item(key)]).filter(([, mark]) => mark));
      const n = Object.keys(marks).length;
      if (!n) return say(words("reset_nothing"));
      if (!await ask(words("reset_ask", { n, name: here() }), words("reset_do"))) return;
      state.mark(Object.fromEntries(keys.map((key) => [key, null])), id);
      resets.push([id, marks]);
      show(words("reset_done"));
    },
    undo() {
      const [id, marks] = resets.pop();
      if (!resets.length) bar.querySelector("[data-act=reset]").focus(); // the button under the hand goes away
      if (!state.workspaces.choose(id)) return show();
      state.restore(marks, id);
      show(words("undo_done"));
    },
    async "ws-add"() {
      const name = await ask(words("ws_add_ask"), words("ws_add_do"), "");
      if (!name) return;
      state.workspaces.add(name);
      show(words("chosen", { name: here() }));
    },
    async "ws-rename"() {
      const { id } = state.workspaces.current;
      const name = await ask(words("ws_rename_ask", { name: here() }), words("ws_rename_do"), here());
      if (!name || name === here()) return;
      state.workspaces.rename(id, name);
      show(words("ws_renamed", { name: here() }));
    },
    async "ws-delete"() {
      const { id } = state.workspaces.current;
      const name = here();
      if (state.workspaces.all.length < 2) return say(words("ws_delete_last"));
      if (!await ask(words("ws_delete_ask", { name }), words("ws_delete_do"))) return;
      state.workspaces.delete(id);
      show(words("ws_deleted", { name, next: here() }));
    },
    export() {
      const today = new Date(Date.now() - new Date().getTimezoneOffset() * 60000).toISOString().slice(0, 10);
      const file = `sharik-${today}.json`;
      const href = URL.createObjectURL(new Blob([state.exportText()], { type: "application/json" }));
      make("a", { href, download: file }).click();
      setTimeout(() => URL.revokeObjectURL(href), 60000); // some browsers read it after the click
      say(words("exported", { file }));
    },
  };

  async function importFile(input) {
    const [file] = input.files;
    if (!file) return;
    const read = () => file.text().then((text) => state.importText(text), () => ({ reason: "unreadable" }));
    const { ok, reason, first, items: n } = file.size > state.LIMIT * 4 ? { reason: "too_big" } : await read();
    input.value = ""; // so the same file can be chosen again
    show(ok ? words(first ? "restored" : "imported", { n }) : words(`import_${reason}`));
  }

  for (const form of forms) {
    form.addEventListener("submit", (event) => event.preventDefault()); // Enter in a field would reload the page
    form.addEventListener("change", ({ target }) => {
      const item = target.closest(".item");
      const s = target.matches(".tick") ? "done" : target.matches(".na input") ? "na" : null;
      if (!item || !s) return;
      const isShown = keep(item, { s: target.checked && s, r: Number(item.dataset.rev) });
      if (isShown) paintForm(form, { aloud: !warn(target.closest("label") ?? item.querySelector("label")) });
    });
    form.addEventListener("input", ({ target }) => {
      if (!target.matches("textarea")) return;
      const item = target.closest(".item");
      if (!keep(item, { e: target.value })) return;
      view.paintNote(item, state.item(item.dataset.key)?.e);
      warnOfLength(target);
    });
    form.addEventListener("click", (event) => {
      if (!event.target.closest(".note summary")) return;
      event.preventDefault();
      const details = event.target.closest(".note");
      openNote(details, !details.open); // at once: a phone brings its keyboard only for a touch
    });
    form.addEventListener("keydown", ({ key, target }) => {
      if (key === "Escape" && target.matches("textarea")) openNote(target.closest(".note"), false);
    });
  }
  bar.addEventListener("click", ({ target }) => acts[target.closest("[data-act]")?.dataset.act]?.());
  bar.addEventListener("change", ({ target }) => {
    if (target.type === "radio") say(filter());
    if (target.type === "file") importFile(target);
    if (target.id === "ws") { state.workspaces.choose(target.value); show(words("chosen", { name: here() })); }
  });
  state.subscribe((isNews) => show(isNews ? undefined : null));
  state.rename(gather("renames"));

  view.keepEarly(items);
  filter(); // browsers bring back the radios of a reloaded page
  show();
  reveal();
  addEventListener("hashchange", reveal);
})();
