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
