// The table of records, a page at a time; each row opens what the record holds and the words it came from.
"use strict";

const PAGE_SIZE = 50;
const COLUMNS = [
  ["Date", "date"], ["Type", "type"], ["Status", "status"], ["Parties", null], ["Sectors", null], ["Sums", null],
  ["Confidence", "confidence"],
];

function partiesWords(record) {
  const names = (actors) => actors.map((actor) => actor.name).join(", ");
  const equal = sideOf(record, "party");
  const given = record.givers.length || record.receivers.length
    ? `${names(record.givers) || "?"} → ${names(record.receivers) || "?"}` : "";
  return [names(equal), given].filter(Boolean).join("; ");
}

function headCell([label, field], sort, change) {
  if (!field) return el("th", { scope: "col" }, label);
  const up = sort === field;
  const down = sort === `-${field}`;
  return el("th", { scope: "col", "aria-sort": up ? "ascending" : down ? "descending" : "none" },
    el("button", { type: "button", class: "sort", "data-key": `sort-${field}`,
      onclick: () => change({ sort: down ? field : `-${field}` }) }, label, up ? " ▲" : down ? " ▼" : ""));
}

function recordRow(record, open, change) {
  const toggle = () => change({ record: open ? "" : record.id, keepPage: true });
  const cell = (label, ...words) => el("td", { "data-label": label }, words);
  const row = el("tr", { class: open ? "row open" : "row", onclick: (event) => {
    if (!event.target.closest("a, button") && String(getSelection()) === "") toggle();
  } },
  cell("Date", el("button", { type: "button", class: "opener", "aria-expanded": String(open), "data-key": `open-${record.id}`,
    "aria-label": `${record.date || "undated"}: ${open ? "close" : "open"} the evidence`, onclick: toggle },
  open ? "▾ " : "▸ ", record.date || "undated")),
  cell("Type", record.type),
  cell("Status", el("span", { class: `dot fill-${record.status}`, "aria-hidden": "true" }), record.status),
  cell("Parties", partiesWords(record)),
  cell("Sectors", distinct(record.sectors.map((sector) => sector.id)).join(", ")),
  cell("Sums", record.amounts.map(amountWords).join("; ")),
  cell("Confidence", record.confidence === undefined ? "" : record.confidence.toFixed(2)));
  return open ? [row, el("tr", { class: "detail" }, el("td", { colspan: COLUMNS.length }, recordDetail(record)))] : [row];
}

// The slots whose words stand in a piece of evidence, as marks of it.
function evidenceMarks(record, evidence) {
  const at = evidence.span[0];
  const slots = [
    ["trigger", evidence.trigger, `trigger: ${evidence.lemma || ""}`],
    ...record.parties.map((party) => ["actor", party.span, `${party.role}: ${party.actor.name}`]),
    ...record.sectors.map((sector) => ["sector", sector.span, `sector: ${sector.id}`]),
    ...record.dates.map((date) => ["date", date.span, `date: ${date.value}`]),
    ...record.amounts.map((amount) => ["money", amount.span, amountWords(amount)]),
  ];
  return slots.filter(([, span]) => span).map(([kind, span, label]) => ({ begin: span[0] - at, end: span[1] - at, kind, label }));
}

function quoted(text, note = "") {
  return text ? `“${text.replace(/\s+/g, " ")}”${note}` : "";
}

function slotList(record) {
  const party = (each) => [el("b", {}, each.actor.name), each.actor.id ? ` (${each.actor.id})` : "", each.organ ? `, ${each.organ}` : "",
    each.text ? ` ${quoted(each.text)}` : "", each.via ? ` by ${each.via}` : ""];
  const rows = record.parties.map((each) => [each.role, party(each)]);
  const add = (label, ...words) => { if (words.some(Boolean)) rows.push([label, words]); };
  if (record.initiator) rows.push(["initiator", party(record.initiator)]);
  for (const sector of record.sectors) add("sector", el("b", {}, sector.id), ` ${quoted(sector.text)}`);
  if (record.instrument) add("instrument", el("b", {}, record.instrument.name || record.instrument.kind), ` ${quoted(record.instrument.text)}`);
  for (const amount of record.amounts) add("sum", el("b", {}, amountWords(amount)), ` ${quoted(amount.text)}`);
  for (const date of record.dates) add("date", el("b", {}, date.value), ` ${quoted(date.text)}`);
  if (record.duration) add("duration", el("b", {}, record.duration.value), ` ${quoted(record.duration.text)}`);
  for (const measure of record.measures) add("measure", quoted(measure.text));
  if (record.attribution) add("said by", record.attribution.name || "", ` ${quoted(record.attribution.text)}`);
  if (record.part_of) rows.push(["part of", [el("a", { href: `#record=${record.part_of}` }, record.part_of)]]);
  add("act", record.act);
  add("rules", record.rules.join(", "));
  add("codes", record.codes.join(", "));
  return el("dl", {}, rows.map(([label, words]) => [el("dt", {}, label), el("dd", {}, words)]));
}

function recordDetail(record) {
  const { doc } = record;
  const web = /^https?:\/\//.test(doc.url || "") ? doc.url : null;
  return el("div", { class: "record" },
    el("p", {}, el("b", {}, doc.title || doc.id), doc.title ? ` · ${doc.id}` : "", doc.date ? ` · ${doc.date} (${doc.date_from || "?"})` : "",
      web ? [" · ", el("a", { href: web, rel: "noopener noreferrer" }, "article")] : "",
      " · ", el("a", { href: `#record=${record.id}` }, "link to this record")),
    record.evidence.map((evidence) => el("blockquote", {}, markedText(evidence.text, evidenceMarks(record, evidence)),
      el("footer", {}, `${evidence.zone}, sentence ${evidence.sentence}`))),
    slotList(record));
}

function drawTable(host, records, state, change) {
  const from = (state.page - 1) * PAGE_SIZE;
  const shown = records.slice(from, from + PAGE_SIZE);
  if (records.length === 0) return host.replaceChildren(el("p", { class: "note" }, "No record passes the filters."));
  host.replaceChildren(el("table", { class: "records" },
    el("caption", {}, `${WHOLE.format(from + 1)} to ${WHOLE.format(from + shown.length)} of ${plural(records.length, "record")}`),
    el("thead", {}, el("tr", {}, COLUMNS.map((column) => headCell(column, state.sort, change)))),
    el("tbody", {}, shown.map((record) => recordRow(record, record.id === state.record, change)))));
}

function drawPages(host, count, state, change) {
  const pages = Math.max(1, Math.ceil(count / PAGE_SIZE));
  const go = (page) => change({ page, record: "", keepPage: true });
  const button = (label, page, usable, key) =>
    el("button", { type: "button", disabled: !usable, "data-key": key, onclick: () => go(page) }, label);
  host.replaceChildren(
    button("First", 1, state.page > 1, "page-first"), button("Previous", state.page - 1, state.page > 1, "page-previous"),
    el("span", {}, `Page ${WHOLE.format(state.page)} of ${WHOLE.format(pages)}`),
    button("Next", state.page + 1, state.page < pages, "page-next"), button("Last", pages, state.page < pages, "page-last"));
}
