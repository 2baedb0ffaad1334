// MiniSearch over our places; `rules` makes it read texts as we do. Both are set before this script.
self.start = async (locale) => {
  const fetchJson = async (name) => (await fetch(`/${locale}.${name}.json`)).json();
  const run = async (name) => (0, eval)(await (await fetch(`/${name}.js`)).text());
  const [places] = await Promise.all([fetchJson("places"), run("minisearch"), self.withRules && run("text")]);
  const options = { fields: ["title", "text"], searchOptions: { prefix: true, fuzzy: 0.2 } };
  if (self.withRules) {
    const { rules, heads } = await fetchJson("rules");
    const { tokens, isCommon } = self.sharikSearch.makeAnalyzer(rules, heads);
    options.tokenize = (text) => tokens(text).filter(({ word }) => !isCommon(word)).map(({ stem }) => stem);
    options.processTerm = (stem) => stem;
  }
  const index = new MiniSearch(options);
  index.addAll(places);
  self.ask = async (query, count) => index.search(query).slice(0, count).map(({ id }) => id);
};
