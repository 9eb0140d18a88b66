// The draft of a form, kept in this browser only, until it is erased or proposed.
// In: the kind and id of a record, and its text. Out: what was kept. Never: fails where storage is forbidden, or sends anything.

const PREFIX = "acervo-ficha:";

export function drafts(kind, id) {
  const key = `${PREFIX}${kind}:${id}`;
  const guarded = (act) => {
    try {
      return act(window.localStorage);
    } catch {
      return null;
    }
  };
  return {
    // Return {id, text, at} or null.
    kept: () => guarded((storage) => JSON.parse(storage.getItem(key) ?? "null")),
    // Return whether the browser took it.
    keep: (draft) => guarded((storage) => storage.setItem(key, JSON.stringify({ ...draft, at: Date.now() })) ?? true) === true,
    erase: () => guarded((storage) => storage.removeItem(key)),
  };
}
