// The dialog of search, the page of results, and the words that are lit up where a result leads.
((sharik) => {
  const { settings, recall, remember, root } = sharik;
  const SHOWN = { limit: 10, perPage: 3 }, SHOWN_ON_PAGE = { limit: 30, perPage: 9 }; // places
  const WORD = /[\p{L}\p{M}\p{N}\u200c\u0640]+/gu;
  let dialog, box;

  // The policy of the page allows no further style, but rules may join the sheet that is there: the whole is one rule.
  const [sheet] = document.styleSheets;
  sheet.insertRule(settings.style, sheet.cssRules.length);

  function makeDialog() {
    document.body.insertAdjacentHTML("beforeend", settings.dialog); // of our own making, no part of it a reader's
    dialog = document.body.lastElementChild;
    const form = dialog.querySelector("form"), { q } = form.elements, slash = dialog.querySelector("[name=slash]");
    form.action = new URL(settings.page, root);
    box = sharik.makeBox({ field: q, results: dialog.querySelector(".answers"), ...SHOWN, onLeave: () => dialog.close() });
    form.addEventListener("submit", box.keep);
    slash.checked = recall().slash !== false;
    slash.addEventListener("change", () => remember({ slash: slash.checked }));
    dialog.addEventListener("click", ({ target }) => { if (target === dialog || target.closest("[data-close]")) dialog.close(); });
  }

  // On the page of results its own field serves.
  function mount(form) {
    box = sharik.makeBox({ field: form.elements.q, results: form.nextElementSibling, ...SHOWN_ON_PAGE });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      box.keep();
      history.replaceState(null, "", `?${new URLSearchParams({ q: form.elements.q.value })}`);
      box.search();
    });
  }

  sharik.open = (query) => {
    const form = document.querySelector("form[data-results]");
    if (!box) (form ? () => mount(form) : makeDialog)();
    if (dialog && !dialog.open) dialog.showModal();
    const { q } = (form ?? dialog.querySelector("form")).elements;
    q.focus();
    q.select();
    box.put(query ?? q.value);
  };

  // Marks the words that the reader came for, and takes them out of the address.
  function lightUp(words) {
    const wanted = new Set(words.match(WORD) ?? []);
    const texts = document.createTreeWalker(document.getElementById("main"), NodeFilter.SHOW_TEXT);
    const found = [];
    while (texts.nextNode()) if (texts.currentNode.data.match(WORD)?.some((word) => wanted.has(word))) found.push(texts.currentNode);
    for (const text of found.filter(({ parentElement }) => !parentElement.closest("script, style, svg, textarea, select"))) {
      const pieces = text.data.split(/([\p{L}\p{M}\p{N}\u200c\u0640]+)/u);
      text.replaceWith(...pieces.map((piece) => (wanted.has(piece) ? sharik.make("mark", {}, piece) : piece)));
    }
  }

  // What the address asks for: ?q= is a search, ?h= are words to light up.
  sharik.arrive = () => {
    const address = new URL(location), { searchParams } = address;
    if (searchParams.has("q")) sharik.open(searchParams.get("q").slice(0, 200));
    if (!searchParams.has("h")) return;
    lightUp(searchParams.get("h"));
    searchParams.delete("h");
    history.replaceState(null, "", address);
    document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
  };
})((self.sharikSearch ??= {}));
