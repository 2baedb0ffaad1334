// The dialog of search, the page of results, and the words that are lit up where a result leads.
((sharik) => {
  const { settings, recall, remember } = sharik;
  const SHOWN = { limit: 10, perPage: 3 }, SHOWN_ON_PAGE = { limit: 30, perPage: 30 }; // places
  const WORD = /([\p{L}\p{M}\p{N}\u200c\u0640]+)/gu;
  let dialog, box;

  // The policy of the page allows no further style, but rules may join the sheet that is there: the whole is one rule.
  const [sheet] = document.styleSheets;
  sheet.insertRule(settings.style, sheet.cssRules.length);

  function makeDialog() {
    document.body.insertAdjacentHTML("beforeend", settings.dialog); // of our own making, no part of it a reader's
    dialog = document.body.lastElementChild;
    const form = dialog.querySelector("form"), { q } = form.elements, slash = dialog.querySelector("[name=slash]");
    box = sharik.makeBox({ field: q, results: dialog.querySelector(".answers"), ...SHOWN, onLeave: () => dialog.close() });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      box.keep();
      location.href = sharik.results(q.value.trim());
    });
    slash.checked = recall().slash !== false;
    slash.addEventListener("change", () => remember({ slash: slash.checked }));
    dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
    dialog.addEventListener("pointerdown", ({ target }) => { if (target === dialog) dialog.close(); }); // beside it: its parts fill it
  }

  // On the page of results its own field serves.
  function mount(form) {
    const { q } = form.elements;
    const name = () => history.replaceState(null, "", sharik.results(q.value.trim())); // so that the way back leads here
    box = sharik.makeBox({ field: q, results: form.nextElementSibling, ...SHOWN_ON_PAGE, onLeave: name });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      box.keep();
      name();
      box.search();
    });
  }

  sharik.open = (query) => {
    const form = document.querySelector("form[data-results]");
    if (!box) (form ? () => mount(form) : makeDialog)();
    const { q } = (form ?? dialog.querySelector("form")).elements;
    q.value = query ?? q.value;
    if (dialog && !dialog.open) {
      dialog.showModal();
      q.select();
    } else if (query === undefined) q.focus();
    box.search();
  };

  // Marks the words that the reader came for.
  function lightUp(words) {
    const wanted = new Set(words), found = [];
    const texts = document.createTreeWalker(document.getElementById("main"), NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) if (texts.currentNode.data.match(WORD)?.some((word) => wanted.has(word))) found.push(texts.currentNode);
    for (const text of found.filter(({ parentElement }) => !parentElement.closest("script, style, svg, textarea, select"))) {
      text.replaceWith(...text.data.split(WORD).map((piece) => (wanted.has(piece) ? sharik.make("mark", {}, piece) : piece)));
    }
    document.querySelector(":target")?.scrollIntoView();
  }

  // A page that was asked for something: to search (?q= or #q=), or to light words up.
  sharik.arrive = (lit) => {
    const asked = new URLSearchParams(location.search).get("q") ?? new URLSearchParams(location.hash.slice(1)).get("q");
    if (asked !== null) sharik.open(asked.slice(0, settings.length));
    if (lit) lightUp(lit);
  };
})((self.sharikSearch ??= {}));
