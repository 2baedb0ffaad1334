// What the reader ticked and noted, kept in this browser alone: one localStorage key, several workspaces (businesses), nothing is sent.
// Storage that is closed, full or broken never stops a page: the state then lives in memory and `status` tells.
(() => {
  const KEY = "sharik.v1";
  const LIMIT = 4e6; // characters of a backup; every list ticked and noted at length in thirty workspaces stays below
  const NOTE = 500; // characters
  const ITEM = /^[a-z0-9-]{1,60}\.[a-z0-9-]{1,60}$/; // needs a dot, so `__proto__` and its kin never pass
  const ID = /^[a-z0-9-]{1,40}$/;
  const DATE = /^\d{4}-\d\d-\d\d(T[\d:.]{5,12}Z)?$/;
  // Controls and direction marks could turn the words around a text. ZWNJ and ZWJ stay inside it: Persian needs them.
  const UNSAFE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\p{Cs}]/gu;
  const EDGES = /^[\s\u200c\u200d]+|[\s\u200c\u200d]+$/g;

  const now = () => new Date().toISOString();
  const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
  const matches = (value, pattern) => typeof value === "string" && pattern.test(value);
  const clean = (text) => text.replace(UNSAFE, "").replace(/[\t\u2028\u2029]/g, " ").replace(EDGES, "");
  const cleanName = (name) => (typeof name === "string" && name.length <= 60 ? clean(name).replace(/\n/g, "") : "");
  const cleanNote = (note) => (typeof note === "string" ? clean(note.slice(0, NOTE)) : "");
  const date = (text) => (matches(text, DATE) ? text : "");
  const written = ({ e, t, u }) => (e ? u ?? t : ""); // notes of earlier editions have no date of their own
  const isUsed = ({ name, items }) => name !== "" || Object.keys(items).length > 0;

  // Ids are random: a backup of somebody else's business must never flow into mine.
  const newId = () => Date.now().toString(36) + Math.random().toString(36).slice(2, 8);
  const newWorkspace = (name, id) => ({ id, name, items: {} });
  const newState = (id) => migrate({ workspaces: [newWorkspace("", id)] }); // a page calls the nameless one "my business", in its language

  function renamed(key, renames) {
    for (let hop = 0; renames[key] && hop < 20; hop++) key = renames[key]; // chains are followed, a circle ends
    return key;
  }

  // What is kept of an item, or nothing: its mark, the revision marked and the time (`t`),
  // the reader's note ("evidence") and, where it is another one, the time of that (`u`).
  function record(item) {
    const { s, r, t, e, u } = item ?? {};
    const note = cleanNote(e);
    const [ticked, noted] = [date(t), date(u) || date(t)];
    if (!["done", "na"].includes(s)) return note && { t: noted, e: note };
    const mark = { s, r: Number.isSafeInteger(r) && r > 0 ? r : 1, t: ticked };
    return note ? { ...mark, e: note, ...(noted !== ticked && { u: noted }) } : mark;
  }

  // Two notes of one item: none is lost. Where there is no room for both, the end of the older is.
  function bothNotes(newer, older) {
    if (newer.includes(older)) return newer;
    if (older.includes(newer)) return older;
    const join = (lines) => cleanNote([...lines, older].join("\n"));
    const lines = newer.split("\n");
    const isJoined = lines.some((_, n) => join(lines.slice(0, n)) === newer); // and the older was cut then
    return isJoined ? newer : join(lines);
  }

  // Two records of one item: the newer mark and both notes. What one of them lacks it does not take from the other.
  function both(mine, theirs) {
    const { s, r, t } = !theirs.s || (mine.s && mine.t > theirs.t) ? mine : theirs;
    const [newer, older] = written(mine) > written(theirs) ? [mine, theirs] : [theirs, mine];
    return record({ s, r, t, e: bothNotes(newer.e ?? "", older.e ?? ""), u: written(newer) });
  }

  function gather(items, renames, kept = {}) {
    for (const [old, item] of Object.entries(items)) {
      const key = ITEM.test(old) ? renamed(old, renames) : "";
      const found = ITEM.test(key) && record(item); // "retired" is no key
      if (found) kept[key] = kept[key] ? both(kept[key], found) : found;
    }
    return kept;
  }

  // Pure: anything in, a clean state of version 1 out, or null when there is none in it.
  function migrate(old, renames = {}) {
    if (![undefined, 1].includes(old?.version) || !Array.isArray(old?.workspaces)) return null;
    const kept = new Map();
    for (const workspace of old.workspaces) {
      const { id, name, items } = workspace ?? {};
      if (!matches(id, ID) || kept.has(id) || !isObject(items)) continue;
      kept.set(id, { id, name: cleanName(name), items: gather(items, renames) });
    }
    if (!kept.size) return null;
    const current = kept.has(old.current) ? old.current : kept.keys().next().value;
    return { version: 1, current, workspaces: [...kept.values()], saved: matches(old.saved, DATE) ? old.saved : "" };
  }

  // Pure: mine is kept, theirs is added or, under the same id, poured in.
  function merge(mine, theirs) {
    const all = new Map(mine.workspaces.filter(isUsed).map((workspace) => [workspace.id, workspace]));
    for (const { id, name, items } of theirs.workspaces) {
      const known = all.get(id) ?? { name: "", items: {} };
      all.set(id, { id, name: known.name || name, items: gather(items, {}, { ...known.items }) });
    }
    return { ...mine, current: theirs.current, workspaces: [...all.values()] };
  }

  let state = null;
  let status = "ok"; // ok | blocked | full | corrupt
  let unread = null; // stored text that could not be read and is not kept aside yet
  let madeUp = ""; // the id of a business that nothing is kept of yet; another tab has made up another one
  let renames = {};
  const listeners = [];
  const find = (id) => state.workspaces.find((workspace) => workspace.id === id);
  const memoryIsAhead = () => state !== null && (status === "blocked" || status === "full");

  function attempt(task) {
    try { task(); return true; } catch (error) {
      status = /quota/i.test(error?.name) ? "full" : "blocked"; // Firefox says NS_ERROR_DOM_QUOTA_REACHED
      return false;
    }
  }

  function parse(text) {
    try { return migrate(JSON.parse(text), renames); } catch { return null; }
  }

  function keepAside() {
    if (unread === null) return;
    let name = `${KEY}.broken`;
    for (let n = 2; ![null, unread].includes(localStorage.getItem(name)); n++) name = `${KEY}.broken.${n}`;
    localStorage.setItem(name, unread);
    unread = null;
  }

  function load() {
    let text = null;
    attempt(() => { text = localStorage.getItem(KEY); });
    const stored = text === null ? null : parse(text);
    if (stored && memoryIsAhead()) state = merge(state, stored);
    else if (stored) [state, status] = [stored, "ok"];
    else if (text !== null) {
      [unread, status] = [text, "corrupt"];
      attempt(keepAside);
    } else if (state?.saved && !memoryIsAhead()) state = newState(state.current); // emptied elsewhere
    if (!state) state = newState(madeUp = newId());
  }

  function save() {
    [state.saved, madeUp] = [now(), ""];
    if (attempt(() => { keepAside(); localStorage.setItem(KEY, JSON.stringify(state)); })) status = "ok";
  }

  function change(edit) {
    if (!memoryIsAhead()) load(); // another tab may have written since
    const result = edit();
    save();
    return result;
  }

  // Marks are {"list.item": what changes of its record, the mark or the note, or null for all of it}.
  function mark(marks, id) {
    const items = find(id || state.current)?.items ?? {}; // a business that another tab deleted takes its marks along
    for (const [key, change] of Object.entries(marks)) {
      const { t, u = t, ...known } = items[key] ?? {};
      const dates = change && "e" in change ? { t, u: now() } : { t: now(), u };
      const kept = change && record({ ...known, ...dates, ...change });
      if (kept) items[key] = kept;
      else delete items[key];
    }
  }

  function rename(map) {
    renames = { ...renames, ...map };
    const before = JSON.stringify(state);
    state = migrate(state, renames);
    if (JSON.stringify(state) !== before) save();
  }

  function importText(text, mode = "merge") {
    const refuse = (reason) => ({ ok: false, reason });
    if (typeof text !== "string" || text.length > LIMIT) return refuse("too_big");
    let data;
    try { data = JSON.parse(text); } catch { return refuse("not_json"); }
    if (Number.isInteger(data?.version) && data.version > 1 && Array.isArray(data.workspaces)) return refuse("newer");
    const theirs = data?.version === 1 ? migrate(data, renames) : null;
    if (!theirs) return refuse("not_sharik");
    const first = change(() => {
      const wasEmpty = !state.workspaces.some(isUsed);
      state = mode === "replace" ? theirs : merge(state, theirs);
      return wasEmpty;
    });
    const items = theirs.workspaces.flatMap((workspace) => Object.keys(workspace.items)).length;
    return { ok: true, items, workspaces: theirs.workspaces.length, first };
  }

  self.sharik ??= {};
  self.sharik.state = {
    LIMIT, cleanNote, migrate, load, save, rename, importText,
    exportText: () => JSON.stringify(state, null, 2),
    get status() { return status; },
    get chosen() { return state.current === madeUp ? "" : state.current; },
    item: (key) => { const item = find(state.current).items[key]; return item && { ...item }; },
    mark: (marks, id) => change(() => mark(marks, id)),
    restore: (marks, id) => change(() => gather(marks, {}, find(id)?.items)),
    renamed: (key) => renamed(key, renames),
    subscribe: (listener) => { listeners.push(listener); },
    workspaces: {
      get all() { return state.workspaces.map(({ id, name }) => ({ id, name })); },
      get current() { return { id: state.current, name: find(state.current).name }; },
      choose: (id) => change(() => { if (find(id)) state.current = id; return state.current === id; }),
      rename: (id, name) => change(() => { if (find(id)) find(id).name = cleanName(name); }),
      add: (name) => change(() => {
        const added = newWorkspace(cleanName(name), newId());
        state = { ...state, current: added.id, workspaces: [...state.workspaces, added] };
      }),
      delete: (id) => change(() => { // never the last one: without any there is no state
        state = migrate({ ...state, workspaces: state.workspaces.filter((workspace) => workspace.id !== id) }) ?? state;
      }),
    },
  };

  function refresh() {
    const before = JSON.stringify([state, status]);
    load();
    const isNews = JSON.stringify([state, status]) !== before; // a reloaded page may still hear what it wrote itself
    for (const listener of listeners) listener(isNews);
  }
  addEventListener("storage", ({ key }) => { if (key === KEY || key === null) refresh(); });
  addEventListener("pageshow", ({ persisted }) => { if (persisted) refresh(); }); // a page that slept heard no events
  load();
})();
