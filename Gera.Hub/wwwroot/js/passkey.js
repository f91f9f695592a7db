// What both pages with passkeys need: whether this browser has them here, and the hub's question to it.
// A browser has no keys for a bare number such as 127.0.0.1: they belong to a name.
export const possible = 'PublicKeyCredential' in window && 'parseRequestOptionsFromJSON' in PublicKeyCredential && !/^[\d.]+$|:/.test(location.hostname);

/** Asks the hub, as the page's own form; null when it says no, with the sentence in `refused`. */
export async function question(form, address) {
  const answer = await fetch(address, { method: 'POST', body: new URLSearchParams({ __RequestVerificationToken: form.elements.__RequestVerificationToken.value }) });
  if (answer.redirected || !answer.ok) return { refused: (await answer.json().catch(() => ({}))).title };
  const { options, ticket } = await answer.json();
  return { options: JSON.parse(options), ticket };
}

/** Sends the browser's answer as a form, so that the hub leads on. */
export function send(form, credential, ticket) {
  form.elements.credential.value = JSON.stringify(credential.toJSON());
  form.elements.ticket.value = ticket;
  form.submit();
}
