// What was typed, as tokens: spellings of chat, keys of Telex and VNI, joined words and slips are read as words of the index;
// words that say nothing are idle; and the phrases of the thesaurus that stand in the question are found.
var sitegenQuery = (function () {
  "use strict";
  var words = sitegenWords.words, marked = sitegenWords.marked;
  // What a phrase is worth: the least share of it that counts, out of order, with words between, by what power of its share; and
  // what words of a class, idle and light ones weigh in it.
  var Q = { share: 0.3, order: 0.9, gap: 0.85, gaps: 0.6, power: 2, kin: 0.5, filler: 0.3, lightpart: 0.6 };
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

  // A phrase of the thesaurus with what its words weigh in it: those of a class, idle and light ones less.
  function phrase(parts, anchor, main, other) {
    var weights = parts.map(function (part) {
      return isClass(part) ? Q.kin : fillers.has(part) ? Q.filler : light.has(part) ? Q.lightpart : 1;
    });
    return { words: parts, anchor: parts.indexOf(anchor), main: main, other: other, weights: weights, size: weights.reduce(sum, 0) };
  }

  function sum(a, b) { return a + b; }

  function isClass(part) { return part < "a" && part > "9"; } // a capital

  // The phrases that stand in a question, wholly or in part: [{main, other, tokens, size, worth}].
  function phrases(tokens) {
    var at = new Map(), found = [];
    tokens.forEach(function (token, i) {
      if (!at.has(token.word)) at.set(token.word, []);
      at.get(token.word).push([i, 1]);
    });
    classes.forEach(function (members, n) {
      var here = [];
      members.forEach(function (member) {
        (at.get(member[0]) || []).forEach(function (one) {
          if (member.every(function (word, k) { return tokens[one[0] + k] && tokens[one[0] + k].word === word; })) here.push([one[0], member.length]);
        });
      });
      if (here.length) at.set(String.fromCharCode(65 + n), here);
    });
    at.forEach(function (places, word) {
      if (!word || isClass(word) || tokens[places[0][0]].how === "unknown") return;
      sitegenIndex.phrases(word).forEach(function (one) {
        var there = 0;
        one.words.forEach(function (part, n) { if (at.has(part)) there += one.weights[n]; });
        if (there < Q.share * one.size) return;
        places.forEach(function (place) {
          var match = matching(one, place[0], tokens, at);
          if (match) found.push(match);
        });
      });
    });
    return found;
  }

  // How a phrase lies around one place of its anchor; null where too little of it is there.
  function matching(one, place, tokens, at) {
    var parts = one.words, got = 0, covered = [], first = place, last = place, before = -1, ordered = true;
    if (!free(tokens[place], parts)) return null;
    for (var n = 0; n < parts.length; n++) {
      var here = n === one.anchor ? [place, 1] : nearest(at.get(parts[n]) || [], place + n - one.anchor);
      if (!here) continue;
      got += one.weights[n];
      for (var k = here[0]; k < here[0] + here[1]; k++) covered.push(k);
      ordered = ordered && here[0] > before;
      before = here[0];
      first = Math.min(first, here[0]);
      last = Math.max(last, here[0] + here[1] - 1);
    }
    if (got < Q.share * one.size) return null;
    for (var i = first, gaps = 0; i <= last; i++) if (covered.indexOf(i) < 0 && !tokens[i].idle && !tokens[i].light) gaps++;
    var tight = (ordered ? 1 : Q.order) * (gaps === 0 ? 1 : gaps < 3 ? Q.gap : Q.gaps);
    return { main: one.main, other: one.other, tokens: covered, size: one.size, worth: Math.pow(got / one.size, Q.power) * tight };

    function nearest(places, wanted) {
      var best = null, far = Infinity;
      places.forEach(function (there) {
        var distance = Math.abs(there[0] - wanted);
        if (distance < far && covered.indexOf(there[0]) < 0 && free(tokens[there[0]], parts)) { best = there; far = distance; }
      });
      return best;
    }
  }

  // A word inside a longer run that says nothing is no part of a shorter phrase: "mất bao lâu" is no death.
  function free(token, parts) {
    return !token.filler || token.filler === 1 || parts.length > token.filler;
  }

  return { learn: learn, read: read, phrase: phrase, phrases: phrases };
})();
