// Pagefind takes its language from <html lang>; an answer names pages, and what is shown of each is fetched apart.
self.start = async () => {
  const pagefind = await import("/pagefind/pagefind.js");
  await pagefind.init();
  self.ask = async (query, count) => {
    const { results } = await pagefind.search(query);
    const shown = await Promise.all(results.slice(0, count).map((result) => result.data()));
    return shown.map(({ url }) => url.slice(1));
  };
};
