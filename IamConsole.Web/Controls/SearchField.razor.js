// A pause in typing counts as "finished": the page hears of the value, not of each key.
const pause = 300;

export function listen(id) {
  const input = document.getElementById(id);
  if (!input) return;
  let timer = 0;
  input.addEventListener("input", wait);
  input.addEventListener("change", () => clearTimeout(timer));

  // Who was quicker than this module has typed already. The same text is told once.
  if (input.value) wait();

  function wait() {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (input.isConnected) input.dispatchEvent(new Event("change", { bubbles: true }));
    }, pause);
  }
}
