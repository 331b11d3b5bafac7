import { giveBack, hold, kept, lost, tellAgain } from "../kept.js";

const dialog = document.getElementById("components-reconnect-modal");
const progress = dialog.querySelector("progress");
const attempt = document.getElementById("components-reconnect-current-attempt");
const attempts = document.getElementById("components-reconnect-max-retries");

// At once, then ever more rarely: about half a minute in all.
const pauses = [0, 1000, 2000, 3000, 5000, 5000, 8000, 8000];

// The framework has given up trying by itself.
let exhausted = false;

function setState(state) {
  dialog.dataset.state = state;
  if (!dialog.open) dialog.showModal();
}

// The server has let this page go. What that costs is said before it is loaded anew; where it costs nothing, it is simply loaded.
function begone() {
  const losses = [...document.querySelectorAll("[data-lost]")].map(part => part.dataset.lost);
  if (lost()) losses.push("Passwords, codes, addresses and files that you entered on this page are lost.");
  if (losses.length === 0 && !kept()) {
    location.reload();
    return;
  }
  document.getElementById("connection-losses").replaceChildren(...losses.map(text => {
    const item = document.createElement("li");
    item.textContent = text;
    return item;
  }));
  document.getElementById("connection-kept").hidden = !kept();
  setState("lost");
}

async function retry() {
  setState("trying");
  try {
    // False: the server answers but has forgotten this page. Thrown: the server does not answer.
    if (await Blazor.reconnect()) return;
    begone();
  } catch {
    if (exhausted) setState("failed");
  }
}

function changed(event) {
  switch (event.detail.state) {
    case "show":
      exhausted = false;
      hold();
      setState("trying");
      break;
    case "retrying":
      setState("trying");
      break;
    case "hide":
      dialog.close();
      tellAgain();
      break;
    case "failed":
      exhausted = true;
      if (dialog.dataset.state !== "lost") setState("failed");
      break;
    case "rejected":
      begone();
      break;
  }
}

function retryWhenSeen() {
  if (document.visibilityState === "visible" && dialog.open && dialog.dataset.state === "failed") retry();
}

// The framework writes the numbers; the bar follows them.
new MutationObserver(() => {
  progress.max = Number(attempts.textContent) || 8;
  progress.value = Number(attempt.textContent) || 1;
}).observe(dialog, { childList: true, characterData: true, subtree: true });

dialog.addEventListener("components-reconnect-state-changed", changed);
dialog.addEventListener("cancel", event => event.preventDefault());
dialog.addEventListener("click", event => {
  const action = event.target.closest("[data-connection]")?.dataset.connection;
  if (action === "retry") retry();
  if (action === "reload") location.reload();
});
document.addEventListener("visibilitychange", retryWhenSeen);

giveBack();

Blazor.start({
  circuit: {
    reconnectionOptions: {
      maxRetries: pauses.length,
      retryIntervalMilliseconds: (tried, most) => tried >= most ? null : pauses[tried],
    },
  },
});
