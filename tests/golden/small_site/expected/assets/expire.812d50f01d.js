// A page may be read after the last day of a posting, before the site is built again: then the notice is hidden here.
(function () {
  "use strict";
  var today = new Date(Date.now() + 7 * 3600000).toISOString().slice(0, 10); // the date in Vietnam, UTC+7
  document.querySelectorAll("[data-until]").forEach(function (part) {
    if (part.getAttribute("data-until") < today) {
      part.remove();
    }
  });
  document.querySelectorAll("[data-after]").forEach(function (part) {
    if (part.getAttribute("data-after") < today) {
      part.hidden = false;
    }
  });
})();
