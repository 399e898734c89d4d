// The most frequent actors as a network: near each other when they stand together in records.
"use strict";

const NETWORK_NODES = 30;
const NETWORK_EDGES = 80;

function networkOf(records) {
  const counts = [...tally(records, (record) => record.actors)].filter(([actor]) => actor.name).slice(0, NETWORK_NODES);
  const nodes = counts.map(([actor, count], i) => {
    const angle = i * 2.399963;  // the golden angle spreads them evenly, and always alike
    const radius = Math.sqrt((i + 0.5) / counts.length) / 2;
    return { actor, count, x: 0.5 + radius * Math.cos(angle), y: 0.5 + radius * Math.sin(angle) };
  });
  const nodeOf = new Map(nodes.map((node) => [node.actor, node]));
  const edges = [];
  for (const [from, row] of countPairs(records, false)) {
    for (const [to, weight] of row) {
      const [a, b] = [nodeOf.get(from), nodeOf.get(to)];
      if (a && b && nodes.indexOf(a) < nodes.indexOf(b)) edges.push({ a, b, weight });
    }
  }
  edges.sort((x, y) => y.weight - x.weight);
  edges.splice(NETWORK_EDGES);
  const tied = new Set(edges.flatMap((edge) => [edge.a, edge.b]));
  return { nodes: nodes.filter((node) => tied.has(node)), edges };
}

// Forces after Fruchterman and Reingold, in a square of side 1; the same input gives the same picture.
function settle({ nodes, edges }) {
  const ideal = 0.9 / Math.sqrt(Math.max(1, nodes.length));
  const strongest = Math.max(1, ...edges.map((edge) => edge.weight));
  for (let heat = 0.1; heat > 0.002; heat *= 0.98) {
    for (const node of nodes) [node.dx, node.dy] = [(0.5 - node.x) * 1.5 * ideal, (0.5 - node.y) * 1.5 * ideal];
    for (const a of nodes) {
      for (const b of nodes) {
        if (a === b) continue;
        const [x, y] = [a.x - b.x, a.y - b.y];
        const square = Math.max(1e-4, x * x + y * y);
        a.dx += x / square * ideal * ideal;
        a.dy += y / square * ideal * ideal;
      }
    }
    for (const { a, b, weight } of edges) {
      const [x, y] = [a.x - b.x, a.y - b.y];
      const pull = Math.hypot(x, y) / ideal * (0.2 + 0.3 * Math.sqrt(weight / strongest));
      [a.dx, a.dy, b.dx, b.dy] = [a.dx - x * pull, a.dy - y * pull, b.dx + x * pull, b.dy + y * pull];
    }
    for (const node of nodes) {
      const length = Math.hypot(node.dx, node.dy) || 1;
      node.x += node.dx / length * Math.min(length, heat);
      node.y += node.dy / length * Math.min(length, heat);
    }
  }
}

// Places in a picture of that size, filled from edge to edge.
function fitInto(nodes, width, height, margin) {
  for (const [axis, size] of [["x", width], ["y", height]]) {
    const low = Math.min(...nodes.map((node) => node[axis]));
    const high = Math.max(...nodes.map((node) => node[axis]));
    const room = size - 2 * margin[axis];
    for (const node of nodes) node[axis] = margin[axis] + (high > low ? (node[axis] - low) / (high - low) : 0.5) * room;
  }
}

function drawNetwork(host, records, change) {
  const network = networkOf(records);
  const { nodes, edges } = network;
  if (nodes.length < 2) return host.replaceChildren(el("p", { class: "note" }, "No record names two sides."));
  settle(network);
  const width = Math.max(280, host.clientWidth);
  const height = Math.min(520, Math.max(320, width * 0.85));
  fitInto(nodes, width, height, { x: 44, y: 24 });
  const most = Math.max(...nodes.map((node) => node.count));
  const radiusOf = (node) => 4 + 12 * Math.sqrt(node.count / most);
  const heaviest = edges[0]?.weight || 1;
  const light = (chosen) => {
    for (const edge of edges) edge.line.classList.toggle("lit", edge.a === chosen || edge.b === chosen);
  };
  for (const edge of edges) {
    edge.line = svg("line", { class: "edge", x1: edge.a.x, y1: edge.a.y, x2: edge.b.x, y2: edge.b.y,
      "stroke-width": (0.75 + 5 * Math.sqrt(edge.weight / heaviest)).toFixed(2) },
      svg("title", {}, `${edge.a.actor.name} with ${edge.b.actor.name}: ${plural(edge.weight, "record")}`));
  }
  const circles = nodes.map((node) => {
    const words = `${node.actor.name}: ${plural(node.count, "record")}`;
    return svg("g", { class: "node", tabindex: "0", role: "button", "aria-label": words, "data-key": `node-${node.actor.key}`,
      onmouseenter: () => light(node), onmouseleave: () => light(null), onfocus: () => light(node), onblur: () => light(null),
      ...onPress(() => change({ party: node.actor.key, as: "", partner: "" })) },
    svg("title", {}, words), svg("circle", { cx: node.x, cy: node.y, r: radiusOf(node) }));
  });
  const names = nodes.map((node) => svg("text", { x: node.x, y: node.y - radiusOf(node) - 3, "text-anchor": "middle", "aria-hidden": "true" },
    node.actor.name.length > 18 ? node.actor.id || `${node.actor.name.slice(0, 16)}…` : node.actor.name));
  host.replaceChildren(svg("svg", { width, height, role: "group", "aria-label":
    `Network of the ${nodes.length} most frequent actors; the matrix beside it holds the same figures` },
  edges.map((edge) => edge.line), circles, names));
}
