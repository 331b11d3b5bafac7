// One listener for every copy button of the page. Nothing travels to the server, and the browser sees a real click.
const shownFor = 2000;

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return "Copied";
  } catch {
    return "Not copied: the browser refused";
  }
}

document.addEventListener("click", async event => {
  const button = event.target instanceof Element ? event.target.closest("[data-copy]") : null;
  if (!button) return;
  const said = button.parentElement.querySelector(".copy-said");
  said.textContent = await copy(button.dataset.copy);
  setTimeout(() => { said.textContent = ""; }, shownFor);
});
