// What was typed survives a page that is loaded anew: in this tab, until it is read again, for the same person and page.
// Only fields that say so (data-kept) and choices: never passwords, codes, keys or postal addresses.

const place = "iam-kept";
const patience = 10_000;
const longest = 30 * 60_000;
const keepable = "[data-kept], main select, main input[type=radio], main input[type=checkbox]";

// By the element; what a wizard asked in an earlier step is still wanted when its fields are gone.
const typed = new Map();

// What stood in the fields when the connection went.
let seen = [];

addEventListener("input", note, true);
addEventListener("change", note, true);

// Also when the person loads the page anew.
addEventListener("pagehide", keep);

// A form that was left is done with: its words do not belong into the next one at the same address.
window.navigation?.addEventListener("currententrychange", () => {
  for (const [field, entry] of typed) if (entry.path !== path()) typed.delete(field);
});

function note(event) {
  const field = event.target;
  if (!field.matches?.("input, textarea, select")) return;

  // Of several choices the last one counts, and of a field that was drawn anew what was typed last.
  const name = nameOf(field);
  for (const [other, entry] of typed) {
    if (field.type === "radio" && other.type === "radio" && other.name === field.name) typed.delete(other);
    if (other !== field && !other.isConnected && !isChoice(field) && entry.name === name && entry.path === path()) typed.delete(other);
  }
  typed.set(field, {
    name,
    value: field.value,
    checked: isChoice(field) ? field.checked : null,
    kept: field.matches(keepable),
    search: field.type === "search",
    wizard: field.closest(".wizard") !== null,
    path: path(),
  });
}

function isChoice(field) {
  return field.type === "radio" || field.type === "checkbox";
}

function nameOf(field) {
  return field.labels?.[0]?.textContent.trim().replace(/\s+/g, " ") || field.ariaLabel || "";
}

function path() {
  return location.pathname + location.search;
}

function person() {
  return document.querySelector(".account-name")?.textContent ?? "";
}

// What the person has changed on this page and would miss.
function present() {
  return [...typed].filter(([field, entry]) => entry.path === path() && (field.isConnected || entry.wizard && entry.kept))
    .map(([, entry]) => entry).filter(entry => entry.checked !== null || entry.value !== "");
}

export const kept = () => present().some(entry => entry.kept);

export const lost = () => present().some(entry => !entry.kept && !entry.search);

// The connection is gone, and perhaps with it what was typed last: this is what the person sees. Text and single choices
// alone: a tick that is told twice may be taken back, and what is not kept is not told again either.
export function hold() {
  seen = [...typed].filter(([field, entry]) => field.isConnected && entry.kept && field.type !== "checkbox" && !field.multiple)
    .map(([field]) => [field, isChoice(field) ? field.checked : field.value]);
}

// It is back: the server is told again what stands in the fields.
export function tellAgain() {
  for (const [field, value] of seen) if (field.isConnected) put(field, value);
  seen = [];
}

function put(field, value) {
  if (isChoice(field)) field.checked = value;
  else field.value = value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

function keep() {
  const fields = present().filter(entry => entry.kept && entry.name !== "")
    .map(({ name, value, checked }) => ({ name, value, checked }));
  if (fields.length > 0) sessionStorage.setItem(place, JSON.stringify({ person: person(), path: path(), at: Date.now(), fields }));
}

export function giveBack() {
  const stored = sessionStorage.getItem(place);
  sessionStorage.removeItem(place);
  if (stored === null) return;
  const { person: whose, path: where, at, fields } = JSON.parse(stored);
  if (where !== path() || Date.now() - at > longest) return;
  const observer = new MutationObserver(fill);
  observer.observe(document.body, { childList: true, subtree: true, attributes: true });
  setTimeout(() => observer.disconnect(), patience);

  // Fields come when the window answers to clicks, one after the other.
  function fill() {
    if (!document.querySelector("[data-interactive=true]") || person() !== whose) return;
    for (const field of document.querySelectorAll(keepable)) {
      if (typed.has(field)) continue;
      const at = fields.findIndex(f => f.name === nameOf(field) && (f.checked === null) !== isChoice(field) && (f.checked === null || f.value === field.value));
      if (at < 0) continue;
      const entry = fields.splice(at, 1)[0];
      typed.set(field, { ...entry, kept: true, search: false, wizard: field.closest(".wizard") !== null, path: path() });
      if (entry.checked === null ? field.value === entry.value : field.checked === entry.checked) continue;
      put(field, entry.checked ?? entry.value);
    }
    if (fields.length === 0) observer.disconnect();
  }
}
