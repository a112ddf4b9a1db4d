// Suggestions under the field, as the ARIA pattern of a combobox with a listbox asks: the focus stays in the field, arrows choose,
// Enter goes there, Escape closes.
function sitegenSuggest(input, say, go) {
  "use strict";
  var list = sitegenMake("ul", "", "suggestions"), told = sitegenMake("span", "", "vh"), at = -1, options = [];
  list.id = "goi-y";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", say.suggestions);
  told.setAttribute("aria-live", "polite");
  [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", list.id], ["autocomplete", "off"]].forEach(function (pair) {
    input.setAttribute(pair[0], pair[1]);
  });
  input.parentNode.after(list, told);

  function close() {
    list.hidden = true;
    told.textContent = "";
    input.setAttribute("aria-expanded", "false");
    choose(-1);
  }

  function choose(n) {
    at = n;
    options.forEach(function (option, k) { option.setAttribute("aria-selected", String(k === n)); });
    if (n >= 0) {
      input.setAttribute("aria-activedescendant", options[n].id);
      options[n].scrollIntoView({ block: "nearest" });
    } else input.removeAttribute("aria-activedescendant");
  }

  input.addEventListener("keydown", function (event) {
    var key = event.key, down = key === "ArrowDown";
    if (event.isComposing) return;
    if ((down || key === "ArrowUp") && options.length) {
      if (list.hidden) open();
      choose(down ? (at + 1) % options.length : at <= 0 ? options.length - 1 : at - 1);
      event.preventDefault();
    } else if (key === "Escape" && !list.hidden) {
      close();
      event.preventDefault();
    } else if (key === "Enter" && at >= 0 && !list.hidden) {
      event.preventDefault();
      go(options[at].dataset.url);
    } else if (key === "Tab") close();
  });
  input.addEventListener("blur", function () { setTimeout(close, 150); }); // a tap on a suggestion comes after
  list.addEventListener("mousedown", function (event) { event.preventDefault(); }); // the field keeps the focus
  list.addEventListener("click", function (event) {
    var option = event.target.closest("[role=option]");
    if (option) go(option.dataset.url);
  });

  function open() {
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
  }

  return {
    close: close,
    // The entries that are meant, from two letters on.
    offer: function (hits) {
      list.textContent = "";
      options = input.value.trim().length < 2 ? [] : hits.map(function (hit, n) {
        var option = sitegenMake("li", hit.entry.title);
        option.id = "goi-y-" + n;
        option.dataset.url = hit.entry.url;
        option.setAttribute("role", "option");
        if (hit.entry.place) option.append(sitegenMake("small", hit.entry.place));
        list.append(option);
        return option;
      });
      choose(-1);
      if (!options.length || document.activeElement !== input) { close(); return; }
      open();
      told.textContent = say.suggested.replace("%n", options.length);
    }
  };
}
