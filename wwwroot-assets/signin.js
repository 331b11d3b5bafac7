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

const key = document.querySelector("form[data-key-options]");
if (key) {
  const { askKey } = await import("./signin-key.js");
  await askKey(key);
}
