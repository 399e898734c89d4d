// What both pages use: elements made without HTML, numbers and words as they are shown.
"use strict";

// Attributes that begin with "on" are listeners; null, undefined and false leave an attribute out.
// Children are nodes, strings or lists of them; a string is always text.
function build(node, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== ""));
  return node;
}

const el = (tag, attributes = {}, ...children) => build(document.createElement(tag), attributes, children);

const svg = (tag, attributes = {}, ...children) =>
  build(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);

const byId = (id) => document.getElementById(id);

const readData = () => JSON.parse(byId("data").textContent);

const WHOLE = new Intl.NumberFormat("en");
const SHORT = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 });

const plural = (count, noun) => `${WHOLE.format(count)} ${noun}${count === 1 ? "" : "s"}`;

// "over USD 12.1B (to date)".
function amountWords(amount) {
  const upper = amount.max === undefined ? "" : `–${SHORT.format(amount.max)}`;
  const words = `${amount.currency} ${SHORT.format(amount.value)}${upper}`;
  return `${amount.approx ? amount.approx + " " : ""}${words}${amount.cumulative ? " (total to date)" : ""}`;
}

// An enter or blank on what is no button but acts as one.
const onPress = (act) => ({
  onclick: act,
  onkeydown: (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    act(event);
  },
});

// Text with marked ranges: marks are {begin, end, kind, label} in code points of `text`, and may nest or cross;
// where several cover a place, the last one in the list shows.
function markedText(text, marks) {
  const points = Array.from(text);
  const owner = new Array(points.length).fill(null);
  for (const mark of marks) {
    for (let i = Math.max(0, mark.begin); i < Math.min(points.length, mark.end); ++i) owner[i] = mark;
  }
  const nodes = [];
  for (let from = 0; from < points.length;) {
    let to = from + 1;
    while (to < points.length && owner[to] === owner[from]) ++to;
    const words = points.slice(from, to).join("");
    const mark = owner[from];
    nodes.push(mark ? el("mark", { class: `mark-${mark.kind}`, title: mark.label }, words) : words);
    from = to;
  }
  return nodes;
}
