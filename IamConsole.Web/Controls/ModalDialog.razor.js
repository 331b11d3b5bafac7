/** Opens the dialog and puts the focus where the work begins: the marked element, the first field, or the first button of the footer. */
export function show(dialog) {
  if (dialog.open) return;
  dialog.showModal();
  // Esc only asks; the page decides, since it may be in the middle of something.
  dialog.oncancel = event => event.preventDefault();
  const start = dialog.querySelector("[autofocus]")
    ?? dialog.querySelector(".dialog-body :is(input, select, textarea):not(:disabled)")
    ?? dialog.querySelector(".dialog-footer :is(button, a)");
  start?.focus();
}

export function close(dialog) {
  if (dialog.open) dialog.close();
}
