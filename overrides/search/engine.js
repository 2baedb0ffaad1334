// Ranks the places of one language for a query: BM25 over what the index knows (src/sharik/search/index.py), with weaker
// ways to a word where no stronger one leads anywhere. Fetches nothing: the files of an index come from whoever asks.
((sharik) => {
  const DOUBTFUL = 0.75, SKELETON = 0.5, PREFIX = 0.55, NEAR = [0, 0.5, 0.25], CUT = 0.9, JOINED = 0.9, SYNONYM = 0.8;
  const ON_PAGE = 0.3; // what a word at the top of a page is worth to the places on it
  const RAREST = 2.5; // no word counts for more, however few texts have it
  const GUESS = 0.5; // what the rarity of a word is worth that no text has as it is typed
  const AROUND = 0.5, COVERAGE = 1.5, LIGHT = 0.3;
  const MOST = 30, FEW = 3; // stems that the words of a query together, and a word read plainly, may lead to: each may need a file
  const LONG = 5; // letters of a word that may be two letters off
  const MOST_WORDS = 16;
  const LOW = 64, HIGH = 27, LEVELS = 8; // of the numbers in postings (src/sharik/search/encode.py)
  const ALPHABET = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i)).filter((c) => !'"\\<'.includes(c)).join("");
  const VALUE = new Map(Array.from(ALPHABET, (c, i) => [c, i]));

  // Each word tells how many letters of the one before it are kept: 0کار 2ال -> کار کال.
  function unfold(text) {
    let last = "";
    return text.split(" ").map((word) => (last = last.slice(0, word[0]) + word.slice(1)));
  }

  // Pairs of a place and how strongly the word speaks for it, from 0 to 1.
  function decode(text) {
    const found = [];
    let place = -1, number = [];
    for (const sign of text) {
      const value = VALUE.get(sign);
      number.push(value);
      if (value >= LOW) continue;
      const whole = number.reduceRight((sum, digit) => sum * HIGH + digit);
      place += Math.floor(whole / LEVELS) + 1;
      found.push([place, (whole % LEVELS + 1) / LEVELS]);
      number = [];
    }
    return found;
  }

  // Damerau-Levenshtein (optimal string alignment) up to `limit`, or limit + 1.
  function distance(a, b, limit) {
    if (Math.abs(a.length - b.length) > limit) return limit + 1;
    let before = [], last = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
      const row = [i];
      for (let j = 1; j <= b.length; j++) {
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      if (Math.min(...row) > limit) return limit + 1;
      [before, last] = [last, row];
    }
    return last[b.length];
  }

  // One bit a letter: words whose bits differ in more than 2 n places are more than n letters apart.
  const letters = (word) => Array.from(word).reduce((bits, c) => bits | (1 << (c.charCodeAt(0) % 31)), 0);
  function bits(n) {
    let count = 0;
    for (; n; n &= n - 1) count++;
    return count;
  }

  function gather(map, key, value) {
    const list = map.get(key);
    if (list) list.push(value);
    else map.set(key, [value]);
  }

  sharik.makeEngine = (index) => {
    const text = sharik.makeAnalyzer(index.rules, index.same);
    const stems = unfold(index.stems), at = new Map(stems.map((stem, i) => [stem, i]));
    const spellings = [...at, ...Object.entries(index.same).map(([form, head]) => [form, at.get(head)])].map(([form, i]) => [form, i, letters(form)]);
    const doubts = new Map(), skeletons = new Map();
    stems.forEach((stem, i) => {
      for (const rest of text.doubtful(stem)) gather(doubts, rest, i);
      if (text.skeleton(stem)) gather(skeletons, text.skeleton(stem), i);
    });
    const synonyms = new Map();
    let longest = 0; // words of a synonym
    const tops = []; // place -> the top of its page
    for (const [, , , count] of index.pages) for (let i = 0, top = tops.length; i < count; i++) tops.push(top);

    // Other names of what the texts say, as the index writes them: said|other|other, one row a line.
    function learn(rows) {
      for (const row of rows.split("\n").filter(Boolean)) {
        const [said, ...others] = row.split("|");
        for (const other of others) gather(synonyms, other, said.split(" "));
      }
      longest = Math.max(0, ...[...synonyms.keys()].map((phrase) => phrase.split(" ").length));
    }

    // One word of a query -> Map(number of a stem -> weight): up to `most` of them, or a few that are surely meant.
    function expand({ word, stem }, { isLast, further, most } = {}) {
      const found = new Map(), put = (i, weight) => { if (!(found.get(i) >= weight)) found.set(i, weight); };
      for (const form of [stem, word]) if (at.has(form)) put(at.get(form), 1);
      for (const i of doubts.get(stem) ?? []) put(i, DOUBTFUL);
      for (const rest of text.doubtful(stem)) {
        if (at.has(rest)) put(at.get(rest), DOUBTFUL);
        for (const i of doubts.get(rest) ?? []) put(i, SKELETON);
      }
      const isStrong = Math.max(0, ...found.values()) >= DOUBTFUL;
      for (const i of skeletons.get(text.skeleton(stem)) ?? []) {
        if (!isStrong || text.isPlural(stem) !== text.isPlural(stems[i])) put(i, SKELETON);
      }
      if (most && (isLast || !isStrong)) begun(word, stem, put);
      if (most && !isStrong) near(word, stem, further, put);
      return new Map([...found].sort((a, b) => b[1] - a[1]).slice(0, most ?? FEW));
    }

    // Stems that a word still being typed may become, the less there is to type the better.
    function begun(word, stem, put) {
      const starts = [text.bare(word), stem].filter(({ length }) => length > 1);
      for (const [known, i] of spellings) {
        const start = starts.find((typed) => known.startsWith(typed));
        if (start) put(i, PREFIX * (0.4 + 0.6 * start.length / known.length));
      }
    }

    // Stems a letter away from the word or its stem, two where it is long, and `further`.
    function near(word, stem, further, put) {
      for (const form of /^\d/.test(word) ? [] : new Set([word, stem])) {
        const limit = form.length < 4 ? 0 : Math.min(2, (form.length > LONG ? 2 : 1) + further), sign = letters(form);
        if (limit) for (const [known, i, of] of spellings) {
          if (bits(sign ^ of) > 2 * limit) continue;
          const steps = distance(form, known, limit);
          if (steps && steps <= limit) put(i, NEAR[steps]);
        }
      }
    }

    const isKnown = (token) => at.has(token.stem) || at.has(token.word);
    const plainly = (tokens) => tokens.map((token) => expand(token));

    // A word written as one that the texts write as two.
    function cut(word) {
      for (let i = word.length - 2; i > 1; i--) {
        const [a, b] = [word.slice(0, i), word.slice(i).replace(/^و(?=..)/, "")].map((part) => ({ word: part, stem: text.stem(part) }));
        if (b.word.length > 1 && isKnown(a) && isKnown(b)) return [a, b];
      }
      return null;
    }

    // What a query asks for: for each of its words the ways to it, each way a weight and expansions that must all be there.
    // `further` looks for words one letter further away.
    function read(query, further = 0) {
      const all = text.tokens(query);
      const words = all.slice(0, MOST_WORDS);
      const isTelling = words.some(({ word }) => !text.isCommon(word));
      const units = words.map((token, i) => {
        if (isTelling && text.isCommon(token.word)) return { token, isLight: true, ways: [{ weight: LIGHT, all: plainly([token]) }] };
        const known = expand(token, { isLast: i === words.length - 1, further, most: Math.max(4, MOST / words.length) });
        const halves = Math.max(0, ...known.values()) < DOUBTFUL && token.word.length > 4 && cut(token.word);
        return { token, isBegun: known.size > 0 && i === words.length - 1, ways: [{ weight: 1, all: [known] }, ...(halves ? [{ weight: CUT, all: plainly(halves) }] : [])] };
      });
      join(all, units);
      replace(units.filter(({ isLight }) => !isLight));
      return { units, stems: new Set(units.flatMap((unit) => unit.ways.flatMap((way) => way.all.flatMap((known) => [...known.keys()])))) };
    }

    // Words written apart that the texts write as one.
    function join(all, units) {
      for (let i = 0; i + 1 < all.length; i++) {
        const word = all[i].word + all[i + 1].word, token = { word, stem: text.stem(word) };
        if (!isKnown(token)) continue;
        const [whole] = plainly([token]);
        for (const unit of units) if (unit.token === all[i] || unit.token === all[i + 1]) unit.ways.push({ weight: JOINED, all: [whole] });
      }
    }

    // Other names of what the texts say.
    function replace(units) {
      for (let i = 0; i < units.length; i++) for (let n = Math.min(longest, units.length - i); n > 0; n--) {
        const part = units.slice(i, i + n);
        for (const said of synonyms.get(part.map(({ token }) => token.stem).join(" ")) ?? []) {
          const ways = plainly(said.map((stem) => ({ word: stem, stem })));
          for (const unit of part) unit.ways.push({ weight: SYNONYM, all: ways });
        }
      }
    }

    // The places of one expansion, Map(place -> from 0 to 1), and how rare that is.
    function score(known, postings) {
      const best = new Map();
      for (const [i, weight] of known) for (const [place, strength] of postings(i)) {
        best.set(place, Math.max(best.get(place) ?? 0, weight * strength));
      }
      return best;
    }

    function scoreWay({ weight, all }, postings) {
      const [first, ...others] = all.map((known) => score(known, postings));
      const found = new Map();
      for (const [place, value] of first) {
        if (others.every((other) => other.has(place))) found.set(place, weight * others.reduce((sum, other) => sum + other.get(place), value) / all.length);
      }
      return found;
    }

    function scoreUnit(unit, postings) {
      const best = new Map();
      for (const way of unit.ways) for (const [place, value] of scoreWay(way, postings)) best.set(place, Math.max(best.get(place) ?? 0, value));
      const rarity = Math.min(RAREST, Math.log(1 + (tops.length - best.size + 0.5) / (best.size + 0.5)));
      return { best, isLight: unit.isLight, rarity: isKnown(unit.token) ? rarity : rarity * GUESS };
    }

    // Places in order, the best first; a place counts by the words it has, and a little by those at the top of its page.
    function rank({ units }, postings) {
      const found = units.map((unit) => scoreUnit(unit, postings)).filter(({ best }) => best.size);
      const whole = found.reduce((sum, unit) => sum + (unit.isLight ? 0 : unit.rarity), 0) || 1;
      const ranked = [];
      const isLight = !found.some((unit) => !unit.isLight); // nothing but common words is left
      for (const place of new Set(found.flatMap(({ best }) => [...best.keys()]))) {
        let total = 0, covered = 0;
        for (const { best, rarity, isLight: isCommon } of found) {
          const own = best.get(place) ?? 0, around = tops[place] === place ? 0 : ON_PAGE * (best.get(tops[place]) ?? 0);
          total += rarity * Math.max(own, around);
          if (!isCommon || isLight) covered += rarity * (own ? 1 : around ? AROUND : 0);
        }
        ranked.push({ place, score: total * (covered / whole) ** COVERAGE });
      }
      return ranked.sort((a, b) => b.score - a.score || a.place - b.place);
    }

    // The words of a query side by side, in the title or in the text of a place, lift it.
    function lift(ranked, { units }, texts) {
      const wanted = units.filter(({ isLight }) => !isLight).map(({ token }) => token.stem).join(" "), within = (whole) => ` ${whole} `.includes(` ${wanted} `);
      const line = (words) => text.tokens(words).filter(({ word }) => !text.isCommon(word)).map(({ stem }) => stem).join(" ");
      for (const each of ranked) {
        const [, title, body] = texts(each.place), name = line(title);
        if (name === wanted) each.score *= 1.6;
        else if (within(name)) each.score *= 1.3;
        else if (units.length > 1 && within(line(body))) each.score *= 1.2;
      }
      return ranked.sort((a, b) => b.score - a.score || a.place - b.place);
    }

    return { text, stems, isKnown, learn, read, rank, lift, decode };
  };
})((self.sharikSearch ??= {}));
