// What was typed, as tokens: spellings of chat, keys of Telex and VNI, joined words and slips are read as words of the index;
// and words that say nothing are idle.
var sitegenQuery = (function () {
  "use strict";
  var words = sitegenWords.words, marked = sitegenWords.marked;
  var MOST = 64, LONGEST = 24, ENOUGH = 5, NEAREST = 6; // tokens of a question; letters of a word that may be several; words that answer well enough; and guesses for one
  var spellings = new Map(), light = new Set(), fillers = new Map(), runs = new Map(), classes = [];

  function learn(language) {
    language.spellings.split("|").forEach(function (line) { spellings.set(line.split("=")[0], line.split("=")[1]); });
    light = new Set(language.light.split("|"));
    classes = language.classes.map(function (members) { return members.split("|").map(function (member) { return member.split(" "); }); });
    language.fillers.split("|").forEach(function (filler) {
      var key = words(filler)[0];
      fillers.set(key, (fillers.get(key) || []).concat(marked(filler)));
    });
    language.runs.split("|").forEach(function (run) {
      var parts = run.split(" ");
      runs.set(parts[0], Math.max(parts.length, runs.get(parts[0]) || 1)); // how long one that begins so may be
      fillers.set(run, null);
    });
  }

  function pieces(text) {
    return text.normalize("NFC").split(/[^\p{L}\p{N}\p{M}]+/u).filter(Boolean);
  }

  // The tokens of a question: {word, said, marks, code, near, how, idle, light, filler}.
  function read(query) {
    var tokens = [];
    query.normalize("NFKC").trim().split(/\s+/).forEach(function (chunk, n, chunks) {
      var coded = /\d/.test(chunk) && sitegenWords.compact(chunk), from = tokens.length;
      pieces(chunk).forEach(function (piece) {
        words(piece).forEach(function (word) { add(tokens, word, piece); });
      });
      // An official number may be typed in words: "23 kh ubnd".
      for (var k = n + 1; coded && k < n + 3 && /^(?:[^aeiouy\d]{2,}|ubnd)$/.test(sitegenWords.fold(chunks[k] || "")); k++) coded += sitegenWords.fold(chunks[k]);
      // A figure that is the mark of a letter makes no code.
      if (/^(?:19|20)\d\d$/.test(coded) && chunks.length > 1) coded = ""; // a year
      if (coded && tokens.slice(from).every(function (token) { return token.how !== "keys"; })) tokens.push({ code: coded, said: chunk, word: "" });
    });
    tokens = tokens.slice(0, MOST);
    idle(tokens);
    var asking = tokens.filter(function (token) { return !token.idle && !token.light && token.how !== "unknown"; });
    // Much that is understood needs no guesses; and of many words the light ones are not looked up.
    tokens.forEach(function (token) {
      if (token.how === "unknown") token.near = asking.length > ENOUGH ? [] : nearTo(token.word);
      if (token.light && asking.length > 2 * ENOUGH) token.idle = token.sure = true;
    });
    return tokens;
  }

  function add(tokens, word, piece) {
    var marks = marked(piece), plain = !/[^a-z0-9]/.test(marks.replace("đ", "d"));
    var said = spellings.get(word);
    if (said && plain) {
      said.split(" ").forEach(function (one) { tokens.push({ word: words(one)[0], said: piece, marks: "", how: "spelling", light: light.has(one) }); });
      return;
    }
    // What is no syllable may be keys; what is one is looked up first.
    var keys = [sitegenWords.vni(word), sitegenWords.telex(word)].filter(function (other) { return other !== word && sitegenWords.isSyllable(other); })[0];
    if (keys && !sitegenWords.isSyllable(word) && own(keys)) { push(keys, "keys"); return; }
    if (own(word) || /^\d+$/.test(word)) { push(word, ""); return; }
    if (keys && own(keys)) { push(keys, "keys"); return; }
    var joined = /\d/.test(word) || sitegenWords.isSyllable(word) ? [] : split(word);
    if (joined.length) { joined.forEach(function (one) { push(one, "joined"); }); return; }
    tokens.push({ word: word, said: piece, marks: "", how: "unknown" });

    function push(one, how) {
      tokens.push({ word: one, said: piece, marks: how || marks === word || marks === "đ" + word.slice(1) ? "" : marks, how: how, light: light.has(one) || /^\d\d?$/.test(one) });
    }
  }

  // Whether a word needs no other reading.
  function own(word) {
    return fillers.has(word) || light.has(word) || sitegenIndex.knows(word);
  }

  // Several words written as one, the fewest that are known.
  function split(word) {
    if (word.length < 5 || word.length > LONGEST) return [];
    var all = new Set(sitegenIndex.vocabulary()), best = [[]];
    for (var end = 2; end <= word.length; end++) {
      for (var start = Math.max(0, end - 6); start <= end - 2; start++) {
        var before = best[start], piece = word.slice(start, end);
        if (before && all.has(piece) && (!best[end] || better(before.concat(piece), best[end]))) best[end] = before.concat(piece);
      }
    }
    return best[word.length] || [];
  }

  function better(a, b) {
    if (a.length !== b.length) return a.length < b.length;
    return Math.min.apply(null, a.map(size)) > Math.min.apply(null, b.map(size));
  }

  function size(text) { return text.length; }

  // Words one slip away. The shortest words have too many neighbours to guess.
  function nearTo(word) {
    if (word.length < 3) return [];
    var sound = sounding(word);
    return sitegenIndex.vocabulary().filter(function (other) {
      return other.length > 1 && /^[a-z]/.test(other) && sitegenWords.slip(word, other);
    }).sort(function (a, b) { return (sounding(b) === sound) - (sounding(a) === sound) || (b.length === word.length) - (a.length === word.length); }).slice(0, NEAREST);
  }

  // Spelt as it sounds somewhere in the country: what is confused most.
  function sounding(word) {
    return word.replace(/^x/, "s").replace(/^tr/, "ch").replace(/^(?:gi|r|v)/, "d").replace(/^l/, "n").replace(/ng$/, "n").replace(/c$/, "t");
  }

  // Words that every question holds ask for nothing, unless they are all that was typed.
  function idle(tokens) {
    for (var i = 0; i < tokens.length; i++) {
      for (var n = Math.min(runs.get(tokens[i].word) || 1, tokens.length - i); n > 0; n--) {
        if (!isFiller(tokens.slice(i, i + n))) continue;
        for (var k = i; k < i + n; k++) { tokens[k].idle = true; tokens[k].filler = n; tokens[k].sure = n > 2 || Boolean(tokens[k].marks); }
        i += n - 1;
        break;
      }
    }
    if (tokens.every(function (token) { return token.idle; })) tokens.forEach(function (token) { token.idle = token.sure = false; token.filler = 0; });
  }

  // Whether words say nothing; whoever types marks means them: "căn" is not "cần".
  function isFiller(run) {
    var forms = fillers.get(run.map(function (token) { return token.word; }).join(" "));
    return forms === null || forms !== undefined && (!run[0].marks || forms.indexOf(run[0].marks) >= 0);
  }

  // What stands at each token: its word, and the classes of words that begin there; and which token comes next.
  function forms(tokens) {
    return tokens.map(function (token, i) {
      var here = [{ word: token.word, next: i + 1 }];
      classes.forEach(function (members, n) {
        members.forEach(function (member) {
          if (member.every(function (word, k) { return tokens[i + k] && tokens[i + k].word === word; })) here.push({ word: String.fromCharCode(65 + n), next: i + member.length, kind: true });
        });
      });
      return here;
    });
  }

  return { learn: learn, read: read, forms: forms };
})();
