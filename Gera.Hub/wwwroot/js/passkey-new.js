// A new passkey for the own account.
import { possible, question, send } from './passkey.js';

const form = document.getElementById('passkey-new');
if (possible && form) {
  form.hidden = false;
  document.getElementById('no-passkey').hidden = true;
  const [button, told] = [form.querySelector('button'), form.querySelector('[role=alert]')];
  button.addEventListener('click', async () => {
    told.hidden = button.disabled = true;
    const asked = await question(form, '/konto/passkey/frage');
    try {
      if (asked.refused) throw new Error(asked.refused);
      send(form, await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(asked.options) }), asked.ticket);
    } catch {
      told.textContent = asked.refused ?? form.dataset.failed;
      told.hidden = button.disabled = false;
    }
  });
}
