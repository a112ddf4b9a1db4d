// An element with text and class.
function sitegenMake(tag, text, cls) {
  "use strict";
  var made = document.createElement(tag);
  if (text) made.textContent = text;
  if (cls) made.className = cls;
  return made;
}
