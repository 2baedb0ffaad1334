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
