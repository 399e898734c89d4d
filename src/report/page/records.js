// The records of the page, read once, with what filters and plots ask of each.
"use strict";

const distinct = (list) => [...new Set(list)];

function sideOf(record, role) {
  return distinct(record.parties.filter((party) => !role || party.role === role).map((party) => party.actor));
}

// An actor is shown by its name; what stands for it in the address of the page is its code, or else its name.
function readRecords() {
  const data = readData();
  const actors = data.actors.map((actor) => ({ ...actor, key: actor.id || actor.name, count: 0 }));
  for (const record of data.records) {
    for (const list of ["parties", "sectors", "amounts", "dates", "measures", "rules", "codes"]) record[list] ||= [];
    record.doc = data.docs[record.doc];
    record.date = record.doc.date || "";
    record.month = record.date ? Number(record.date.slice(0, 4)) * 12 + Number(record.date.slice(5, 7)) - 1 : null;
    for (const party of record.parties) party.actor = actors[party.actor];
    if (record.initiator) record.initiator.actor = actors[record.initiator.actor];
    record.rules = record.rules.map((index) => data.rules[index]);
    record.actors = sideOf(record, "");
    record.givers = sideOf(record, "giver");
    record.receivers = sideOf(record, "receiver");
    for (const actor of record.actors) ++actor.count;
  }
  const sectors = distinct(data.records.flatMap((record) => record.sectors.map((sector) => sector.id))).sort();
  return { ...data, actors, sectors, byId: new Map(data.records.map((record) => [record.id, record])) };
}

// The words in which the search looks, made when they are first asked for.
function searchWords(record) {
  record.words ??= [
    record.id, record.doc.id, record.doc.title, record.type, record.status, record.act,
    ...record.parties.flatMap((party) => [party.actor.name, party.actor.id, party.text]),
    ...record.sectors.map((sector) => sector.id),
    ...record.evidence.map((evidence) => evidence.text),
  ].filter(Boolean).join("\n").toLowerCase();
  return record.words;
}

// Counts by key of what `keys` gives for each record: a Map, the largest first, equal ones by name.
function tally(records, keys) {
  const counts = new Map();
  for (const record of records) {
    for (const key of keys(record)) counts.set(key, (counts.get(key) || 0) + 1);
  }
  const label = (key) => (typeof key === "object" ? key.name : String(key));
  return new Map([...counts].sort((a, b) => b[1] - a[1] || label(a[0]).localeCompare(label(b[0]), "en")));
}

// Bins of time of equal length, as few as are wanted: {size (months), list of {begin, end, label}} with months
// counted from the year 0.
function timeBins(records, most) {
  const months = records.map((record) => record.month).filter((month) => month !== null);
  if (months.length === 0) return { size: 1, bins: [] };
  const low = months.reduce((a, b) => Math.min(a, b));
  const high = months.reduce((a, b) => Math.max(a, b));
  const sizes = [1, 3, 12, 60, 120, 600, 1200, 12000];
  const size = sizes.find((months) => Math.floor(high / months) - Math.floor(low / months) < most) || 120000;
  const bins = [];
  for (let begin = Math.floor(low / size) * size; begin <= high; begin += size) {
    bins.push({ begin, end: begin + size, label: binLabel(begin, size) });
  }
  return { size, bins };
}

function binLabel(begin, size) {
  const year = Math.floor(begin / 12);
  if (size === 1) return `${year}-${String(begin % 12 + 1).padStart(2, "0")}`;
  if (size === 3) return `${year} Q${Math.floor((begin % 12) / 3) + 1}`;
  return size === 12 ? String(year) : `${year}–${year + size / 12 - 1}`;
}

const firstDay = (month) =>
  `${String(Math.floor(month / 12)).padStart(4, "0")}-${String(month % 12 + 1).padStart(2, "0")}-01`;

// The last day before that month.
function dayBefore(month) {
  const day = new Date(Date.UTC(2000, month % 12, 0));
  day.setUTCFullYear(Math.floor(month / 12), month % 12, 0);
  return day.toISOString().slice(0, 10);
}
