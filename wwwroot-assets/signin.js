// What sign-in pages gain with scripts; without them they work all the same (a security key apart).

for (const box of document.querySelectorAll("[data-shows]")) {
  const field = document.getElementById(box.dataset.shows);
  box.closest("[hidden]").hidden = false;
  box.addEventListener("change", () => { field.type = box.checked ? "text" : "password"; });
}

for (const field of document.querySelectorAll("input[data-digits]")) {
  field.addEventListener("paste", (event) => {
    const pasted = event.clipboardData?.getData("text") ?? "";
    event.preventDefault();
    field.value = pasted.replace(/\D/g, "").slice(0, field.maxLength);
  });
}

// A form is sent once: the button rests while the answer is on its way. Back brings the page as it was: then it works again.
for (const form of document.querySelectorAll("form[method=post]")) {
  form.addEventListener("submit", event => {
    if (form.dataset.sent !== undefined) event.preventDefault();
    form.dataset.sent = "";
    form.setAttribute("aria-busy", "true");
  });
}
addEventListener("pageshow", event => {
  if (!event.persisted) return;
  for (const form of document.querySelectorAll("form[data-sent]")) {
    delete form.dataset.sent;
    form.removeAttribute("aria-busy");
  }
});

const key = document.querySelector("form[data-key-options]");
if (key) {
  const { askKey } = await import("./signin-key.js");
  await askKey(key);
}
