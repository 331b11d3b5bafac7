// The browser's half of a WebAuthn ceremony. Options and answers are JSON as WebAuthn Level 3 defines it (5.1.8 to 5.1.10);
// every way a browser dialog can end becomes one of a few plain outcomes, nothing is thrown.
//
//   create(optionsJson), get(optionsJson) -> { outcome: "ok", credential: "..." } or { outcome: one of
//   "cancelled" | "timeout" | "already-registered" | "security" | "unsupported" | "failed" }

let running = null;

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
  if (!window.PublicKeyCredential || !navigator.credentials) return { outcome: "unsupported" };
  cancel(); // One ceremony at a time: browsers refuse a second dialog.
  const mine = (running = new AbortController());
  const begun = performance.now();
  try {
    const credential = await ceremony(mine.signal);
    return credential ? { outcome: "ok", credential: JSON.stringify(toJson(credential)) } : { outcome: "cancelled" };
  } catch (error) {
    return { outcome: outcomeOf(error, performance.now() - begun) };
  } finally {
    if (running === mine) running = null;
  }
}

function outcomeOf(error, elapsed) {
  switch (error?.name) {
    case "AbortError": return "cancelled";
    // The specification hides whether the person refused or the time ran out.
    case "NotAllowedError": return elapsed > 60000 ? "timeout" : "cancelled";
    case "TimeoutError": return "timeout";
    case "InvalidStateError": return "already-registered";
    case "SecurityError": return "security";
    case "NotSupportedError": return "unsupported";
    case "ConstraintError": return "unsupported";
    default: return "failed";
  }
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
