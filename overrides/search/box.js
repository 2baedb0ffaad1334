// A field, the answers below it, and the keys that walk them: the same in the dialog and on the page of results.
((sharik) => {
  const KEY = "sharik.search"; // { recent, slash }: stays in this browser
  const REMEMBERED = 8;
  const LIT = 8; // words that are lit up on the page a result leads to
  const PATIENCE = 400; // milliseconds without a key before the number of results is read out
  const { settings } = sharik;
  const { texts, locale } = settings;
  const root = new URL(settings.root, document.currentScript.src); // of the site
  const numbers = new Intl.NumberFormat(`${locale}-u-nu-${settings.digits}`), plurals = new Intl.PluralRules(locale);

  function say(key, values = {}) {
    const message = texts[key], text = typeof message === "string" ? message : message[plurals.select(values.count)] ?? message.other;
    return text.replace(/\{(\w+)\}/g, (_, name) => (typeof values[name] === "number" ? numbers.format(values[name]) : `\u2068${values[name]}\u2069`));
  }

  // make("p", { className: "x" }, "text", child): an element; texts are never read as markup.
  function make(name, properties = {}, ...children) {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children.filter(Boolean));
    return element;
  }

  function recall() {
    try { return { recent: [], ...JSON.parse(localStorage.getItem(KEY)) }; } catch { return { recent: [] }; } // closed or broken: nothing is remembered
  }

  function remember(change) {
    try { localStorage.setItem(KEY, JSON.stringify({ ...recall(), ...change })); } catch { /* closed or full: the same */ }
  }

  const keep = (query) => query && remember({ recent: [query, ...recall().recent.filter((other) => other !== query)].slice(0, REMEMBERED) });

  // Asks the worker, or this page where no worker can be made. One answer at a time; the last question counts.
  const ask = (() => {
    const waiting = new Map();
    let last = 0, send;
    const cancel = () => { last += 1; };

    function connect() {
      const worker = new Worker(new URL(settings.engine, root)); // throws over file://
      worker.onmessage = ({ data }) => { waiting.get(data.id)?.(data); waiting.delete(data.id); };
      worker.onerror = () => { for (const done of waiting.values()) done({ error: true }); waiting.clear(); };
      return (question) => new Promise((done) => { waiting.set(question.id, done); worker.postMessage(question); });
    }

    function load() {
      const ready = new Promise((done, fail) => document.head.append(make("script", { src: new URL(settings.engine, root), onload: done, onerror: fail })));
      return (question) => ready.then(() => sharik.answer(question));
    }

    async function ask(query, limit, perPage) {
      const id = (last += 1);
      const question = { id, query, limit, perPage, locale, base: new URL("search/", root).href, versions: settings.versions, fallback: settings.fallback };
      if (!send) try { send = connect(); } catch { send = load(); }
      const answer = await send(question).catch(() => ({ error: true }));
      return id === last ? answer : null;
    }
    return Object.assign(ask, { cancel });
  })();

  const pieces = (texts) => texts.map((text, i) => (i % 2 ? make("mark", {}, text) : text));
  const foreign = (code) => (code === locale ? {} : { lang: code, dir: settings.directions[code] });

  function address(url, anchor, lit) {
    const target = new URL(url + (location.protocol === "file:" ? "index.html" : ""), root);
    if (lit.length) target.searchParams.set("h", [...new Set(lit)].slice(0, LIT).join(" "));
    target.hash = anchor;
    return target.href;
  }

  const marked = (texts) => texts.filter((_, i) => i % 2);

  const showPlace = (url, { anchor, title, text }, kind) => make(
    "a", { href: address(url, anchor, marked([...title, "", ...text])) },
    kind && make("small", {}, say(`kind.${kind}`)), make("b", {}, ...pieces(title)), text.length > 0 && make("span", {}, ...pieces(text)),
  );

  // A page, or a term, with what was found on it.
  function showGroup(group) {
    const places = group.places.map((place) => make("li", {}, showPlace(group.url, place)));
    return make("li", {}, showPlace(group.url, group, group.kind), places.length > 0 && make("ul", { role: "list" }, ...places));
  }

  const showGroups = (groups, code) => make("ul", { className: "hits", role: "list", ...foreign(code) }, ...groups.map(showGroup));

  // `field` and `results` are elements of the page; `limit` is how many places are shown.
  sharik.makeBox = ({ field, results, limit, perPage, onLeave = () => {} }) => {
    const status = make("p", { className: "found", role: "status" });
    const list = make("div");
    results.append(status, list);
    let timer;

    function tell(text, isQuiet) {
      clearTimeout(timer);
      timer = setTimeout(() => { status.textContent = text; }, isQuiet ? PATIENCE : 0);
    }

    function showRecent() {
      const { recent } = recall();
      tell("");
      list.replaceChildren(...(recent.length ? [
        make("h2", {}, say("recent")),
        make("ul", { className: "recent", role: "list" }, ...recent.map((query) => make("li", {}, make("button", { type: "button", className: "btn", dir: "auto", onclick: () => put(query) }, query)))),
        make("button", { type: "button", className: "go", onclick: () => { remember({ recent: [] }); showRecent(); field.focus(); } }, say("forget")),
      ] : [make("p", { className: "soft" }, say("hint"))]));
    }

    const otherwise = (key, query) => make("p", {}, `${say(key)} `, make("button", { type: "button", className: "go", dir: "auto", onclick: () => put(query) }, query));

    function showAll(query) {
      const page = new URL(address(settings.page, "", []));
      page.searchParams.set("q", query);
      return make("p", {}, make("a", { className: "go", href: page.href }, say("all")));
    }

    function showAnswer(query, { count, groups, suggestion, instead, elsewhere }) {
      tell(count ? say("count", { count }) : say("none", { query }), true);
      list.replaceChildren(
        instead ? otherwise("instead", instead) : "",
        suggestion ? otherwise("meant", suggestion) : "",
        count ? showGroups(groups, locale) : make("p", {}, `${say("advice")} `, make("a", { href: address(settings.glossary, "", []) }, say("glossary"))),
        count > limit ? showAll(query) : "",
        ...elsewhere.flatMap((found) => [make("h2", {}, say(`elsewhere.${found.locale}`)), showGroups(found.groups, found.locale)]),
      );
    }

    async function search() {
      const query = field.value.trim();
      if (!query) return ask.cancel(), showRecent();
      const slow = setTimeout(() => tell(say("loading")), PATIENCE);
      const answer = await ask(query, limit, perPage);
      clearTimeout(slow);
      if (!answer) return; // another question came after it
      if (answer.error) {
        list.replaceChildren();
        tell(say("broken"));
      } else showAnswer(query, answer);
    }

    function put(query) {
      field.value = query;
      field.focus();
      search();
    }

    field.addEventListener("input", search);
    list.addEventListener("click", ({ target }) => {
      if (!target.closest("a")) return;
      keep(field.value.trim());
      onLeave();
    });
    results.parentElement.addEventListener("keydown", (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!step) return;
      const stops = [field, ...list.querySelectorAll("a, button")];
      const next = stops[(stops.indexOf(document.activeElement) + step + stops.length) % stops.length];
      event.preventDefault();
      next.focus();
    });
    return { put, search, keep: () => keep(field.value.trim()) };
  };

  Object.assign(sharik, { make, say, recall, remember, root });
})((self.sharikSearch ??= {}));
