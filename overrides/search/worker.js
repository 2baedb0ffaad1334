// Answers queries: in a worker, or in the page itself where none can be made (file://). Fetches what an answer needs of an
// index and nothing else.
((sharik) => {
  const VERSION = 1; // of the files (src/sharik/search/files.py)
  const WINDOW = 170; // letters of a text that a result quotes
  const WEAK = 0.12; // of the best score: what is below is no result
  const MOST = 30; // places
  const LIFTED = 10; // places whose texts are read before they are put in their final order
  const STRONG = 0.75;
  const RAW_WORD = /[\p{L}\p{M}\p{N}\u200c\u0640]+/gu;

  const inWorker = typeof importScripts === "function";
  const files = new Map(); // name -> what it holds
  const engines = new Map(); // locale -> engine
  let settings; // of the last question: { base, versions, fallback }

  sharik.take = (name, content) => files.set(name, content);

  const addScript = (url) => new Promise((done, fail) => document.head.append(sharik.make("script", { src: url, onload: done, onerror: fail })));

  // The same file as data: a worker imports scripts one after the other, but fetches side by side.
  async function read(url, name) {
    const text = await (await fetch(url)).text();
    sharik.take(name, JSON.parse(text.slice(text.indexOf(",") + 1, text.lastIndexOf(")"))));
  }

  // The files of a locale, all at once; those that are there already are not fetched again.
  async function fetchFiles(locale, names) {
    const missing = names.filter((name) => !files.has(name));
    await Promise.all(missing.map((name) => (inWorker ? read : addScript)(`${settings.base}${name}.js?${settings.versions[locale]}`, name)));
  }

  function partOf(starts, number) {
    let part = 0;
    while (starts[part + 1] <= number) part++;
    return part;
  }

  async function open(locale) {
    await fetchFiles(locale, [locale]);
    if (!engines.has(locale)) {
      const index = files.get(locale);
      if (index?.version !== VERSION) throw new Error(locale);
      engines.set(locale, makeSite(index));
    }
    return engines.get(locale);
  }

  // An engine and the files of its index.
  function makeSite(index) {
    const { locale, parts, texts } = index;
    const engine = sharik.makeEngine(index);
    const decoded = new Map();
    const postings = (stem) => {
      if (!decoded.has(stem)) {
        const part = partOf(parts, stem);
        for (const [i, written] of files.get(`${locale}.p${part}`).split(" ").entries()) decoded.set(parts[part] + i, engine.decode(written));
      }
      return decoded.get(stem);
    };
    const textOf = (place) => {
      const part = partOf(texts, place);
      return files.get(`${locale}.t${part}`)[place - texts[part]];
    };
    const fetchPostings = (stems) => fetchFiles(locale, [...new Set(Array.from(stems, (stem) => `${locale}.p${partOf(parts, stem)}`))]);
    const fetchTexts = (places) => fetchFiles(locale, [...new Set(places.map((place) => `${locale}.t${partOf(texts, place)}`))]);
    let isLearned = false;
    async function learn() {
      await fetchFiles(locale, [`${locale}.words`]).catch(() => {}); // without them search knows fewer words
      if (!isLearned) engine.learn(files.get(`${locale}.words`) ?? "");
      isLearned = true;
    }
    return { ...engine, index, postings, textOf, fetchPostings, fetchTexts, learn };
  }

  // What the keys of `query` write on other keyboards.
  function retyped(query, { text, index }) {
    return index.rules.keyboards.map(([from, to]) => {
      const keys = from.split(" ").map(text.fold), others = to.split(" ");
      return Array.from(query, (key) => others[keys.indexOf(text.fold(key))] ?? key).join("");
    }).filter((other) => other !== query);
  }

  const best = (unit) => Math.max(0, ...unit.ways.flatMap(({ weight, all }) => all.map((known) => weight * Math.max(0, ...known.values()))));
  const isStrong = (unit) => !unit.isLight && best(unit) >= STRONG;
  const isMostlyKnown = ({ units }) => units.filter(isStrong).length > units.filter(({ isLight }) => !isLight).length / 2;

  // Whether the texts have every word of a query, or at least (`isOpen`) words that start like its last one.
  const isWhole = ({ units }, site, isOpen) => units.every(({ token, isLight, isBegun }) => isLight || site.isKnown(token) || (isOpen && isBegun));

  // How a query is understood: as it stands, with other names where a word of it is in no text, or, when nothing in it is
  // known, as another keyboard would write it.
  async function understand(query, site, question) {
    let reading = site.read(query);
    if (!isWhole(reading, site, !question.isDone)) {
      await site.learn();
      reading = site.read(query);
    }
    if (reading.units.some(isStrong)) return { reading };
    for (const other of retyped(query, site)) {
      const again = site.read(other);
      if (isMostlyKnown(again)) return { reading: again, instead: other };
    }
    return { reading: reading.units.some((unit) => !unit.isLight && best(unit)) ? reading : site.read(query, 1) };
  }

  // A text in pieces: plain, marked, plain, ...; `width` cuts it to so many letters from about the first mark.
  function quote(text, isFound, width = Infinity) {
    const marks = Array.from(text.matchAll(RAW_WORD)).filter(([word]) => isFound(word)).map((m) => [m.index, m.index + m[0].length]);
    const [from, to] = text.length > width ? cutAround(text, marks, width) : [0, text.length];
    const pieces = [];
    let at = from;
    for (const [start, end] of marks.filter(([start, end]) => start >= from && end <= to)) {
      pieces.push(text.slice(at, start), text.slice(start, end));
      at = end;
    }
    pieces.push(text.slice(at, to) + (to < text.length ? " …" : ""));
    if (from) pieces[0] = `… ${pieces[0]}`;
    return pieces;
  }

  function cutAround(text, [[start] = [0]], width) {
    const from = start > 30 ? text.indexOf(" ", start - 30) + 1 : 0, end = text.lastIndexOf(" ", from + width);
    return [from, from + width >= text.length ? text.length : end > from ? end : from + width];
  }

  // The query with each misspelt word as the texts have it, or "" when there is none.
  function suggest(query, { units }, site, places) {
    const meant = new Map();
    for (const { token, isLight, ways } of units) {
      const [known] = ways[0].all, weight = Math.max(0, ...known.values());
      if (isLight || weight === 0 || weight >= STRONG || ways.length > 1) continue;
      const stem = site.stems[[...known].find(([, w]) => w === weight)[0]];
      const isStem = (word) => site.text.tokens(word).some((each) => each.stem === stem);
      const found = places.flatMap((place) => site.textOf(place).slice(1).join(" ").match(RAW_WORD) ?? []).find(isStem);
      if (found && !stem.startsWith(token.word)) meant.set(token.word, found);
    }
    const better = query.replace(RAW_WORD, (word) => meant.get(site.text.tokens(word)[0]?.word) ?? word);
    return better === query ? "" : better;
  }

  function pageAt(pages, place) {
    let first = 0;
    for (const page of pages) if (place < (first += page[3])) return page;
  }

  // Places by page, at most `perPage` of each, the page with the best place first; a term of the glossary stands by itself.
  function group(ranked, { units }, site, perPage) {
    const telling = units.filter(({ isLight }) => !isLight);
    const found = new Set(telling.flatMap(({ ways }) => ways.flatMap(({ all }) => all.flatMap((known) => Array.from(known.keys(), (stem) => site.stems[stem])))));
    const isFound = (word) => site.text.tokens(word).some(({ stem, word: whole }) => found.has(stem) || found.has(whole));
    const groups = new Map();
    for (const { place } of ranked) {
      const [url, kind, title] = pageAt(site.index.pages, place), [anchor, name, text] = site.textOf(place);
      const isTop = anchor === "" || kind === "term", key = kind === "term" ? place : url;
      const entry = groups.get(key) ?? { url, kind, anchor: isTop ? anchor : "", title: quote(isTop ? name : title, isFound), text: [], count: 0, places: [] };
      const quoted = quote(text, isFound, WINDOW);
      if ((entry.count += 1) > perPage) continue;
      if (isTop) entry.text = quoted;
      else entry.places.push({ anchor, title: quote(name, isFound), text: quoted });
      groups.set(key, entry);
    }
    return [...groups.values()];
  }

  async function findIn(locale, question) {
    const { query, limit, perPage } = question;
    const site = await open(locale);
    const { reading, instead = "" } = await understand(query, site, question);
    await site.fetchPostings(reading.stems);
    const all = site.rank(reading, site.postings), least = WEAK * (all[0]?.score ?? 0);
    const ranked = all.filter(({ score }) => score > least).slice(0, MOST);
    const shown = Math.max(limit, LIFTED);
    await site.fetchTexts(ranked.slice(0, shown).map(({ place }) => place));
    const lifted = site.lift(ranked.slice(0, shown), reading, site.textOf).slice(0, limit);
    const suggestion = instead ? "" : suggest(query, reading, site, lifted.map(({ place }) => place));
    return { locale, count: ranked.length, isOpen: !question.isDone && (!ranked.length || !isWhole(reading, site)), groups: group(lifted, reading, site, perPage), instead, suggestion };
  }

  // The answer in the reader's language; when it has none, those of the others. While a reader still writes (`isDone` is
  // false), an unfinished word is no reason to fetch other names or other languages.
  sharik.answer = async (question) => {
    settings = question;
    const own = await findIn(question.locale, question);
    const elsewhere = [];
    if (!own.count && question.isDone) for (const other of settings.fallback) {
      const found = await findIn(other, question).catch(() => null); // a language that cannot be read has nothing to say
      if (found?.count) elsewhere.push(found);
    }
    return { ...own, elsewhere };
  };

  if (inWorker) addEventListener("message", async ({ data }) => {
    postMessage({ id: data.id, ...await sharik.answer(data).catch((error) => ({ error: String(error) })) });
  });
})((self.sharikSearch ??= {}));
