// The form of filters.
"use strict";

let typing = 0;

// Chooses when typing pauses.
function chooseSoon(choice) {
  clearTimeout(typing);
  typing = setTimeout(() => change(choice), 120);
}

function chips(field, values) {
  byId(field).replaceChildren(...values.map((value) => el("label", { class: "chip" },
    el("input", { type: "checkbox", value, onchange: () => {
      const chosen = [...byId(field).querySelectorAll("input:checked")].map((input) => input.value);
      change({ [field]: chosen });
    } }), el("span", {}, value), el("small", { "data-count": value }))));
}

function setUpControls() {
  chips("type", data.types.filter((type) => data.records.some((record) => record.type === type)));
  chips("status", data.statuses.filter((status) => data.records.some((record) => record.status === status)));
  chips("sector", data.sectors);
  const frequent = [...data.actors].sort((a, b) => b.count - a.count).slice(0, 400);
  byId("actors").replaceChildren(...frequent.map((actor) => el("option", { value: actor.name }, actor.id || "")));
  for (const field of ["q", "party", "partner"]) {
    byId(field).addEventListener("input", (event) => chooseSoon({ [field]: event.target.value }));
  }
  for (const field of ["as", "from", "to"]) {
    byId(field).addEventListener("change", (event) => change({ [field]: event.target.value }));
  }
  byId("min").addEventListener("input", (event) => {
    byId("min-shown").textContent = Number(event.target.value).toFixed(2);
    chooseSoon({ min: Number(event.target.value) });
  });
  byId("clear").addEventListener("click", () => {
    change(Object.fromEntries(FILTERS.map((key) => [key, DEFAULTS[key]])));
  });
  document.querySelector("#filters form").addEventListener("submit", (event) => event.preventDefault());
  document.querySelector(".skip").addEventListener("click", (event) => {
    event.preventDefault();  // the address behind the # is the choices
    byId("records").focus();
  });
  addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.target.closest("input, select")) return;
    event.preventDefault();
    byId("filters").open = true;
    byId("q").focus();
  });
}

// Makes the form say what is chosen, and how many of the records shown have each value.
function showControls(records) {
  for (const field of ["q", "party", "partner", "as", "from", "to"]) {
    if (byId(field) !== document.activeElement) byId(field).value = state[field];
  }
  byId("min").value = state.min;
  byId("min-shown").textContent = Number(state.min).toFixed(2);
  const counts = {
    type: tally(records, (record) => [record.type]), status: tally(records, (record) => [record.status]),
    sector: tally(records, (record) => distinct(record.sectors.map((sector) => sector.id))),
  };
  for (const [field, count] of Object.entries(counts)) {
    for (const input of byId(field).querySelectorAll("input")) {
      input.checked = state[field].includes(input.value);
      input.parentElement.querySelector("small").textContent = WHOLE.format(count.get(input.value) || 0);
    }
  }
  if (state.sector.length) byId("sectors-box").open = true;
  byId("clear").disabled = !isFiltered(state);
}
