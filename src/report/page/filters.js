// What is chosen: kept in the address behind the #, so that a link shows the same page.
"use strict";

const DEFAULTS = {
  q: "", party: "", as: "", partner: "", type: [], status: [], sector: [], from: "", to: "", min: 0,
  sort: "-date", page: 1, record: "", pairs: "any", money: "giver",
};
// The choices that leave records out.
const FILTERS = ["q", "party", "as", "partner", "type", "status", "sector", "from", "to", "min"];

function stateOfHash(hash) {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  const state = {};
  for (const [key, standard] of Object.entries(DEFAULTS)) {
    const value = given.get(key);
    if (value === null) state[key] = Array.isArray(standard) ? [] : standard;
    else if (Array.isArray(standard)) state[key] = value.split(",").filter(Boolean);
    else state[key] = typeof standard === "number" ? Number(value) || standard : value;
  }
  return state;
}

function hashOfState(state) {
  const out = new URLSearchParams();
  for (const [key, standard] of Object.entries(DEFAULTS)) {
    const value = Array.isArray(standard) ? state[key].join(",") : String(state[key]);
    if (value !== (Array.isArray(standard) ? "" : String(standard))) out.set(key, value);
  }
  return out.toString();
}

const isFiltered = (state) => FILTERS.some((key) => String(state[key]) !== String(DEFAULTS[key]));

// The actors that typed words mean: the one of that code or name, or else all whose name holds them.
function actorsMeant(words, actors) {
  const wanted = words.trim().toLowerCase();
  const exact = actors.filter((actor) => actor.key.toLowerCase() === wanted || actor.name.toLowerCase() === wanted);
  return new Set(exact.length ? exact : actors.filter((actor) => actor.name.toLowerCase().includes(wanted)));
}

const OPPOSITE = { giver: "receiver", receiver: "giver", party: "party", "": "" };
const SIDES = {
  "": (record) => record.actors, giver: (record) => record.givers, receiver: (record) => record.receivers,
  party: (record) => sideOf(record, "party"),
};

function partyTest(state, actors) {
  const wanted = actorsMeant(state.party, actors);
  const partners = state.partner ? actorsMeant(state.partner, actors) : null;
  const side = SIDES[state.as] || SIDES[""];
  const other = SIDES[OPPOSITE[state.as] || ""];
  return (record) => side(record).some((actor) =>
    wanted.has(actor) && (!partners || other(record).some((partner) => partner !== actor && partners.has(partner))));
}

// A function that says whether a record passes.
function recordTest(state, data) {
  const tests = [];
  const { type, status, sector, from, to, min } = state;
  if (type.length) tests.push((record) => type.includes(record.type));
  if (status.length) tests.push((record) => status.includes(record.status));
  if (sector.length) tests.push((record) => record.sectors.some((each) => sector.includes(each.id)));
  if (from) tests.push((record) => record.date !== "" && record.date >= from);
  if (to) tests.push((record) => record.date !== "" && record.date <= to);
  if (min > 0) tests.push((record) => (record.confidence ?? 0) >= min);
  if (state.party) tests.push(partyTest(state, data.actors));
  else if (state.partner) tests.push(partyTest({ ...state, party: state.partner, partner: "" }, data.actors));
  const words = state.q.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length) tests.push((record) => words.every((word) => searchWords(record).includes(word)));
  return (record) => tests.every((test) => test(record));
}

const SORT_KEYS = {
  date: (record) => record.date, type: (record) => record.type, status: (record) => record.status,
  confidence: (record) => record.confidence ?? 0,
};

// Sorted anew; equal ones stay in their order.  Records without a date stand last either way.
function sorted(records, sort, statuses) {
  const down = sort.startsWith("-") ? -1 : 1;
  const field = sort.replace(/^-/, "");
  const key = field === "status" ? (record) => statuses.indexOf(record.status) : SORT_KEYS[field] || SORT_KEYS.date;
  return records.map((record) => [key(record), record]).sort(([a], [b]) => {
    if (a === b) return 0;
    if (a === "" || b === "") return a === "" ? 1 : -1;
    return (a < b ? -1 : 1) * down;
  }).map(([, record]) => record);
}
