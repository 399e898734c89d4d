// The page of articles: the words of one with its marks, and its records beside it.
"use strict";

const articles = readData();
let shown = null;   // {article, runs, entries}
let chosen = null;  // index of a record

// Cuts a part of the text where a mark, a telling or a slot begins or ends: runs of words that share all of them.
function runsOf(article, part) {
  const [begin, end] = part.span;
  const points = Array.from(part.text);
  const cuts = new Set([begin, end]);
  const inside = (span) => span && span[0] < end && span[1] > begin;
  const cut = (span) => span.forEach((at) => { if (at > begin && at < end) cuts.add(at); });
  const marks = article.marks.filter((mark) => inside(mark.span));
  const spans = [];  // {span, record, kind: told, trigger or slot}
  article.records.forEach((record, index) => {
    const add = (kind, span) => { if (inside(span)) spans.push({ kind, span, record: index }); };
    for (const told of record.told) {
      add("told", told.span);
      add("trigger", told.trigger);
    }
    for (const slot of record.slots) add("slot", slot.span);
  });
  marks.forEach((mark) => cut(mark.span));
  spans.forEach(({ span }) => cut(span));
  const edges = [...cuts].sort((a, b) => a - b);
  return edges.slice(0, -1).map((from, i) => {
    const to = edges[i + 1];
    const covers = (span) => span[0] <= from && to <= span[1];
    const over = (kind) => spans.filter((each) => each.kind === kind && covers(each.span)).map((each) => each.record);
    return {
      text: points.slice(from - begin, to - begin).join(""), mark: marks.find((mark) => covers(mark.span)),
      told: over("told"), slots: over("slot"), triggers: over("trigger"),
      begins: spans.filter((each) => each.kind === "trigger" && each.span[0] === from).map((each) => each.record),
      ends: spans.filter((each) => each.kind === "trigger" && each.span[1] === to).map((each) => each.record),
    };
  });
}

// A run as an element; the first run of a trigger takes the focus.
function runNode(run, records) {
  const inner = run.mark ? el("mark", { class: `mark-${run.mark.kind}`, title: `${run.mark.kind}: ${run.mark.value || "?"}` }, run.text) : run.text;
  const record = run.triggers[0];
  const numbers = run.ends.map((index) => index + 1).join(",");
  const trigger = run.triggers.length ? {
    class: "trigger", onmouseenter: () => choose(record), onclick: () => choose(record, true),
    ...(run.begins.length ? { tabindex: "0", role: "button", "aria-label": `${run.text}: record ${record + 1}, ${records[record].head}`,
      onfocus: () => choose(record), ...onPress(() => choose(record, true)) } : {}),
  } : {};
  run.node = el("span", trigger, inner);
  return numbers ? [run.node, el("sup", { "aria-hidden": "true" }, numbers)] : [run.node];
}

function cluesWords(record, wanted) {
  return record.clues.filter((clue) => clue.weight > 0 === wanted).map((clue) => `${clue.name} ${clue.weight.toFixed(2)}`).join(", ");
}

// A record in the list, and what it holds.
function recordEntry(record, index) {
  const rows = record.slots.map((slot) => [slot.label,
    [el("b", {}, slot.value || ""), slot.text ? ` “${slot.text.replace(/\s+/g, " ")}”` : "", slot.detail ? ` ${slot.detail}` : ""]]);
  for (const rule of record.rules) {
    rows.push(["rule", [el("b", {}, rule.id), rule.place ? ` ${rule.place}` : "", rule.match ? [" ", el("code", {}, rule.match)] : ""]]);
  }
  for (const [label, words] of [["for", cluesWords(record, true)], ["against", cluesWords(record, false)]]) {
    if (words) rows.push([label, [words]]);
  }
  const button = el("button", { type: "button", "aria-pressed": "false", onclick: () => choose(index, true),
    onfocus: () => choose(index), onmouseenter: () => choose(index) },
  el("span", { class: `dot fill-${record.status}`, "aria-hidden": "true" }), `${index + 1}. ${record.head} `,
  el("small", {}, record.confidence.toFixed(2)));
  const detail = el("article", { hidden: true }, el("h2", {}, `${index + 1}. ${record.head}`),
    el("dl", {}, rows.map(([label, words]) => [el("dt", {}, label), el("dd", {}, words)])));
  return { button, detail };
}

// Shows one record: its words in the text, its slots beside it.  With `jump` its words come into sight.
function choose(index, jump = false) {
  if (index !== chosen) {
    chosen = index;
    for (const run of shown.runs) {
      run.node.classList.toggle("told", run.told.includes(index));
      run.node.classList.toggle("slot", run.slots.includes(index));
    }
    shown.entries.forEach(({ button, detail }, i) => {
      button.setAttribute("aria-pressed", String(i === index));
      detail.hidden = i !== index;
    });
  }
  shown.entries[index].button.scrollIntoView({ block: "nearest", inline: "nearest" });
  if (!jump) return;
  const words = shown.runs.find((run) => run.triggers.includes(index)) || shown.runs.find((run) => run.told.includes(index));
  words?.node.scrollIntoView({ block: "center" });
}

function showArticle(article) {
  const runs = [];
  chosen = null;
  byId("article").replaceChildren(...article.parts.map((part) => {
    const cut = part.kind === "skipped" ? [] : runsOf(article, part);
    runs.push(...cut);
    return el("p", { class: part.kind }, part.kind === "skipped" ? part.text : cut.map((run) => runNode(run, article.records)));
  }));
  const entries = article.records.map(recordEntry);
  byId("list").replaceChildren(...entries.map(({ button }) => el("li", {}, button)));
  byId("detail").replaceChildren(...entries.map(({ detail }) => detail),
    ...(entries.length ? [] : [el("p", { class: "note" }, "No record was made of this article.")]));
  shown = { article, runs, entries };
  document.title = byId("title").textContent = article.title || article.id;
  for (const link of byId("articles").children) {
    if (link.dataset.id === article.id) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  if (entries.length) choose(0);
}

// The address behind the # is the number of an article: #2.
function showAsked() {
  const asked = articles[Number(location.hash.slice(1)) - 1] || articles[0];
  if (asked && asked !== shown?.article) showArticle(asked);
}

if (articles.length > 1) {
  byId("articles").replaceChildren(...articles.map((article, i) =>
    el("a", { href: `#${i + 1}`, "data-id": article.id }, `${article.title || article.id} (${article.records.length})`)));
}
document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault();
  byId("records").focus();
});
addEventListener("hashchange", showAsked);
showAsked();
document.documentElement.dataset.ready = Math.round(performance.now());
