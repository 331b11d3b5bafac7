// A pause in typing counts as "finished": the page checks the text then, not at each key.
const pause = 400;
const typing = new WeakMap();
const told = new WeakMap();

export function listen(text, numbers, longest) {
  if (!text) return;
  told.set(text, text.value);
  text.addEventListener("input", () => {
    shorten(text, longest);
    number(text, numbers);
    clearTimeout(typing.get(text));
    typing.set(text, setTimeout(() => {
      typing.delete(text);
      if (text.isConnected && text.value !== told.get(text)) text.dispatchEvent(new Event("change", { bubbles: true }));
    }, pause));
  });
  text.addEventListener("change", () => {
    clearTimeout(typing.get(text));
    typing.delete(text);
    told.set(text, text.value);
  });
  text.addEventListener("scroll", () => { numbers.scrollTop = text.scrollTop; });
  number(text, numbers);
}

/**
 * The page holds what it was told last. A template that was chosen before may have been written over it meanwhile: what
 * stands here must be what is saved.
 */
export function show(text, numbers, value) {
  if (value === told.get(text) && text.value !== value && !typing.has(text)) text.value = value;
  number(text, numbers);
}

/** White space does not count in a policy's size, yet it must fit one message: indentation goes, what is left too much is cut. */
function shorten(text, longest) {
  if (text.value.length <= longest) return;
  const value = text.value.replace(/^[ \t]+|[ \t]+$/gm, "").replace(/\n{2,}/g, "\n");
  text.value = value.slice(0, longest);
}

/** Line numbers beside the text. */
function number(text, numbers) {
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
