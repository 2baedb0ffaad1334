// Material's search: its worker, asked as its bundle asks it. The messages are SETUP 0, READY 1, QUERY 2, RESULT 3.
self.start = async () => {
  const { config, docs } = await (await fetch("/search/search_index.json")).json();
  const worker = new Worker("/assets/javascripts/workers/search.js");
  let take;
  worker.onmessage = ({ data }) => take(data.data);
  const send = (message) => new Promise((done) => { take = done; worker.postMessage(message); });
  await send({ type: 0, data: { config, docs, options: { suggest: false } } });
  self.ask = async (query, count) => {
    const { items } = await send({ type: 2, data: query });
    return items.slice(0, count).map(([{ location }]) => location);
  };
};
