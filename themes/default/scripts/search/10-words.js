// Text as search compares it: what is typed goes by the same rules as what was published (site_gen/outputs/search/words.py).
var sitegenWords = (function () {
  "use strict";
  var TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

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

  function slug(text) {
    return (fold(text).match(/[a-z0-9]+/g) || []).join("-");
  }

  // A syllable with its marks, wherever its tone stands ("hòa" is "hoà"), y as i where both are spelt.
  function marked(word) {
    var whole = word.toLowerCase().normalize("NFD"), tones = whole.match(TONES);
    return whole.replace(TONES, "").replace(/^((?:qu|[bcdghklmnpqrstvx]*))y$/, "$1i") + (tones ? tones[0] : "");
  }

  // Whether folded letters can be a Vietnamese syllable.
  function isSyllable(word) {
    return /^(?:b|ch?|d|gh?|gi|h|kh?|l|m|n|ngh?|nh|ph?|qu?|r|s|th?|tr|v|x)?[aeiouy]{1,3}(?:ch?|m|ng?|nh|p|t)?$/.test(word);
  }

  // The keys of Telex that no input method has turned into marks: "dawng" is "đăng", "kys" is "ký". Already folded, gives folded.
  function telex(word) {
    var plain = word.replace(/dd/g, "d").replace(/([aeo])\1/g, "$1").replace(/([aou])w/g, "$1").replace(/w/g, "u");
    return syllable(plain.replace(/^([^aeiouy]*[aeiouy]+)[sfrxjz]?([a-z]*?)[sfrxjz]?$/, "$1$2"));
  }

  // The same for VNI, whose marks are figures behind a letter: "d9a8ng", "ky1".
  function vni(word) {
    return /^[a-z][a-z1-9]*[1-9][a-z1-9]*$/.test(word) ? syllable(word.replace(/[1-9]/g, "")) : word;
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

  return { fold: fold, words: words, compact: compact, slug: slug, marked: marked, isSyllable: isSyllable, telex: telex, vni: vni, slip: slip };
})();
