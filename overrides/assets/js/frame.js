// What the frame of every page does better with a script; nothing here is needed to read.

// Remembers light, dark or the device's own. The radios switch by CSS alone where this file does not run.
(() => {
  const KEY = "sharik.scheme";
  const root = document.documentElement;
  const radios = ["light", "dark", "auto"].map((scheme) => document.getElementById(`s-${scheme}`)).filter(Boolean);

  function apply(scheme) {
    const isFixed = scheme === "light" || scheme === "dark";
    if (isFixed) root.dataset.scheme = scheme;
    else delete root.dataset.scheme;
    for (const radio of radios) radio.checked = radio.id === `s-${isFixed ? scheme : "auto"}`;
  }

  function restore() {
    let saved;
    try { saved = localStorage.getItem(KEY); } catch { return; } // closed storage: the choice lasts for this page
    apply(saved);
  }

  function choose({ id }) {
    const scheme = id.slice(2);
    apply(scheme);
    try { localStorage.setItem(KEY, scheme); } catch { /* closed or full: the same */ }
  }

  // On a page come back to, browsers bring back the radios as they were left. On a new one the reader was quicker than this file.
  const isNew = performance.getEntriesByType("navigation")[0]?.type === "navigate";
  const early = isNew && radios.find(({ checked, defaultChecked }) => checked && !defaultChecked);
  for (const radio of radios) radio.addEventListener("change", () => choose(radio));
  addEventListener("storage", ({ key }) => { if (key === KEY || key === null) restore(); });
  addEventListener("pageshow", ({ persisted }) => { if (persisted || !isNew) restore(); }); // a page that slept heard no events
  if (early) choose(early);
  else restore();
})();

// Changing the language keeps the place on the page: ids are the same in all languages.
document.addEventListener("click", ({ target }) => {
  const link = target.closest("[data-keep-place]");
  if (link) link.hash = location.hash;
});

// The table of contents marks the section that is being read: the last one whose head is above the upper third.
(() => {
  const links = [...document.querySelectorAll(".toc a")];
  const heads = links.map((link) => document.getElementById(link.hash.slice(1))).filter(Boolean);
  if (!heads.length || !self.IntersectionObserver) return;

  const mark = () => {
    const read = heads.filter((head) => head.getBoundingClientRect().top < innerHeight / 3).pop();
    for (const link of links) {
      if (read && link.hash === `#${read.id}`) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };
  const observer = new IntersectionObserver(mark, { rootMargin: "0px 0px -66% 0px" });
  for (const head of heads) observer.observe(head);
})();

// Search comes at the first touch: a pointer or the focus on its button, a click, Ctrl+K or /, an address that asks for it.
(() => {
  const button = document.querySelector("[data-search]");
  if (!button) return;
  let coming;
  const fetchSearch = () => (coming ??= new Promise((done, fail) => {
    const script = Object.assign(document.createElement("script"), { src: new URL("dialog.js", button.form.action), onload: done, onerror: fail });
    document.head.append(script);
  }));

  function open(event) {
    event.preventDefault();
    fetchSearch().then(() => sharikSearch.open(), () => button.form.submit()); // the page of results tells what to do without
  }

  function allowsSlash() {
    try { return JSON.parse(localStorage.getItem("sharik.search"))?.slash !== false; } catch { return true; }
  }

  const nothing = () => {}; // the button tells when the script is missing
  for (const touch of ["pointerenter", "focus"]) button.addEventListener(touch, () => fetchSearch().catch(nothing), { once: true });
  button.addEventListener("click", open);
  addEventListener("keydown", (event) => {
    const { key, code, target, ctrlKey, metaKey, altKey, shiftKey } = event;
    const isK = key.toLowerCase() === "k" || (code === "KeyK" && !/^[a-z]$/i.test(key)); // K on any keyboard
    const isSlash = key === "/" || (code === "Slash" && !shiftKey && /[\u0621-\u06ff]/.test(key)); // an Arabic one writes ظ
    const isWriting = target.isContentEditable || target.closest?.("input:not([type=checkbox], [type=radio]), textarea, select");
    if (altKey || event.isComposing) return;
    if ((ctrlKey || metaKey) ? isK : isSlash && !isWriting && allowsSlash()) open(event);
  });
  // A result of search tells the page behind it, through this tab's storage, which words to light up.
  function wordsToLight() {
    try {
      const [path, words] = JSON.parse(sessionStorage.getItem("sharik.lit"));
      sessionStorage.removeItem("sharik.lit");
      return path === location.pathname && Array.isArray(words) && words.length ? words : null;
    } catch { return null; }
  }

  const lit = wordsToLight();
  if (lit || /[?&]q=/.test(location.search) || location.hash.startsWith("#q=")) fetchSearch().then(() => sharikSearch.arrive(lit), nothing);
  document.querySelector("form[data-results] input")?.addEventListener("focus", () => fetchSearch().then(() => sharikSearch.open(), nothing), { once: true });
})();
