// Every <time data-countdown> tells what is left by the hub's clock.
import { now } from './live.js';

function tick() {
  document.querySelectorAll('[data-countdown]').forEach(element => {
    const left = Math.max(0, Math.ceil((Date.parse(element.getAttribute('datetime')) - now()) / 1000));
    const text = Math.floor(left / 60) + ':' + String(left % 60).padStart(2, '0');
    if (element.textContent !== text) element.textContent = text;
    element.classList.toggle('soon', left <= 10);
  });
}

setInterval(tick, 250);
tick();
