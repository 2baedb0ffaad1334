// Our search: the worker, asked as the dialog asks it (overrides/search/box.js).
self.start = async (locale) => {
  const dialog = await (await fetch(self.dialogs[locale])).text();
  (0, eval)(dialog.slice(0, dialog.indexOf("\n"))); // its first line holds the settings
  const { engine, versions, fallback } = self.sharikSearch.settings;
  const worker = new Worker(`/${engine}`), waiting = new Map();
  worker.onmessage = ({ data }) => waiting.get(data.id)(data);
  worker.onerror = ({ message }) => { throw new Error(message); };
  self.ask = (query) => new Promise((done, fail) => {
    const id = waiting.size + 1;
    waiting.set(id, (answer) => (answer.error ? fail(new Error(answer.error)) : done(answer)));
    worker.postMessage({ id, query, locale, limit: 10, perPage: 3, isDone: true, base: `${location.origin}/search/`, versions, fallback });
  });
};
