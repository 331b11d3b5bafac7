// A pause in typing counts as "finished": the page checks the text then, not at each key.
const pause = 400;

export function listen(text, numbers) {
  if (!text) return;
  let timer = 0;
  let told = text.value;
  text.addEventListener("input", () => {
    number(text, numbers);
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (text.isConnected && text.value !== told) text.dispatchEvent(new Event("change", { bubbles: true }));
    }, pause);
  });
  text.addEventListener("change", () => {
    clearTimeout(timer);
    told = text.value;
  });
  text.addEventListener("scroll", () => { numbers.scrollTop = text.scrollTop; });
  number(text, numbers);
}

/** Line numbers beside the text. */
export function number(text, numbers) {
  const lines = text.value.split("\n").length;
  if (numbers.childElementCount === lines) return;
  numbers.replaceChildren(...Array.from({ length: lines }, (_, index) => {
    const line = document.createElement("div");
    line.textContent = String(index + 1);
    return line;
  }));
  numbers.scrollTop = text.scrollTop;
}

/** Puts the caret to a place and shows what is meant. */
export function select(text, start, length) {
  text.focus();
  text.setSelectionRange(start, start + length);
  const line = text.value.slice(0, start).split("\n").length - 1;
  const height = parseFloat(getComputedStyle(text).lineHeight);
  text.scrollTop = Math.max(0, line * height - text.clientHeight / 2);
  text.scrollLeft = 0;
}
