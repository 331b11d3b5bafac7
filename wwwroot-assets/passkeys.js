// The browser's half of a WebAuthn ceremony. Options and answers are JSON as WebAuthn Level 3 defines it (5.1.8 to 5.1.10);
// every way a browser dialog can end becomes one of a few plain outcomes, nothing is thrown.
//
//   create(optionsJson), get(optionsJson) -> { outcome: "ok", credential: "..." } or { outcome: one of
//   "cancelled" | "timeout" | "already-registered" | "security" | "insecure" | "unsupported" | "unsuitable" | "busy"
//   | "authenticator" | "too-large" | "failed" }
//   signalAccepted(json): tells the browser which passkeys of the user are still good (5.1.10), if canSignal().

let running = null;

// A message of the open page may have 32 KB; a longer one would end the page without a word.
const longest = 30000;

export function create(optionsJson) {
  return run(async (signal) => {
    const publicKey = parse(optionsJson, "parseCreationOptionsFromJSON", decodeCreation);
    return navigator.credentials.create({ publicKey, signal });
  });
}

export function get(optionsJson) {
  return run(async (signal) => {
    const publicKey = parse(optionsJson, "parseRequestOptionsFromJSON", decodeRequest);
    return navigator.credentials.get({ publicKey, signal });
  });
}

export function cancel() {
  running?.abort();
  running = null;
}

async function run(ceremony) {
  if (!window.isSecureContext) return { outcome: "insecure" };
  if (!window.PublicKeyCredential || !navigator.credentials) return { outcome: "unsupported" };
  cancel(); // One ceremony at a time: browsers refuse a second dialog.
  const mine = (running = new AbortController());
  const begun = performance.now();
  try {
    const credential = await ceremony(mine.signal);
    if (!credential) return { outcome: "cancelled" };
    const answer = JSON.stringify(toJson(credential));
    return answer.length <= longest ? { outcome: "ok", credential: answer } : { outcome: "too-large" };
  } catch (error) {
    return { outcome: outcomeOf(error, performance.now() - begun) };
  } finally {
    if (running === mine) running = null;
  }
}

// The names of 5.1.3 and 5.1.4, and those that browsers add.
function outcomeOf(error, elapsed) {
  switch (error?.name) {
    case "AbortError": return "cancelled";
    // The specification hides whether the person refused or the time ran out.
    case "NotAllowedError": return elapsed > 60000 ? "timeout" : "cancelled";
    case "TimeoutError": return "timeout";
    case "InvalidStateError": return "already-registered";
    case "SecurityError": return "security";
    // No algorithm in common; user verification that the authenticator cannot do.
    case "NotSupportedError": return "unsuitable";
    case "ConstraintError": return "unsuitable";
    // Another ceremony of this window is still open.
    case "OperationError": return "busy";
    // The authenticator answered with a fault: full, broken, taken out too early.
    case "UnknownError": return "authenticator";
    case "NotReadableError": return "authenticator";
    case "QuotaExceededError": return "authenticator";
    default: return "failed";
  }
}

export function canSignal() {
  return typeof window.PublicKeyCredential?.signalAllAcceptedCredentials === "function";
}

export async function signalAccepted(json) {
  try {
    await window.PublicKeyCredential.signalAllAcceptedCredentials(JSON.parse(json));
  } catch { /* A courtesy: a browser that cannot be told keeps a passkey that opens nothing. */ }
}

function parse(optionsJson, builtIn, byHand) {
  const options = JSON.parse(optionsJson);
  return PublicKeyCredential[builtIn] ? PublicKeyCredential[builtIn](options) : byHand(options);
}

function decodeCreation(options) {
  return {
    ...options,
    challenge: decode(options.challenge),
    user: { ...options.user, id: decode(options.user.id) },
    excludeCredentials: (options.excludeCredentials ?? []).map(decodeDescriptor),
  };
}

function decodeRequest(options) {
  return {
    ...options,
    challenge: decode(options.challenge),
    allowCredentials: (options.allowCredentials ?? []).map(decodeDescriptor),
  };
}

function decodeDescriptor(descriptor) {
  return { ...descriptor, id: decode(descriptor.id) };
}

function toJson(credential) {
  // Some password managers replace the credential by an object whose toJSON throws.
  try {
    if (typeof credential.toJSON === "function") return credential.toJSON();
  } catch { /* by hand below */ }
  const response = credential.response;
  const json = {
    id: credential.id,
    rawId: encode(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: { clientDataJSON: encode(response.clientDataJSON) },
  };
  for (const name of ["attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (response[name]) json.response[name] = encode(response[name]);
  }
  if (typeof response.getTransports === "function") json.response.transports = response.getTransports();
  return json;
}

function decode(text) {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0)).buffer;
}

function encode(buffer) {
  let binary = "";
  for (const byte of new Uint8Array(buffer)) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
