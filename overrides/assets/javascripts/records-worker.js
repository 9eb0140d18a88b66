// The search of records in a worker: thousands of answers stay here, and the page is sent the few that it shows.
// In: messages {id, method, args}. Out: {id, result} or {id, error}. Never: knows what is asked.

import { Records } from "./records.js";

const records = new Records();

addEventListener("message", async ({ data: { id, method, args } }) => {
  try {
    postMessage({ id, result: await records[method](...args) });
  } catch (error) {
    postMessage({ id, error: String(error) });
  }
});
