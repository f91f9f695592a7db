// <topic-note topic="comments:id" one="1 neuer Kommentar" many="{0} neue Kommentare" href="…">: says that something came since the page was loaded, and leads there.
// Nothing that is being read or typed is moved; without script the page shows it when it is loaded again.
import { watch, listen } from './live.js';

const alive = new Set();
listen('changed', topic => alive.forEach(note => { if (note.getAttribute('topic') === topic) note.more(); }));

class TopicNote extends HTMLElement {
  connectedCallback() {
    this.count = 0;
    this.setAttribute('role', 'status');
    alive.add(this);
    watch(this.getAttribute('topic'));
  }

  disconnectedCallback() { alive.delete(this); }

  more() {
    this.count++;
    const link = this.querySelector('a') ?? this.appendChild(document.createElement('a'));
    const [path, anchor] = this.getAttribute('href').split('#');
    // Another address than this page's own, or the browser would only move to the anchor.
    link.href = path + (path.includes('?') ? '&' : '?') + 'neu=' + this.count + (anchor ? '#' + anchor : '');
    link.className = 'button gold';
    link.textContent = this.count === 1 ? this.getAttribute('one') : this.getAttribute('many').replace('{0}', this.count);
  }
}

customElements.define('topic-note', TopicNote);
