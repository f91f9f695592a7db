// Shows the dialog while the line to the hub is down, and tries again as soon as the page is looked at: a leader's phone sleeps in the pocket.
const dialog = document.getElementById('components-reconnect-modal');

async function retry() {
  document.removeEventListener('visibilitychange', retryWhenSeen);
  try {
    // False: the hub answered, but the circuit and what it held are gone.
    if (!await Blazor.reconnect() && !await Blazor.resumeCircuit?.()) location.reload();
  } catch {
    document.addEventListener('visibilitychange', retryWhenSeen);
  }
}

function retryWhenSeen() {
  if (document.visibilityState === 'visible') retry();
}

dialog.addEventListener('components-reconnect-state-changed', event => {
  switch (event.detail.state) {
    case 'show':
      if (!dialog.open) dialog.showModal();
      break;
    case 'hide':
      dialog.close();
      break;
    case 'failed':
      document.addEventListener('visibilitychange', retryWhenSeen);
      break;
    case 'rejected':
      location.reload();
      break;
  }
});
// Escape would leave a page behind that looks alive and is not.
dialog.addEventListener('cancel', event => event.preventDefault());
dialog.querySelector('[data-reconnect]').addEventListener('click', retry);
