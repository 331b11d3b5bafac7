// What was typed survives a page that is loaded anew: in this tab, until it is read again, for the same person and page.
// Only fields that say so (data-kept) and choices: never passwords, codes, keys or addresses.

const place = "iam-kept";
const patience = 10_000;
const typed = new Set();

addEventListener("input", note, true);
addEventListener("change", note, true);

// Also when the person loads the page anew.
addEventListener("pagehide", keep);

function note(event) {
  const field = event.target;
  if (event.isTrusted && field.matches?.("input, textarea, select")) typed.add(field);
}

function isKept(field) {
  return field.matches("[data-kept], main select, main input[type=radio], main input[type=checkbox]");
}

function isChoice(field) {
  return field.type === "radio" || field.type === "checkbox";
}

function nameOf(field) {
  return field.labels?.[0]?.textContent.trim().replace(/\s+/g, " ") || field.ariaLabel || "";
}

function person() {
  return document.querySelector(".account-name")?.textContent ?? "";
}

// What the person has changed on this page and would miss.
function present() {
  return [...typed].filter(field => field.isConnected && (isChoice(field) || field.value !== ""));
}

export const kept = () => present().some(isKept);

export const lost = () => present().some(field => !isKept(field) && field.type !== "search");

function keep() {
  const fields = present().filter(isKept).filter(field => field.type !== "radio" || field.checked)
    .map(field => ({ name: nameOf(field), value: field.value, checked: isChoice(field) ? field.checked : null }));
  if (fields.length > 0) sessionStorage.setItem(place, JSON.stringify({ person: person(), path: location.pathname + location.search, fields }));
}

export function giveBack() {
  const stored = sessionStorage.getItem(place);
  sessionStorage.removeItem(place);
  if (stored === null) return;
  const { person: whose, path, fields } = JSON.parse(stored);
  if (path !== location.pathname + location.search) return;
  const observer = new MutationObserver(fill);
  observer.observe(document.body, { childList: true, subtree: true, attributes: true });
  setTimeout(() => observer.disconnect(), patience);

  // Fields come when the window answers to clicks, one after the other.
  function fill() {
    if (!document.querySelector("[data-interactive=true]") || person() !== whose) return;
    for (const field of document.querySelectorAll("input, textarea, select")) {
      const at = fields.findIndex(f => f.name !== "" && f.name === nameOf(field) && (f.checked === null || f.value === field.value));
      if (at < 0 || !isKept(field)) continue;
      const { value, checked } = fields.splice(at, 1)[0];
      if (checked === null && field.value === value) continue;
      typed.add(field);
      if (checked === null) field.value = value;
      else if (field.checked === checked) continue;
      else field.checked = checked;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
    if (fields.length === 0) observer.disconnect();
  }
}
