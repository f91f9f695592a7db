// <live-number poll="id" option="2">12</live-number>: a number of a poll that moves. Without script it stays as of page load.
// <live-number idea="id">12</live-number>: how many people support an idea.
// one/many = what is counted, behind the number: "1 Stimme", "2 Stimmen".
// show = votes (default) | share | entitled | average | firsts | voters | turnout | connected
import { follow, followIdea, listen, pollOf } from './live.js';
import { figure, share } from './figures.js';

const alive = new Set();
listen('count', id => alive.forEach(element => { if (element.getAttribute('poll') === id) element.look(); }));
listen('supports', count => alive.forEach(element => { if (element.getAttribute('idea') === count.idea) element.say(count.supports.toLocaleString(document.documentElement.lang)); }));

class LiveNumber extends HTMLElement {
  static get observedAttributes() { return ['poll', 'option', 'show']; }

  connectedCallback() {
    alive.add(this);
    // Whoever builds the page puts the number in after the element; two of them would stand side by side.
    queueMicrotask(() => { if (this.isConnected) this.look(); });
    if (this.hasAttribute('idea')) followIdea(this.getAttribute('idea'));
    else follow(this.getAttribute('poll'));
  }

  disconnectedCallback() { alive.delete(this); }

  attributeChangedCallback() { if (this.isConnected) this.look(); }

  look() {
    const poll = pollOf(this.getAttribute('poll'));
    if (!poll) return;
    const wanted = Number(this.getAttribute('option'));
    const option = wanted ? poll.options[wanted - 1] : null;
    if (wanted && !option) return;
    this.say(figure(poll, this.getAttribute('show') || 'votes', option));
    const bar = option ? this.closest('.bar') : null;
    if (bar) bar.style.setProperty('--share', 100 * share(poll, option) + '%');
  }

  say(bare) {
    const unit = this.getAttribute(bare === '1' ? 'one' : 'many');
    const text = unit ? bare + ' ' + unit : bare;
    if (this.textContent !== text) this.textContent = text;
  }
}

if (!customElements.get('live-number')) customElements.define('live-number', LiveNumber);
