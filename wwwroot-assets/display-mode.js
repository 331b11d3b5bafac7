// The choice of light or dark. The server reads the cookie and writes data-theme into the first byte of the page;
// this only applies a new choice to the page that is open.
const cookie = "iam-display-mode";
const oneYear = 31536000;

/** @returns {"light"|"dark"|"system"} */
export function current() {
  return document.documentElement.dataset.theme ?? "system";
}

/** @param {"light"|"dark"|"system"} mode */
export function choose(mode) {
  const secure = location.protocol === "https:" ? "; Secure" : "";
  if (mode === "light" || mode === "dark") {
    document.documentElement.dataset.theme = mode;
    document.cookie = `${cookie}=${mode}; Path=/; Max-Age=${oneYear}; SameSite=Lax${secure}`;
    return;
  }
  delete document.documentElement.dataset.theme;
  document.cookie = `${cookie}=; Path=/; Max-Age=0; SameSite=Lax${secure}`;
}
