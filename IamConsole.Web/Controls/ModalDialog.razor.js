/** Opens the dialog and puts the focus where the work begins: the marked element, the first field, or the first button of the footer. */
export function show(dialog) {
  if (!dialog.open) dialog.showModal();
  const start = dialog.querySelector("[autofocus]")
    ?? dialog.querySelector(".dialog-body :is(input, select, textarea):not(:disabled)")
    ?? dialog.querySelector(".dialog-footer :is(button, a)");
  start?.focus();
}

export function close(dialog) {
  if (dialog.open) dialog.close();
}
