// Text as search compares it: what is typed goes by the same rules as what was published (site_gen/outputs/search/words.py).
var sitegenWords = (function () {
  "use strict";

  function fold(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase();
  }

  // A syllable whose only vowel is y is also spelt with i: "kỹ" and "kĩ", "quy" and "qui"; but "tay" is not "tai".
  function syllable(word) {
    return /^(?:qu|[bcdghklmnpqrstvx]*)y$/.test(word) ? word.slice(0, -1) + "i" : word;
  }

  function words(text) {
    return (fold(text).match(/[a-z0-9]+/g) || []).map(syllable);
  }

  function compact(code) {
    return (fold(code).match(/[a-z0-9]+/g) || []).join("");
  }

  // Whether one letter more, less, other, or two exchanged make `a` of `b`.
  function slip(a, b) {
    if (a === b || Math.abs(a.length - b.length) > 1) return false;
    var i = 0;
    while (a[i] === b[i] && i < a.length) i++;
    var x = a.slice(i), y = b.slice(i);
    if (x.length === y.length) {
      return x.slice(1) === y.slice(1) || (x[0] === y[1] && x[1] === y[0] && x.slice(2) === y.slice(2));
    }
    return x.length > y.length ? x.slice(1) === y : x === y.slice(1);
  }

  return { fold: fold, words: words, compact: compact, slip: slip };
})();
