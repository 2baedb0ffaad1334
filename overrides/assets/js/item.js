// One item of a checklist on the page: its mark and its note shown, the note opened and left. What they say is kept by state.js.
(() => {
  const state = self.sharik?.state;
  if (!state) return;

  // An address ends before the punctuation of its sentence; brackets that it opened itself belong to it.
  const ADDRESS = /(https?:\/\/(?:[()[\]{}.,!?;:…*'‘’`|]*?(?:\([^\s()<>"«»]*\)|[^\s<>"«»“”،؛؟۔\u200c()[\]{}.,!?;:…*'‘’`|]))+)/;
  const ARABIC = /(?=\p{L})\p{Script=Arabic}/u;
  const LATIN = /(?=\p{L})\p{Script=Latin}/u;

  function link(address) {
    const element = document.createElement("a");
    return Object.assign(element, { href: address, rel: "noreferrer", dir: "ltr", textContent: address });
  }

  // A line runs from the right if it holds any Arabic letter: «CRM را سارا…» is Persian. Its addresses do not count.
  // Without a letter it runs as the page does.
  function shownLine(line, pageDir) {
    const pieces = line.split(ADDRESS); // an address between two texts
    const text = pieces.filter((_, i) => i % 2 === 0).join(" ");
    const shown = document.createElement("span");
    shown.dir = ARABIC.test(text) ? "rtl" : LATIN.test(text) ? "ltr" : pageDir;
    shown.append(...pieces.map((piece, i) => (i % 2 ? link(piece) : piece)));
    return shown;
  }

  // A field that says the same already is left alone: somebody may be writing in it.
  function paintNote(item, note = "") {
    const [field, shown] = [item.querySelector("textarea"), item.querySelector(".item__note")];
    if (state.cleanNote(field.value) !== note) field.value = note;
    const { dir } = item.closest("[dir]");
    const lines = note.split("\n").map((line) => shownLine(line, dir));
    shown.querySelector("bdi").replaceChildren(...lines.flatMap((line, i) => (i ? ["\n", line] : [line])));
    shown.hidden = !note;
  }

  function paint(item, { s, e, isChanged }) {
    item.querySelector(".tick").checked = s === "done";
    item.querySelector(".na input").checked = s === "na";
    item.querySelector(".item__changed").hidden = !isChanged;
    paintNote(item, e);
  }

  // Some hands are quicker than the network: what they ticked and wrote before the scripts came joins what is kept.
  function keepEarly(items) {
    const early = {};
    for (const item of items) {
      const s = item.querySelector(".tick:checked") ? "done" : item.querySelector(".na :checked") && "na";
      const e = item.querySelector("textarea").value;
      if (s || e) early[item.dataset.key] = { s, r: Number(item.dataset.rev), t: new Date().toISOString(), e };
    }
    if (Object.keys(early).length) state.restore(early, state.workspaces.current.id);
  }

  function openNote(details, isOpen) {
    details.open = isOpen;
    details.querySelector(isOpen ? "textarea" : "summary").focus();
  }

  // Whoever is writing, maybe without a look at the page, must not go on in the note of another business.
  function leaveNote() {
    const details = document.activeElement?.closest(".note[open]");
    if (!details) return;
    details.open = false;
    Object.assign(details.closest(".item"), { tabIndex: -1 }).focus(); // where no key does anything
  }

  self.sharik.item = { paint, paintNote, keepEarly, openNote, leaveNote };
})();
