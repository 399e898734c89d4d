// The page of records: reads the data, keeps the choices, and draws all that depends on them.
"use strict";

const data = readRecords();
let state = stateOfHash(location.hash);

// Takes over what was chosen.  New filters lead back to the first page.
function change(choice) {
  const { keepPage, ...chosen } = choice;
  state = { ...state, ...(keepPage ? {} : { page: 1, record: "" }), ...chosen };
  const hash = hashOfState(state);
  history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search);
  render();
}

function drawCounts(host, records) {
  const tile = (value, words) => el("div", { class: "tile" }, el("b", {}, value), el("span", {}, words));
  const dates = records.map((record) => record.date).filter(Boolean).sort();
  const types = [...tally(records, (record) => [record.type])].map(([type, count]) =>
    el("li", {}, `${type} `, el("b", {}, WHOLE.format(count))));
  host.replaceChildren(
    tile(WHOLE.format(records.length), "records"),
    tile(WHOLE.format(new Set(records.map((record) => record.doc)).size), "articles"),
    tile(WHOLE.format(new Set(records.flatMap((record) => record.actors)).size), "actors"),
    tile(dates.length ? `${dates[0].slice(0, 7)} – ${dates.at(-1).slice(0, 7)}` : "–", "dates of articles"),
    el("ul", { class: "tile types", "aria-label": "Records by type" }, types));
}

// A row of buttons of which one is pressed.
function drawChoice(host, field, options) {
  host.replaceChildren(...options.map(([value, label]) => el("button", {
    type: "button", "aria-pressed": String(state[field] === value), "data-key": `${field}-${value}`,
    onclick: () => change({ [field]: value, keepPage: true }),
  }, label)));
}

function drawPlots(records) {
  drawTimeline(byId("timeline"), records, data.statuses, change);
  drawChoice(byId("pairs"), "pairs", [["any", "together"], ["given", "giver → receiver"]]);
  drawMatrix(byId("matrix"), records, state, change);
  drawNetwork(byId("network"), records, change);
  drawSectors(byId("sectors"), records, change);
  drawChoice(byId("money-by"), "money", [["giver", "by giver"], ["receiver", "by receiver"], ["pair", "giver → receiver"]]);
  drawMoney(byId("money"), records, state);
}

// The page of the table on which the open record stands.
function showOpenRecord(rows) {
  const at = state.record ? rows.findIndex((record) => record.id === state.record) : -1;
  if (at >= 0) state.page = Math.floor(at / PAGE_SIZE) + 1;
  const pages = Math.max(1, Math.ceil(rows.length / PAGE_SIZE));
  state.page = Math.min(Math.max(1, Math.floor(state.page)), pages);
}

let drawnFor = null;  // the filters that the plots show

function render() {
  const focused = document.activeElement?.dataset?.key;
  const records = data.records.filter(recordTest(state, data));
  const filters = JSON.stringify([FILTERS.map((key) => state[key]), state.pairs, state.money, innerWidth]);
  if (filters !== drawnFor) {
    drawCounts(byId("counts"), records);
    drawPlots(records);
    drawnFor = filters;
  }
  const rows = sorted(records, state.sort, data.statuses);
  showOpenRecord(rows);
  drawTable(byId("table"), rows, state, change);
  drawPages(byId("pages"), rows.length, state, change);
  showControls(records);
  byId("summary").textContent = isFiltered(state)
    ? `${WHOLE.format(records.length)} of ${plural(data.records.length, "record")} pass the filters.`
    : plural(data.records.length, "record") + ".";
  if (focused) document.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
}

// A link to a record alone opens it, whatever was filtered before.
addEventListener("hashchange", () => {
  state = stateOfHash(location.hash);
  render();
  if (state.record) document.querySelector("tr.open")?.scrollIntoView({ block: "center" });
});

let resizing = 0;
addEventListener("resize", () => {
  clearTimeout(resizing);
  resizing = setTimeout(render, 150);
});

if (data.title) document.title = byId("title").textContent = data.title;
byId("filters").open = matchMedia("(min-width: 60rem)").matches;
setUpControls();
render();
if (state.record) document.querySelector("tr.open")?.scrollIntoView({ block: "center" });
document.documentElement.dataset.ready = Math.round(performance.now());
