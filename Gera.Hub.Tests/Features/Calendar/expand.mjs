// Reads a calendar with a parser that is not the hub's and prints what a program would show: one line a date.
import { readFileSync } from 'node:fs';
import ical from 'node-ical';

const [file, from, to] = process.argv.slice(2);
const entries = Object.values(ical.sync.parseICS(readFileSync(file, 'utf8'))).filter(entry => entry.type === 'VEVENT');
const dates = entries.flatMap(entry => ical.expandRecurringEvent(entry, { from: new Date(from), to: new Date(to) }).map(date => ({ start: date.start, event: date.event || entry })));
dates.sort((a, b) => a.start - b.start);
for (const date of dates) console.log([new Date(date.start).toISOString(), date.event.status, date.event.sequence ?? 0, date.event.uid, typeof date.event.summary === 'string' ? date.event.summary : date.event.summary.val].join('|'));
