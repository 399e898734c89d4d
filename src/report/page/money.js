// Sums by giver, receiver or both, a table a currency.  Currencies are never mixed; totals to date are never added.
"use strict";

const MONEY_GROUPS = {
  giver: (record) => sideWords(record.givers, "no giver named"),
  receiver: (record) => sideWords(record.receivers, "no receiver named"),
  pair: (record) => `${sideWords(record.givers, "?")} → ${sideWords(record.receivers, "?")}`,
};

// Several who give together are one row: what each of them gives is not told.
const sideWords = (actors, none) => actors.map((actor) => actor.name).join(" + ") || none;

// currency -> rows {who, sum, upper, count, total}: `sum` of single sums, `total` the largest total to date.
function moneyTables(records, group) {
  const currencies = new Map();
  for (const record of records) {
    for (const amount of record.amounts) {
      if (!currencies.has(amount.currency)) currencies.set(amount.currency, new Map());
      const rows = currencies.get(amount.currency);
      const who = group(record);
      if (!rows.has(who)) rows.set(who, { who, sum: 0, upper: 0, count: 0, total: null });
      const row = rows.get(who);
      if (amount.cumulative) {
        row.total = Math.max(row.total ?? 0, amount.max ?? amount.value);
        continue;
      }
      row.sum += amount.value;
      row.upper += amount.max ?? amount.value;
      ++row.count;
    }
  }
  const size = (rows) => [...rows.values()].reduce((sum, row) => sum + row.count + (row.total === null ? 0 : 1), 0);
  return [...currencies].map(([currency, rows]) => ({
    currency, count: size(rows),
    rows: [...rows.values()].sort((a, b) => b.sum - a.sum || (b.total ?? 0) - (a.total ?? 0) || a.who.localeCompare(b.who, "en")),
  })).sort((a, b) => b.count - a.count || a.currency.localeCompare(b.currency, "en"));
}

function moneyRow(row, most) {
  const bar = el("span", { class: "money-bar", "aria-hidden": "true" });
  bar.style.width = `${(100 * row.sum / most).toFixed(1)}%`;
  const sum = row.upper > row.sum ? `${SHORT.format(row.sum)}–${SHORT.format(row.upper)}` : SHORT.format(row.sum);
  return el("tr", {}, el("th", { scope: "row" }, row.who), el("td", { title: WHOLE.format(row.sum) }, row.count ? sum : "", bar),
    el("td", {}, row.count ? WHOLE.format(row.count) : ""), el("td", {}, row.total === null ? "" : SHORT.format(row.total)));
}

function moneyTable({ currency, count, rows }, open) {
  const shown = 12;
  const most = Math.max(1, ...rows.map((row) => row.sum));
  const left = rows.length - shown;
  return el("details", { open }, el("summary", {}, el("b", {}, currency), ` ${plural(count, "sum")}`),
    el("table", { class: "money" },
      el("caption", { class: "hidden" }, `Sums in ${currency}`),
      el("thead", {}, el("tr", {}, ["who", "sum", "sums", "largest total to date"].map((head) => el("th", { scope: "col" }, head)))),
      el("tbody", {}, rows.slice(0, shown).map((row) => moneyRow(row, most)))),
    left > 0 ? el("p", { class: "note" }, `and ${plural(left, "more row")}: filter to see them`) : null);
}

function drawMoney(host, records, state) {
  const tables = moneyTables(records, MONEY_GROUPS[state.money] || MONEY_GROUPS.giver);
  if (tables.length === 0) return host.replaceChildren(el("p", { class: "note" }, "No record tells a sum."));
  host.replaceChildren(...tables.map((table, i) => moneyTable(table, i === 0)),
    el("p", { class: "note" },
      "A sum told by two records counts twice, whatever its status: filter by status to keep pledges and payments apart. " +
      "Totals to date are shown, not added. Currencies are not converted."));
}
