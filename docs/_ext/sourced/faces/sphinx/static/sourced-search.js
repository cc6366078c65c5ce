// Searches the book for what people type: numbers, half-remembered words, names as anybody spells them.
// The passages and the spellings are in sourced-passages.js, which is loaded as a script so that it works from disk.
(() => {
  "use strict";

  const MOST = 40; // results
  const AROUND = 220; // letters shown of a long passage
  const COMMON = 0.3; // a word in a larger share of the passages need not be in a result
  const ENOUGH = 0.3; // of the weight of the other words a result has at least this share
  const ASKING = new Set("how many much far what which who whom whose when where why did do does is are was were has have had".split(" "));
  const NUMERALS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(" ");
  const MONTHS = "january february march april may june july august september october november december".split(" ");
  const LIKENESS = { same: 1, spelling: 0.9, numeral: 0.8, beginning: 0.7, form: 0.6, near: 0.5, asked: 0.45 };
  const OWN = 2; // how much more a name weighs, if it is all that was typed
  const ANSWER = 1.25; // and what states a number or a date, where the question asks for one
  const FINER = 1.1; // and if that is a day
  const BESIDE = 0.85; // as much counts a word that is not in the statement of a fact, but in its quotations
  const STATED = 4, QUOTED = 2; // how much more a result weighs that states the day which was asked for

  const WANTED = [[/\bhow (far|many|much|long|big|old|large)\b/i, /\d|\b(two|three|four|five|six|seven|eight|nine|ten|hundreds|thousands|dozens)\b/i],
    [/\bwhen\b/i, /\d|January|February|March|April|May|June|July|August|September|October|November|December/, /\d (January|February|March|April|May|June|July|August|September|October|November|December)/]];
  const WEIGHT = { Chapter: 1, Page: 0.8, Fact: 1, Name: 1.2, Source: 1.2 };

  const home = new URL(".", document.currentScript.src);
  // Sphinx's own search finds no numbers, and leads to no passage: where it is loaded, it is not to answer as well.
  if (typeof Search !== "undefined") Search.performSearch = () => {};

  // --- Words.

  const folded = (text) => text.normalize("NFKD").replace(/\p{M}|(?<=\p{L})['’ʼ](?=\p{L})|(?<=\d)[,\u2009\u202f\u00a0](?=\d{2,3})|(?<=\p{L})\[(?=\p{L})|(?<=\p{L})\](?=\p{L})|(?<=\d{3})s\b/gu, "").toLowerCase();
  const split = (text) => (folded(text).match(/\p{N}+|\p{L}+/gu) ?? []).map((word) => word.replace(/^0(?=\d$)/, "")); // 115km is 115 and km, 1980s is 1980, 03 is 3
  const isNumber = (word) => /^\d/.test(word);

  // --- Dates: sept 3 2021, 3rd of September 2021, 3/9/2021 and 2021-09-03 are 3 september 2021.

  const numbered = (month) => MONTHS[month - 1] ?? "";
  const isDay = (number) => number >= 1 && number <= 31;

  function dated(query) {
    const month = (typed) => MONTHS.find((each) => each.startsWith(typed.toLowerCase()));
    const written = (whole, day, name, year) => (month(name) && isDay(day) ? ` ${Number(day)} ${month(name)} ${year ?? ""} ` : whole);
    return query
      .replace(/\b(\d{4})-(\d\d?)-(\d\d?)\b/g, (whole, year, each, day) => written(whole, day, numbered(each) || "?", year))
      .replace(/\b(\d\d?)([/.])(\d\d?)\2(\d{4})\b/g, (whole, one, _, other, year) =>
        (other > 12 ? written(whole, other, numbered(one) || "?", year) : written(whole, one, numbered(other) || "?", year)))
      .replace(/\b(\d\d?)(?:st|nd|rd|th)?(?:\s+of)?\s+(\p{L}{3,})\b\.?,?(?:\s*(\d{4})\b)?/giu, written)
      .replace(/\b(\p{L}{3,})\.?\s+(\d\d?)(?:st|nd|rd|th)?\b(?!\s+\p{L}{3,}\s+\d{4})(?:,?\s*(\d{4})\b)?/giu, (whole, name, day, year) => written(whole, day, name, year));
  }

  // Where among some words a day begins: its number, its month and, if there is one, its year.
  const dayAt = (words, at) => isNumber(words[at]) && isDay(words[at]) && MONTHS.includes(words[at + 1]);
  const year = (words, at) => (/^\d{4}$/.test(words[at + 2]) ? words[at + 2] : undefined);

  function states(words, days) {
    return days.every(([day, month, asked]) => words.some((word, at) =>
      word === day && words[at + 1] === month && (!asked || [asked, undefined].includes(year(words, at)))));
  }

  // How many letters must be changed, left out, put in or swapped to turn one word into the other.
  function distance(one, other) {
    let before = [], last = Array.from({ length: other.length + 1 }, (_, index) => index);
    for (let i = 1; i <= one.length; i++) {
      const row = [i];
      for (let j = 1; j <= other.length; j++) {
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (one[i - 1] !== other[j - 1]));
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      [before, last] = [last, row];
    }
    return last[other.length];
  }

  const allowed = (word) => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);
  const isNear = (one, other) => Math.abs(one.length - other.length) <= allowed(one) && distance(one, other) <= allowed(one);

  function shared(one, other) {
    let length = 0;
    while (length < one.length && one[length] === other[length]) length++;
    return length;
  }

  // --- The book: every passage as words, and which passages have which word.

  let texts, places, elsewhere, alike, ofNames, written;

  // The file has passages and facts page by page: what is alike stands together, and packs well. Those of reference
  // pages are in a file of their own, as few readers want them.
  function read({ pages, parts, names, lists, asked }, reference = []) {
    const passages = parts.flatMap(([own], page) => [...own, ...(reference[page] ?? [])].map((each) => [page, ...each]));
    const facts = parts.flatMap(([, own]) => own);
    elsewhere = [...lists, ...pages.filter(([, , label]) => label === "Chapter")];
    const at = ([page, anchor]) => ({ url: anchor ? `${pages[page][0]}#${anchor}` : pages[page][0], title: pages[page][1] });
    texts = [
      ...pages.map(([url, title, label]) => ({ url, label, title, text: "", words: split(title), weight: WEIGHT[label] * 1.4 })),
      ...passages.map(([page, anchor, heading, text]) => {
        const { url, title } = at([page, anchor]);
        const under = heading && heading !== title ? `${title} › ${heading}` : title;
        return { url, label: pages[page][2], title: under, text, words: split(text), weight: WEIGHT[pages[page][2]] };
      }),
      ...facts.map(([url, statement, text, subject, uses]) => ({
        url: url || at(uses[0]).url, label: "Fact", title: statement, text, subject, uses: uses.map(at),
        words: split(`${statement} ${text} ${subject}`), said: split(`${statement} ${subject}`), weight: WEIGHT.Fact,
      })),
      ...names.filter(([url]) => url).map(([url, label, name, about, also]) => {
        const spelt = [name, ...also], proper = spelt.filter(isProper).map(split), described = spelt.filter((each) => !isProper(each));
        return {
          url, label, title: name, text: [about, ...also].filter(Boolean).join(" · "), words: split([about, ...spelt].join(" ")),
          called: proper.length ? spelt.map(split) : [], told: told(facts, name), weight: WEIGHT[label],
          plain: new Set([...split([about, ...described].join(" ").replace(/\p{Lu}\p{L}*/gu, "")), ...proper.filter((words) => words.length === 1).flat()]),
        };
      }),
    ];
    places = new Map();
    texts.forEach(({ words }, index) => {
      for (const word of words) (places.get(word) ?? places.set(word, new Set()).get(word)).add(index);
    });
    alike = new Map();
    for (const line of asked)
      for (const word of line) alike.set(joined(word), [...(alike.get(joined(word)) ?? []), ...line.filter((each) => each !== word).map(joined)]);
    const spellings = names.map(([, , name, , also]) => new Set([name, ...also].flatMap(split)));
    written = new Map(names.flatMap(([, , name, , also]) => [name, ...also]).map((each) => [joined(each), split(each)]));
    ofNames = new Set(spellings.flatMap((each) => [...each]));
    return spellings;
  }

  // A name that is written as one, and not words by which the book speaks of something: “the talks of 2021”.
  const isProper = (name) => name.split(/[\s-]+/).every((word) => word.length < 4 || /^\P{L}*\p{Lu}/u.test(word));

  // How many facts are about a name: whoever types what several share means the one of whom more is told.
  function told(facts, name) {
    const about = `${folded(name)}:`;
    return facts.filter(([, , , subject]) => folded(subject).startsWith(about)).length;
  }

  const joined = (words) => folded(words).replace(/[^\p{L}\p{N}]/gu, "");

  // What is two words and means one, as a name has it or the list of what is asked: YouTube, op-ed.
  function together(query) {
    const words = folded(query).match(/[\p{L}\p{N}]+/gu) ?? [];
    return words.reduce((all, word, at) => {
      const both = words[at - 1] + word;
      if (!at || !(places.has(both) ? ofNames.has(both) : alike.has(both))) return all;
      return all.replace(new RegExp(`${words[at - 1]}[^\\p{L}\\p{N}]+${word}`, "u"), both);
    }, folded(query));
  }

  // A small number in words for one in digits, and the other way round; undefined for any other word.
  function numeral(word) {
    const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
    if (isNumber(word)) return NUMERALS[word] ?? (word % 10 ? undefined : tens[word / 10 - 2]);
    if (NUMERALS.includes(word)) return `${NUMERALS.indexOf(word)}`;
    return tens.includes(word) ? `${10 * tens.indexOf(word) + 20}` : undefined;
  }

  // The words of the book that a typed word may stand for, each with how alike they are.
  function meant(typed, spellings) {
    const found = new Map();
    const take = (word, likeness) => places.has(word) && found.set(word, Math.max(likeness, found.get(word) ?? 0));
    take(typed, LIKENESS.same);
    take(numeral(typed), LIKENESS.numeral);
    if (isNumber(typed)) return found;
    for (const words of spellings)
      for (const known of words)
        if (known === typed || (!places.has(typed) && typed.length > 4 && isNear(typed, known)))
          for (const other of words) if (other.length > 3 && isNear(known, other)) take(other, LIKENESS.spelling);
    for (const word of places.keys()) {
      const common = shared(typed, word);
      if (typed.length > 2 && common === typed.length) take(word, LIKENESS.beginning);
      else if (common > 3 && common >= 0.7 * Math.max(typed.length, word.length - 2)) take(word, LIKENESS.form);
    }
    for (const word of alike.get(typed) ?? []) take(word, LIKENESS.asked);
    if (!found.size) for (const word of places.keys()) if (isMistyped(typed, word)) take(word, LIKENESS.near);
    return found;
  }

  // A name may be spelt in many ways. Of other words a likeness means little: “house” is no “horse”. Taken for a slip is
  // what has the same consonants, or one letter too many or too few in a long word.
  const bones = (word) => word[0] + word.slice(1).replace(/[aeiouy]/g, "").replace(/(.)\1+/g, "$1");
  function isMistyped(typed, word) {
    if (isNumber(word) || !isNear(typed, word)) return false;
    return ofNames.has(word) || (typed.length > 4 && bones(typed) === bones(word)) || (typed.length > 7 && typed.length !== word.length);
  }

  // Words typed as one that the book has as two, in a name however that is spelt: hindukush, alqaida.
  function parted(typed) {
    if (places.has(typed) || isNumber(typed)) return [typed];
    for (let at = 2; at <= typed.length - 3; at++)
      if (places.has(typed.slice(0, at)) && places.has(typed.slice(at))) return [typed.slice(0, at), typed.slice(at)];
    const name = [...written.keys()].find((each) => typed.length > 4 && isNear(typed, each));
    return (!ofNames.has(typed) && written.get(name)) || [typed];
  }

  // --- Results: the best passages for all words of the query together.

  function find(query, spellings) {
    const words = split(together(dated(query))), [, wants, finest] = WANTED.find(([question]) => question.test(query)) ?? [];
    const days = words.flatMap((word, at) => (dayAt(words, at) ? [[word, words[at + 1], year(words, at)]] : []));
    const typed = [...new Set(words.flatMap(parted))];
    const terms = typed.map((word) => {
      const found = meant(word, spellings);
      const counted = [...found.keys()].filter((each) => each !== numeral(word) || found.size === 1); // 9 is common, nine is not
      const within = new Set(counted.flatMap((each) => [...places.get(each)]));
      return { word, found, rarity: Math.log(1 + texts.length / (within.size || 1)), common: ASKING.has(word) || within.size > COMMON * texts.length };
    });
    const known = terms.filter((term) => term.found.size);
    const asked = known.filter((term) => !term.common || known.every((each) => each.common));
    const telling = terms.filter(({ word }) => !ASKING.has(word)), counts = telling.length ? telling : terms;
    const whole = asked.reduce((sum, term) => sum + term.rarity, 0);
    const results = [];
    texts.forEach((text, index) => {
      let score = 0, has = 0;
      for (const term of counts) {
        const best = Math.max(0, ...[...term.found].map(([word, likeness]) => (places.get(word).has(index) ? likeness * share(text, word, likeness) : 0)));
        score += best * term.rarity;
        if (best && asked.includes(term)) has += term.rarity;
      }
      if (has < whole * ENOUGH || !has) return;
      results.push({ ...text, score: (score + order(text.words, counts)) * (has / whole) * text.weight * stating(text, days) * brevity(text) * own(text, known) * (wants?.test(text.title) ? ANSWER * (finest?.test(text.title) ? FINER : 1) : 1) });
    });
    const onThatDay = results.filter((each) => stating(each, days) > 1); // all that who types nothing but a day asks for
    const best = words.length === days.flat().filter(Boolean).length && onThatDay.length ? onThatDay : results;
    return { terms, results: best.sort((one, other) => other.score - one.score) };
  }

  // How much a word counts in a text. What is merely asked alike is not looked for within a name: an article is no Genuine Article.
  function share({ said, plain }, word, likeness) {
    if (plain && likeness <= LIKENESS.asked && !plain.has(word)) return 0;
    return said?.includes(word) === false ? BESIDE : 1;
  }

  // Of what has the same words the shorter comes first.
  const brevity = ({ words, said = words }) => 1 + 0.5 / Math.log2(8 + said.length);

  // A name that has all the words, and little else, is what was meant.
  function own({ called = [], told }, terms) {
    const asked = terms.filter((term) => !ASKING.has(term.word));
    const has = (words) => asked.filter(({ found }) => words.some((word) => found.get(word) > LIKENESS.form)).length;
    const share = Math.max(0, ...called.map((words) => (has(words) === asked.length ? has(words) / words.length : 0)));
    return share && (1 + OWN * share) * (1 + Math.log2(1 + told) / 4) || 1;
  }

  function stating({ words, said = words }, days) {
    if (!days.length || !states(words, days)) return 1;
    return states(said, days) ? STATED : QUOTED;
  }

  // Words that stand next to each other in the query and in the passage count once more.
  function order(words, terms) {
    let sum = 0;
    for (let at = 1; at < terms.length; at++)
      if (words.some((word, index) => index && terms[at].found.has(word) && terms[at - 1].found.has(words[index - 1])))
        sum += (terms[at].rarity + terms[at - 1].rarity) / 2;
    return sum;
  }

  // --- The page.

  const input = document.querySelector("main input[name=q], [role=main] input[name=q], .body input[name=q]") ?? document.querySelector("input[name=q]");
  const list = document.getElementById("search-results");
  if (!input || !list) return;

  const element = (name, className, ...content) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...content);
    return made;
  };

  const PARTS = /[\p{L}\p{N}\p{M}'’,]+|[^\p{L}\p{N}\p{M}'’,]+/gu; // words, and what is between them

  function shown(text, isMeant, most = AROUND * 1.5) {
    const parts = text.match(PARTS) ?? [];
    const hits = parts.map((part) => split(part).some(isMeant));
    let from = 0, to = parts.length;
    if (text.length > most) [from, to] = window(parts, hits);
    const pieces = parts.slice(from, to).map((part, index) => (hits[from + index] ? element("mark", "", part) : part));
    return [...(from ? ["… "] : []), ...pieces, ...(to < parts.length ? [" …"] : [])];
  }

  // The part of a long passage that has the most hits.
  function window(parts, hits) {
    let best = [0, 0, -1];
    for (let from = 0; from < parts.length; from++) {
      let to = from, length = 0, count = 0;
      while (to < parts.length && length + parts[to].length <= AROUND) {
        length += parts[to].length;
        count += hits[to++];
      }
      if (count > best[2]) best = [from, to, count];
      if (to === parts.length) break;
    }
    const back = Math.max(0, best[0] - 6);
    return [back, best[1]];
  }

  function counted(all, most) {
    if (all > most) return `${most} of ${all} results`;
    return all === 1 ? "1 result" : `${all || "No"} results`;
  }

  function linkTo(url, ...parts) {
    const link = element("a", "", ...parts);
    link.href = new URL(`../${url}`, home);
    return link;
  }

  // The page that a result leads to marks the words that were found in it: each folded as that page folds its own.
  function linkToHits(url, text, isMeant, ...parts) {
    const link = linkTo(url, ...parts), there = new URL(link.href);
    const hits = (text.match(PARTS) ?? []).filter((part) => split(part).some(isMeant)).map((part) => folded(part).replace(/[^\p{L}\p{N}]/gu, ""));
    if (hits.length) there.searchParams.set("highlight", [...new Set(hits)].join(" "));
    link.href = there;
    return link;
  }

  function item({ url, label, title, text, subject, uses }, isMeant) {
    const made = element("li", "", element("p", "sourced-result",
      element("span", "sourced-label", label), " ", linkToHits(url, `${title} ${text}`, isMeant, ...shown(title, isMeant, Infinity))));
    if (text) made.append(element("p", "sourced-excerpt", ...shown(text, isMeant)));
    if (subject) {
      const places = uses.flatMap(({ url, title }, index) => [index ? ", " : ". In ", linkToHits(url, `${made.textContent}`, isMeant, title)]);
      made.append(element("p", "sourced-uses", ...shown(subject, isMeant), ...places));
    }
    return made;
  }

  // Where else to look: the index, the names, the chapters.
  function offered() {
    const made = element("nav", "sourced-elsewhere", element("p", "", "Browse instead:"),
      element("ul", "", ...elsewhere.map(([url, title]) => element("li", "", linkTo(url, title)))));
    made.setAttribute("aria-label", "Where else to look");
    return made;
  }

  function more(all, showAll) {
    const made = element("button", "sourced-show-all", `Show all ${all}`);
    made.type = "button";
    made.addEventListener("click", () => {
      showAll();
      list.querySelector(`.sourced-results > :nth-child(${MOST + 1}) a`).focus();
    });
    return made;
  }

  function show(query, spellings, most = MOST) {
    const { terms, results } = query.trim() ? find(query, spellings) : { terms: [], results: [] };
    const isMeant = (word) => terms.some((term) => !term.common && term.found.has(word));
    const also = terms.filter(({ word, found }) => found.size && !found.has(word)).map(({ word, found }) => `${[...found.keys()].slice(0, 3).join(", ")} for “${word}”`);
    const missing = terms.filter(({ found }) => !found.size).map(({ word }) => `“${word}”`);
    const says = [counted(results.length, most), ...(also.length ? [`read as ${also.join("; ")}`] : []), ...(missing.length ? [`nowhere in the book: ${missing.join(", ")}`] : [])];
    const found = element("ol", "sourced-results", ...results.slice(0, most).map((each) => item(each, isMeant)));
    list.replaceChildren(
      ...(query.trim() ? [element("p", "sourced-found", `${says.join("; ")}.`)] : []),
      results.length ? found : offered(),
      ...(results.length > most ? [more(results.length, () => show(query, spellings, Infinity))] : []),
      ...(query.trim() && !globalThis.sourcedReference ? [further()] : []));
    if (query.trim() && !results.length && !globalThis.sourcedReference) lookFurther();
  }

  function further() {
    const made = element("button", "sourced-show-all sourced-further", "Look in the reference pages as well");
    made.type = "button";
    made.addEventListener("click", () => lookFurther(() => input.focus()));
    return made;
  }

  function load(name, then) {
    const script = document.createElement("script");
    script.src = new URL(name, home);
    script.onload = then;
    document.head.append(script);
  }

  let looking = false;
  function lookFurther(then) {
    if (looking) return;
    looking = true;
    load("sourced-reference.js", () => {
      spellings = read(globalThis.sourcedPassages, globalThis.sourcedReference);
      show(input.value, spellings);
      then?.();
    });
  }

  let spellings;
  const asked = new URLSearchParams(location.search).get("q") ?? "";
  for (const each of document.querySelectorAll("input[name=q]")) each.value = asked;
  load("sourced-passages.js", () => {
    spellings = read(globalThis.sourcedPassages);
    show(input.value, spellings);
    input.addEventListener("input", () => {
      history.replaceState(null, "", `?q=${encodeURIComponent(input.value)}`);
      show(input.value, spellings);
    });
  });
})();
