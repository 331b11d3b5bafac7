// Asks the security key as soon as the page is there, and sends its answer with an ordinary form.
import { cancel, get } from "./passkeys.js";

const ended = 409;
const signedOut = 401;

export async function askKey(form) {
  const token = form.querySelector("input[name=__RequestVerificationToken]").value;
  const again = document.getElementById("key-again");
  again.addEventListener("click", () => ask());
  document.getElementById("key-cancel").addEventListener("click", () => cancel());

  // After a refusal by the server the person decides when to try again.
  if (form.dataset.keyFailed === undefined) await ask();
  else again.focus();

  async function ask() {
    show("waiting");
    const answer = await ceremony();
    if (answer.outcome === "ended") {
      // Asks for the page once more with GET, never for the form: the page itself says what happened.
      location.replace(location.href);
      return;
    }
    if (answer.outcome === "ok") {
      form.querySelector("input[name='Input.Credential']").value = answer.credential;
      form.submit();
      return;
    }
    show("failed");
    document.getElementById("key-reason").textContent = `${reason(answer.outcome)} No attempt was counted.`;
    again.focus();
  }

  async function ceremony() {
    try {
      const response = await fetch(form.dataset.keyOptions, { method: "POST", headers: { RequestVerificationToken: token } });
      if (response.status === ended || response.status === signedOut) return { outcome: "ended" };
      return response.ok ? await get(await response.text()) : { outcome: "failed" };
    } catch {
      return { outcome: "failed" };
    }
  }
}

function show(name) {
  for (const part of document.querySelectorAll("[data-key-state]")) part.hidden = part.dataset.keyState !== name;
}

function reason(outcome) {
  switch (outcome) {
    case "timeout": return "No key answered in time.";
    case "unsupported": return "This browser cannot use passkeys or security keys.";
    case "insecure": return "Browsers use keys only over HTTPS. Open the console at the address your administrator gave you.";
    case "unsuitable": return "This key cannot do what is needed, such as asking for a PIN. Use another one.";
    case "security": return "The browser refuses keys at this address. Open the console at the address your administrator gave you.";
    case "busy": return "Another request for a key is still open in this browser. Close it and try again.";
    case "authenticator": return "The key reported a fault. Take it out, insert it again and try again.";
    case "too-large": return "The key's answer is too large for this console. Use another key.";
    case "cancelled": return "The request was cancelled or ran out of time.";
    default: return "The key could not be asked.";
  }
}
