// Records over time as stacked bars, one colour a status.
"use strict";

// Round steps for an axis that ends at or above `high`.
function axisSteps(high) {
  const rough = Math.max(1, high / 4);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((times) => times * power).find((each) => each >= rough);
  return Array.from({ length: Math.ceil(high / step) + 1 }, (_, i) => i * step);
}

function statusLegend(statuses, counts) {
  return el("ul", { class: "legend" }, statuses.filter((status) => counts.get(status)).map((status) =>
    el("li", {}, el("span", { class: `swatch fill-${status}`, "aria-hidden": "true" }), `${status} `,
      el("b", {}, WHOLE.format(counts.get(status))))));
}

function countByBin(records, bins, size, statuses) {
  const counts = bins.map(() => new Array(statuses.length).fill(0));
  for (const record of records) {
    if (record.month !== null) ++counts[Math.floor((record.month - bins[0].begin) / size)][statuses.indexOf(record.status)];
  }
  return counts;
}

function timelineBar(bin, counts, place, statuses, change) {
  const total = counts.reduce((a, b) => a + b, 0);
  const parts = statuses.map((status, i) => (counts[i] ? `${WHOLE.format(counts[i])} ${status}` : "")).filter(Boolean);
  const words = `${bin.label}: ${plural(total, "record")}${total ? `, ${parts.join(", ")}` : ""}`;
  const bar = svg("g", {
    class: "bar", tabindex: total ? "0" : null, role: total ? "button" : null, "aria-label": words,
    "data-key": `time-${bin.begin}`, ...(total ? onPress(() => change({ from: firstDay(bin.begin), to: dayBefore(bin.end) })) : {}),
  }, svg("title", {}, words), svg("rect", { class: "hit", x: place.x, y: place.top, width: place.width, height: place.height }));
  let y = place.top + place.height;
  counts.forEach((count, i) => {
    if (!count) return;
    const height = count * place.scale;
    y -= height;
    bar.append(svg("rect", { class: `fill-${statuses[i]}`, x: place.x + place.gap / 2, y, width: place.width - place.gap, height }));
  });
  return bar;
}

function drawTimeline(host, records, statuses, change) {
  const wide = Math.max(280, host.clientWidth);
  const { bins, size } = timeBins(records, wide < 500 ? 24 : 48);
  const undated = records.filter((record) => record.month === null).length;
  const note = undated ? `Not drawn: ${plural(undated, "record")} of articles without a date.` : "";
  if (bins.length === 0) return host.replaceChildren(el("p", { class: "note" }, note || "No records."));
  const counts = countByBin(records, bins, size, statuses);
  const steps = axisSteps(Math.max(...counts.map((bin) => bin.reduce((a, b) => a + b, 0))));
  const frame = { left: 44, right: 8, top: 8, height: 190 };
  const width = (wide - frame.left - frame.right) / bins.length;
  const scale = frame.height / steps.at(-1);
  const chart = svg("svg", {
    width: wide, height: frame.top + frame.height + 28, role: "group",
    "aria-label": `Stacked bars: records from ${bins[0].label} to ${bins.at(-1).label} by status`,
  });
  for (const step of steps) {
    const y = frame.top + frame.height - step * scale;
    chart.append(svg("line", { class: "grid", x1: frame.left, x2: wide - frame.right, y1: y, y2: y }),
      svg("text", { x: frame.left - 6, y: y + 4, "text-anchor": "end" }, SHORT.format(step)));
  }
  const every = Math.ceil(bins.length / Math.max(1, Math.floor((wide - frame.left) / 76)));
  bins.forEach((bin, i) => {
    const x = frame.left + i * width;
    chart.append(timelineBar(bin, counts[i], { x, width, gap: Math.min(4, width / 4), top: frame.top, height: frame.height, scale },
      statuses, change));
    if (i % every === 0) {
      chart.append(svg("text", { x: x + width / 2, y: frame.top + frame.height + 18, "text-anchor": i === 0 ? "start" : "middle",
        ...(i === 0 ? { x } : {}) }, bin.label));
    }
  });
  host.replaceChildren(chart, statusLegend(statuses, tally(records, (record) => [record.status])),
    el("p", { class: "note" }, note));
}
