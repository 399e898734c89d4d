// Tables whose cells are shaded by their count: who with whom, and sectors over time.
"use strict";

// `cell(row, column)` is {count, words, choice}: choice is what pressing it chooses.
function heatTable({ caption, corner, rows, columns, rowHead, columnHead, cell, key }, change) {
  const cells = rows.map((row) => columns.map((column) => cell(row, column)));
  const most = Math.max(1, ...cells.flat().map((each) => each?.count || 0));
  const head = el("tr", {}, el("th", { scope: "col" }, corner),
    columns.map((column) => el("th", { scope: "col", class: "turned", title: columnHead(column) }, el("span", {}, columnHead(column)))));
  const body = rows.map((row, i) => el("tr", {}, el("th", { scope: "row", title: rowHead(row) }, rowHead(row)),
    columns.map((column, j) => heatCell(cells[i][j], most, `${key}-${i}-${j}`, change))));
  return el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": caption },
    el("table", { class: "heat" }, el("caption", { class: "hidden" }, caption), el("thead", {}, head), el("tbody", {}, body)));
}

function heatCell(cell, most, key, change) {
  if (!cell) return el("td", { class: "none" });
  if (!cell.count) return el("td", {});
  const button = el("button", {
    type: "button", title: cell.words, "aria-label": cell.words, "data-key": key, onclick: () => change(cell.choice),
  }, SHORT.format(cell.count));
  button.style.setProperty("--share", (0.08 + 0.52 * Math.sqrt(cell.count / most)).toFixed(3));
  return el("td", {}, button);
}

// Counts of ordered pairs: "any" has each pair of different actors both ways.
function countPairs(records, directed) {
  const pairs = new Map();
  for (const record of records) {
    for (const from of directed ? record.givers : record.actors) {
      for (const to of directed ? record.receivers : record.actors) {
        if (from === to) continue;
        let row = pairs.get(from);
        if (!row) pairs.set(from, row = new Map());
        row.set(to, (row.get(to) || 0) + 1);
      }
    }
  }
  return pairs;
}

function drawMatrix(host, records, state, change) {
  const directed = state.pairs === "given";
  const most = Math.max(5, Math.min(16, Math.floor((host.clientWidth - 150) / 35)));
  const pairs = countPairs(records, directed);
  const sums = (lists) => [...tally(lists.flatMap(([actor, n]) => Array(n).fill(actor)), (actor) => [actor]).keys()].slice(0, most);
  const weight = (row) => [...row.values()].reduce((a, b) => a + b, 0);
  const rows = sums([...pairs].map(([actor, row]) => [actor, weight(row)]));
  const columns = directed ? sums([...pairs.values()].flatMap((row) => [...row])) : rows;
  if (rows.length === 0) return host.replaceChildren(el("p", { class: "note" }, "No record names two sides."));
  const words = (from, to, count) => `${from.name} ${directed ? "to" : "with"} ${to.name}: ${plural(count, "record")}`;
  const table = heatTable({
    caption: directed ? "Givers in rows, receivers in columns, records in cells" : "Parties in rows and columns, records in cells",
    corner: directed ? "giver \\ receiver" : "", rows, columns, rowHead: (actor) => actor.name, columnHead: (actor) => actor.name,
    key: "pair",
    cell: (from, to) => {
      if (from === to && !directed) return null;
      const count = pairs.get(from)?.get(to) || 0;
      return { count, words: words(from, to, count), choice: { party: from.key, as: directed ? "giver" : "", partner: to.key } };
    },
  }, change);
  const left = pairs.size - rows.length;
  host.replaceChildren(table, el("p", { class: "note" }, left > 0 ? `The ${rows.length} most frequent of ${WHOLE.format(pairs.size)} ${directed ? "givers" : "parties"}.` : ""));
}

function drawSectors(host, records, change) {
  const { bins, size } = timeBins(records, host.clientWidth < 420 ? 6 : 14);
  const yearly = size < 12 ? groupYears(records) : bins;
  const counts = tally(records, (record) => distinct(record.sectors.map((sector) => sector.id)));
  if (counts.size === 0) return host.replaceChildren(el("p", { class: "note" }, "No record names a sector."));
  const columns = [...yearly, ...(records.some((record) => record.month === null) ? [null] : [])];
  const count = new Map();
  for (const record of records) {
    const at = record.month === null ? null : yearly[Math.floor((record.month - yearly[0].begin) / (yearly[0].end - yearly[0].begin))];
    for (const id of distinct(record.sectors.map((sector) => sector.id))) {
      if (!count.has(id)) count.set(id, new Map());
      count.get(id).set(at, (count.get(id).get(at) || 0) + 1);
    }
  }
  const label = (bin) => (bin ? bin.label : "undated");
  host.replaceChildren(heatTable({
    caption: "Sectors in rows, years in columns, records in cells", corner: "", rows: [...counts.keys()], columns,
    rowHead: (sector) => sector, columnHead: label, key: "sector",
    cell: (sector, bin) => {
      const found = count.get(sector).get(bin) || 0;
      const dates = bin ? { from: firstDay(bin.begin), to: dayBefore(bin.end) } : {};
      return { count: found, words: `${sector}, ${label(bin)}: ${plural(found, "record")}`, choice: { sector: [sector], ...dates } };
    },
  }, change));
}

// One bin a year, however short the time.
function groupYears(records) {
  const years = distinct(records.filter((record) => record.month !== null).map((record) => Math.floor(record.month / 12)));
  const low = Math.min(...years);
  return years.length === 0 ? [] : Array.from({ length: Math.max(...years) - low + 1 }, (_, i) =>
    ({ begin: (low + i) * 12, end: (low + i + 1) * 12, label: String(low + i) }));
}
