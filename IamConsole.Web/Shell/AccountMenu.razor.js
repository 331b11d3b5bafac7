export { choose, current } from "../display-mode.js";

export function close(menu) {
  menu.hidePopover();
}
