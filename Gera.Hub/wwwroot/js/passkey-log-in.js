// Log-in by passkey: offered in the field for the address where the browser can, and by a button.
import { possible, question, send } from './passkey.js';

const form = document.getElementById('passkey'), renewal = 8 * 60 * 1000;
let waiting = null;

if (!possible && form) form.hidden = true;
if (possible && form) {
  form.querySelector('button').addEventListener('click', () => show());
  // A key that was just refused is not offered again.
  const refused = new URLSearchParams(location.search).has('fehler');
  if (!refused && await PublicKeyCredential.isConditionalMediationAvailable?.()) offer();
}

// The hub's question is good for ten minutes, so it is asked anew while the page stays open.
async function offer() {
  const mine = waiting = new AbortController();
  const timer = setTimeout(() => { if (mine === waiting) { mine.abort(); offer(); } }, renewal);
  await show('conditional', mine.signal);
  clearTimeout(timer);
}

async function show(mediation, signal) {
  if (!mediation) {
    waiting?.abort();
    waiting = null;
  }
  const asked = await question(form, '/anmelden/passkey/frage');
  if (!asked.options || signal?.aborted) return;
  try {
    send(form, await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(asked.options), mediation, signal }), asked.ticket);
  } catch {
    // Whoever closes the browser's window has the password still.
  }
}
