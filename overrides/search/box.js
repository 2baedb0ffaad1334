// A field, the answers below it, and the keys that walk them: the same in the dialog and on the page of results.
((sharik) => {
  const KEY = "sharik.search"; // { recent, slash }: stays in this browser
  const REMEMBERED = 8;
  const PAUSE = 120; // milliseconds without a key before a question is asked
  const PATIENCE = 500; // milliseconds without a key before the number of results is read out
  const DIRECTIONS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g; // they would turn the words around a query
  const { settings } = sharik;
  const { texts, locale } = settings;
  const root = new URL(settings.root, document.currentScript.src); // of the site
  const numbers = new Intl.NumberFormat(`${locale}-u-nu-${settings.digits}`), plurals = new Intl.PluralRules(locale);

  function say(key, values = {}) {
    const message = texts[key], text = typeof message === "string" ? message : message[plurals.select(values.count)] ?? message.other;
    return text.replace(/\{(\w+)\}/g, (_, name) => (typeof values[name] === "number" ? numbers.format(values[name]) : `\u2068${values[name].replace(DIRECTIONS, "")}\u2069`));
  }

  const hasModifier = ({ shiftKey, ctrlKey, altKey, metaKey }) => shiftKey || ctrlKey || altKey || metaKey;

  // make("p", { className: "x" }, "text", child): an element; texts are never read as markup.
  function make(name, properties = {}, ...children) {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children.filter(Boolean));
    return element;
  }

  function recall() {
    let kept = null;
    try { kept = JSON.parse(localStorage.getItem(KEY)); } catch { /* closed or broken: nothing is remembered */ }
    return { ...kept, recent: Array.isArray(kept?.recent) ? kept.recent.filter((query) => typeof query === "string") : [] };
  }

  function remember(change) {
    try { localStorage.setItem(KEY, JSON.stringify({ ...recall(), ...change })); } catch { /* closed or full: the same */ }
  }

  // What the page behind a link is to light up: told through this tab's own storage, not through the address.
  function leave({ pathname, lit }) {
    try { sessionStorage.setItem("sharik.lit", JSON.stringify([pathname, [...new Set(lit)]])); } catch { /* then nothing is lit */ }
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
      worker.onerror = () => {
        for (const done of waiting.values()) done({ error: true });
        waiting.clear();
        worker.terminate();
        send = null; // the next question tries anew
      };
      return (question) => new Promise((done) => { waiting.set(question.id, done); worker.postMessage(question); });
    }

    function load() {
      const ready = new Promise((done, fail) => document.head.append(make("script", { src: new URL(settings.engine, root), onload: done, onerror: fail })));
      return (question) => ready.then(() => sharik.answer(question));
    }

    async function ask(wanted) {
      const id = (last += 1);
      const question = { ...wanted, id, locale, base: new URL("search/", root).href, versions: settings.versions, fallback: settings.fallback };
      if (!send) try { send = connect(); } catch { send = load(); }
      const answer = await send(question).catch(() => { send = null; return { error: true }; });
      return id === last ? answer : null;
    }
    return Object.assign(ask, { cancel });
  })();

  const pieces = (texts) => texts.map((text, i) => (i % 2 ? make("mark", {}, text) : text));
  const foreign = (code) => (code === locale ? {} : { lang: code, dir: settings.directions[code] });

  const address = (url, hash = "") => Object.assign(new URL(url + (location.protocol === "file:" ? "index.html" : ""), root), { hash }).href;

  // The page of results for a query; behind the #, which no browser sends.
  sharik.results = (query) => address(settings.page, new URLSearchParams({ q: query }));

  const marked = (texts) => texts.filter((text, i) => text && i % 2);

  const showPlace = (url, { anchor, title, text }, kind) => make(
    "a", { href: address(url, anchor), lit: [...marked(title), ...marked(text)] },
    kind && make("small", { lang: locale }, say(`kind.${kind}`)), make("b", {}, ...pieces(title)), text.length > 0 && make("span", {}, ...pieces(text)),
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
    let rest, slow;

    const tell = (text) => { status.textContent = text; };

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

    function showAnswer(query, { count, groups, suggestion, instead, elsewhere }) {
      const shown = groups.reduce((sum, group) => sum + group.places.length + (group.text.length > 0), 0);
      tell(count ? say("count", { count }) : say("none", { query }));
      list.replaceChildren(
        instead ? otherwise("instead", instead) : "",
        suggestion ? otherwise("meant", suggestion) : "",
        count ? showGroups(groups, locale) : make("p", {}, `${say("advice")} `, make("a", { href: address(settings.glossary) }, say("glossary"))),
        count > shown ? make("p", {}, make("a", { className: "go", href: sharik.results(query) }, say("all"))) : "",
        ...elsewhere.flatMap((found) => [make("h2", {}, say(`elsewhere.${found.locale}`)), showGroups(found.groups, found.locale)]),
      );
    }

    // `isDone` when the reader rests or has asked for an answer: only then other languages are looked through.
    async function search(isDone = true) {
      clearTimeout(rest);
      clearTimeout(slow);
      const query = field.value.slice(0, settings.length).trim();
      if (!query) return ask.cancel(), showRecent();
      slow = setTimeout(() => tell(say("loading")), PATIENCE);
      const answer = await ask({ query, limit, perPage, isDone });
      if (!answer) return; // another question came after it
      clearTimeout(slow);
      if (answer.error) {
        list.replaceChildren();
        tell(say("broken"));
        return;
      }
      if (answer.count || isDone) showAnswer(query, answer);
      if (answer.isOpen) rest = setTimeout(() => { if (document.activeElement === field) search(); }, PATIENCE);
    }

    function put(query) {
      field.value = query;
      field.focus();
      search();
    }

    field.addEventListener("input", () => {
      clearTimeout(rest);
      rest = setTimeout(search, PAUSE, false);
    });
    list.addEventListener("click", (event) => {
      const link = event.target.closest("a");
      if (!link) return;
      keep(field.value.trim());
      leave(link);
      if (!hasModifier(event)) onLeave(); // with one it opens beside this page
    });
    results.parentElement.addEventListener("keydown", (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const stops = [field, ...list.querySelectorAll("a, button")], at = stops.indexOf(document.activeElement);
      if (!step || at < 0 || event.isComposing || hasModifier(event)) return;
      event.preventDefault();
      stops[(at + step + stops.length) % stops.length].focus();
    });
    return { search, keep: () => keep(field.value.trim()) };
  };

  Object.assign(sharik, { make, recall, remember });
})((self.sharikSearch ??= {}));
