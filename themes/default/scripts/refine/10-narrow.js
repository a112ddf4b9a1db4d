// Loaded when the first answer stands: what helps to ask and to choose. Narrowing results by field, level and online submission: two lists and a box, shown where they part anything.
function sitegenNarrow(box, changed) {
  "use strict";
  var field = box.querySelector("[name=linh-vuc]"), level = box.querySelector("[name=cap]"), online = box.querySelector("[name=truc-tuyen]");
  [field, level, online].forEach(function (control) { control.addEventListener("change", changed); });

  function values(hits, of) {
    return Array.from(new Set(hits.filter(function (hit) { return hit.entry.codes.length; }).map(of).filter(Boolean))).sort(function (a, b) { return a.localeCompare(b, "vi"); });
  }

  function fill(control, found) {
    var chosen = control.value, there = Array.prototype.slice.call(control.options, 1).map(function (option) { return option.value; });
    if (chosen && found.indexOf(chosen) < 0) found = [chosen].concat(found);
    control.closest("label").hidden = found.length < 2 && !chosen;
    if (found.join("|") === there.join("|")) return;
    while (control.options.length > 1) control.remove(1);
    found.forEach(function (value) { control.append(new Option(value, value)); });
    control.value = chosen;
  }

  function choose(control, value) {
    if (value && !Array.prototype.some.call(control.options, function (option) { return option.value === value; })) control.append(new Option(value, value));
    control.value = value || "";
  }

  return {
    active: function () { return Boolean(field.value || level.value || online.checked); },
    offer: function (hits) {
      fill(field, values(hits, function (hit) { return hit.entry.place; }));
      fill(level, values(hits, function (hit) { return hit.entry.level; }));
      var can = hits.filter(function (hit) { return hit.entry.online; }).length;
      online.closest("label").hidden = !online.checked && (can === 0 || can === hits.length);
      box.hidden = Array.prototype.every.call(box.querySelectorAll("label"), function (label) { return label.hidden; });
    },
    filter: function (hits) {
      return hits.filter(function (hit) {
        var entry = hit.entry;
        return (!field.value || entry.place === field.value) && (!level.value || entry.level === level.value) && (!online.checked || entry.online);
      });
    },
    // What is narrowed is not hidden.
    fill: function (query) {
      choose(field, query.get("linh-vuc"));
      choose(level, query.get("cap"));
      online.checked = query.get("truc-tuyen") === "1";
      if (field.value || level.value || online.checked) box.open = true;
    },
    write: function (query) {
      [["linh-vuc", field.value], ["cap", level.value], ["truc-tuyen", online.checked ? "1" : ""]].forEach(function (pair) {
        if (pair[1]) query.set(pair[0], pair[1]); else query.delete(pair[0]);
      });
    }
  };
}
