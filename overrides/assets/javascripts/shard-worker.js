// A shard of the search of records in a worker: thousands of answers stay here, and the page is sent what it shows.
// In: messages {id, method, args}. Out: {id, result} or {id, error}. Never: brings a program that another shard brought.

import { Shard } from "./shard.js";

const shard = new Shard();

// Pagefind looks for its compiled part beside each index, once it has read what the index is: they are all the same, so
// one is enough, and it is on its way before.
function bring(place) {
  const own = fetch.bind(globalThis);
  const compiled = own(place);
  compiled.catch(() => {}); // Pagefind tells of it
  globalThis.fetch = (address, options) =>
    /\/wasm\.[^/]+$/.test(address) ? compiled.then((response) => response.clone()) : own(address, options);
}

addEventListener("message", async ({ data: { id, method, args } }) => {
  try {
    if (method === "open") bring(new URL("wasm.es.pagefind", args[1]));
    postMessage({ id, result: await shard[method](...args) });
  } catch (error) {
    postMessage({ id, error: String(error) });
  }
});
