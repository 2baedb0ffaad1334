// What makes words of one text alike: the browser's half of data/search/rules.yml (src/sharik/search/analyzer.py is the
// other). Vectors in tests/search hold both halves to the same results.
((sharik) => {
  const ZWNJ = "\u200c";
  const WORD = /[0-9]+(?:\.[0-9]+)+|[\p{L}\p{N}\u200c]+/gu;
  const SEAM = /[\u0621-\u06ff](?=[0-9a-z])|[0-9a-z](?=[\u0621-\u06ff])/g;

  const isArabic = (word) => word[0] > "\u0600" && word[0] <= "\u06ff";
  const single = (rest) => (/([^lsz])\1$/.test(rest) && rest.length > 3 ? rest.slice(0, -1) : rest);

  // `groups` of affixes; of each the first that fits is cut. `atEnd` for suffixes.
  function cutGroups(word, groups, atEnd) {
    for (const { cut, leave, put = "", single: doubled } of groups) {
      const affix = cut.find((a) => word.length - a.length >= leave && (atEnd ? word.endsWith(a) : word.startsWith(a)));
      if (!affix) continue;
      const rest = atEnd ? word.slice(0, -affix.length) : word.slice(affix.length);
      word = (doubled ? single(rest) : rest) + put;
    }
    return word;
  }

  // `rules` of one language as Python writes them; `heads` leads irregular forms, as stems, to the stem they are filed under.
  sharik.makeAnalyzer = ({ remove, alike, weak, plural, verb, apart, prefixes, suffixes, doubt, ignored, latin }, heads) => {
    const removed = new RegExp(`[${remove}]`, "g"), weakLetters = new RegExp(`[${weak}]|ه$`, "g"), shape = new RegExp(plural);
    const one = new Map(Object.entries(alike).flatMap(([to, many]) => [...many].map((from) => [from, to])));
    const parts = new Set(apart), common = new Set(ignored), lead = new Map(Object.entries(heads)), kept = new Map();

    const fold = (text) => Array.from(text.normalize("NFKC").toLowerCase().replace(removed, ""), (c) => one.get(c) ?? c).join("");

    function verbStem(word) {
      const ending = verb.endings.find((e) => word.endsWith(e) && word.length > e.length + 1);
      return ending ? word.slice(0, -ending.length) : word;
    }

    function stem(word) {
      if (/^[a-z]/.test(word)) return cutGroups(word, latin, true);
      if (!isArabic(word)) return word; // numbers, other scripts
      for (const prefix of verb?.prefixes ?? []) {
        if (word.startsWith(prefix) && word.length > prefix.length + 2 && /[دم]$/.test(word)) return verbStem(word.slice(prefix.length));
      }
      return cutGroups(cutGroups(word, prefixes ? [prefixes] : [], false), suffixes, true);
    }

    // Words and texts come again with every query: what is read once is kept.
    function tokens(text) {
      if (!kept.has(text)) kept.set(text, split(text));
      return kept.get(text);
    }

    function split(text) {
      const found = [];
      let isVerb = false;
      for (const word of fold(text).replace(SEAM, "$& ").match(WORD) ?? []) {
        for (let [number, part] of word.split(ZWNJ).entries()) {
          if (number && part[0] === "و" && part.length > 2) part = part.slice(1); // کسب‌وکار is کسب و کار
          if (verb?.prefixes.includes(part)) isVerb = true;
          else if (part && (isVerb || !parts.has(part))) {
            const root = isVerb ? verbStem(part) : stem(part);
            found.push({ word: part, stem: lead.get(root) ?? root });
            isVerb = false;
          }
        }
      }
      return found;
    }

    // What a stem may be without a letter or two that need not belong to it.
    function doubtful(word) {
      if (!doubt || !isArabic(word)) return [];
      const starts = [word, ...doubt.prefixes.filter((p) => word.startsWith(p)).map((p) => word.slice(p.length))];
      const rests = starts.flatMap((rest) => ["", ...doubt.suffixes].filter((s) => rest.endsWith(s)).map((s) => rest.slice(0, rest.length - s.length)));
      const long = rests.filter((rest) => rest.length >= doubt.leave);
      return [...new Set([...long, ...long.map(stem)])].filter((rest) => rest !== word);
    }

    // The strong letters of a stem; empty when they are too few to tell words apart.
    function skeleton(word) {
      const strong = word.replace(weakLetters, "");
      return strong.length > 2 && isArabic(strong) ? strong : "";
    }

    // The start of a word that is still being typed, without an article.
    const bare = (word) => (prefixes ? cutGroups(word, [{ ...prefixes, leave: 2 }], false) : word);

    return { fold, tokens, stem, bare, doubtful, skeleton, isPlural: (word) => shape.test(word), isCommon: (word) => common.has(word) };
  };
})((self.sharikSearch ??= {}));
