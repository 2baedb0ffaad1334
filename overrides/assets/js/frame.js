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

  for (const radio of radios) radio.addEventListener("change", () => {
    const scheme = radio.id.slice(2);
    apply(scheme);
    try { localStorage.setItem(KEY, scheme); } catch { /* closed or full: the same */ }
  });
  addEventListener("storage", ({ key }) => { if (key === KEY || key === null) restore(); });
  addEventListener("pageshow", ({ persisted }) => { if (persisted) restore(); }); // a page that slept heard no events
  restore();
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

  for (const touch of ["pointerenter", "focus"]) button.addEventListener(touch, fetchSearch, { once: true });
  button.addEventListener("click", open);
  addEventListener("keydown", (event) => {
    const { key, code, target, ctrlKey, metaKey, altKey } = event;
    const isSlash = key === "/" || (code === "Slash" && /[\u0600-\u06ff]/.test(key)); // an Arabic keyboard writes ظ there
    const isWriting = target.isContentEditable || target.closest?.("input:not([type=checkbox], [type=radio]), textarea, select");
    if (((ctrlKey || metaKey) && !altKey && code === "KeyK") || (isSlash && !ctrlKey && !metaKey && !altKey && !isWriting && allowsSlash())) open(event);
  });
  if (/[?&][qh]=/.test(location.search)) fetchSearch().then(() => sharikSearch.arrive(), () => {});
  document.querySelector("form[data-results] input")?.addEventListener("focus", () => fetchSearch().then(() => sharikSearch.open()), { once: true });
})();
