const key = "iam-console-user-columns";

// Storage may be switched off, and anything may stand in it: then the usual columns are shown.
export function read() {
  try {
    const keys = JSON.parse(localStorage.getItem(key));
    return Array.isArray(keys) && keys.every(k => typeof k === "string" && k.length < 32) ? keys.slice(0, 32) : null;
  } catch {
    return null;
  }
}

export function write(keys) {
  try {
    localStorage.setItem(key, JSON.stringify(keys));
  } catch {
    // Not remembered, then.
  }
}
