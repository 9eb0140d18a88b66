// Something that works in a worker, asked as if it were here.
// In: the worker's address, and what to ask. Out: promises. Never: leaves a question without an answer: when the worker
// fails, every question does.

export class Remote {
  #worker;
  #waiting = new Map();
  #last = 0;
  #failed = false;

  constructor(place) {
    this.#worker = new Worker(place, { type: "module" });
    this.#worker.addEventListener("message", ({ data: { id, result, error } }) => {
      const { resolve, reject } = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (error === undefined) resolve(result);
      else reject(new Error(error));
    });
    this.#worker.addEventListener("error", () => {
      this.#failed = true;
      for (const { reject } of this.#waiting.values()) reject(this.#failure());
      this.#waiting.clear();
    });
  }

  ask(method, ...args) {
    return new Promise((resolve, reject) => {
      const id = ++this.#last;
      if (this.#failed) return reject(this.#failure());
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, method, args });
    });
  }

  #failure() {
    return new Error("the worker failed");
  }
}
