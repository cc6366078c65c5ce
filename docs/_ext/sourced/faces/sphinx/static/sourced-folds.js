// Folds: opens the one that a link leads into, all of them at once, and those that hold what is looked for.
// Without this script they still open one by one, and where no script may run they stand open.
(() => {
  "use strict";
  const SPEAK_AFTER = 400; // milliseconds: the count is read out when typing pauses
  const folds = [...document.querySelectorAll(".sourced-folded > details")];
  // Words as the search has them, without accents and points: 150,000 is one word, and so is King’s.
  const plain = (text) => (text.normalize("NFKD")
    .replace(/\p{M}|(?<=\p{L})['’ʼ](?=\p{L})|(?<=\d)[,\u2009\u202f\u00a0](?=\d{2,3})|(?<=\p{L})\[(?=\p{L})|(?<=\p{L})\](?=\p{L})/gu, "")
    .toLowerCase().match(/\p{N}+|\p{L}+/gu) ?? []).join(" ");
  // A letter that an editor has put in stands in a word for one reader and not for another: Mas[s]oud.
  const both = (text) => `${plain(text)} ${plain((text.match(/\p{L}+\[\p{L}+\]\p{L}+/gu) ?? []).join(" ").replace(/\[\p{L}+\]/gu, ""))}`;
  // What is left of a word however its vowels and double letters are written.
  const bones = (word) => word[0] + word.slice(1).replace(/[aeiouy]/g, "").replace(/(.)\1+/g, "$1");
  const open = (wanted) => folds.forEach((fold) => { fold.open = wanted(fold); });

  function make(tag, properties, ...children) {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  }

  const all = make("button", { type: "button", className: "sourced-all" });
  const tell = () => { all.textContent = `${folds.every((fold) => fold.open) ? "Close" : "Open"} all ${folds.length}`; };
  all.addEventListener("click", () => {
    const closed = folds.some((fold) => !fold.open);
    open(() => closed);
  });
  folds.forEach((fold) => fold.addEventListener("toggle", tell));
  const tools = document.querySelector(".sourced-tools"); // there is none where there is nothing to find or open at once
  if (folds.length > 1) tools?.append(all);
  tell();

  // Each entry has an address of its own, to be passed on, and is a note on the pages that use it. A page of hundreds
  // is not to be gone through before it can be read: so it is given when the entry is first shown.
  const entries = [...document.querySelectorAll(".sourced-entry")];
  function address(entry) {
    if (entry.querySelector(".headerlink")) return;
    const link = make("a", { href: `#${entry.id}`, className: "headerlink", textContent: "¶" });
    link.setAttribute("aria-label", "Permanent link");
    entry.querySelector(".sourced-statement").append(link);
    if (entry.id.startsWith("fact-"))
      for (const page of entry.querySelectorAll(".sourced-used a")) page.hash ||= entry.id;
  }
  const seen = new IntersectionObserver((all) => all.filter((each) => each.isIntersecting).forEach(({ target }) => {
    seen.unobserve(target);
    address(target);
  }), { rootMargin: "400px" });
  entries.forEach((entry) => seen.observe(entry));

  // The filter: entries that have all the words, in their own text or in the line of the fold they are in,
  // or among the other spellings of its name. A word that is like one of a name stands for that as well.
  let clear = () => {};
  if (entries.length && tools) {
    const line = (entry) => entry.closest("details")?.querySelector("summary").textContent ?? "";
    const also = (entry) => (entry.querySelector("[data-also]") ?? entry.closest("[data-also]"))?.dataset.also ?? "";
    let texts, names; // read when something is first looked for
    const read = () => {
      texts ??= entries.map((entry) => ` ${both(`${line(entry)} ${also(entry)} ${entry.textContent}`)} `);
      const called = document.querySelectorAll(".sourced-folded :is(h2, h3, h4), .sourced-statement > strong");
      names ??= [...new Set([...[...called].map((each) => each.textContent), ...entries.map(also)].flatMap((each) => both(each).split(" ")))].filter(Boolean);
    };
    // Each word with those of names that are the same to the ear; a number begins where one does.
    const meant = (word) => [/^\d/.test(word) ? ` ${word}` : word, ...(bones(word).length < 3 ? [] : names.filter((name) => bones(name) === bones(word)))];
    const input = make("input", { type: "search", id: "sourced-filter", autocomplete: "off", spellcheck: false });
    const count = make("span", { className: "sourced-count-shown" });
    const spoken = make("span", { className: "sourced-spoken" });
    count.setAttribute("aria-hidden", "true");
    spoken.setAttribute("role", "status");
    let due;
    // What a fold holds, of what the filter lets through; as it stood, when it lets everything through.
    const counts = folds.map((fold) => {
      const counted = fold.querySelector("summary .sourced-count"), before = counted?.textContent;
      return (all) => {
        if (!counted) return;
        const within = [...fold.querySelectorAll(".sourced-entry")], left = within.filter((entry) => !entry.hidden).length;
        counted.textContent = all || left === within.length ? before : `${left} of ${before}`;
      };
    });
    const filter = () => {
      read();
      const wanted = input.value.split(/\s+/).map(plain).filter(Boolean).map(meant);
      let shown = 0;
      entries.forEach((entry, index) => {
        entry.hidden = !wanted.every((words) => words.some((word) => texts[index].includes(word)));
        shown += !entry.hidden;
      });
      const has = (part) => part.querySelector(".sourced-entry:not([hidden])") !== null;
      for (const part of document.querySelectorAll(".sourced-folded, .sourced-grouped")) part.hidden = !has(part);
      open((fold) => wanted.length > 0 && has(fold));
      counts.forEach((count) => count(!wanted.length));
      count.textContent = !wanted.length ? `${entries.length} in all` : shown ? `${shown} of ${entries.length}` : "Nothing here";
      empty.hidden = shown > 0;
      all.hidden = !shown;
      clearTimeout(due);
      due = setTimeout(() => { spoken.textContent = count.textContent; }, SPEAK_AFTER);
    };
    clear = () => { if (input.value) { input.value = ""; filter(); } };
    const empty = make("button", { type: "button", className: "sourced-clear", textContent: "Clear", hidden: true });
    empty.addEventListener("click", () => { clear(); input.focus(); });
    input.addEventListener("input", filter);
    count.textContent = `${entries.length} in all`;
    tools.prepend(make("label", { htmlFor: input.id, textContent: "Filter" }), input, count, spoken, empty);
    if (input.value) filter(); // what the browser has kept of an earlier visit
  }

  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const fold = target?.closest(".sourced-folded");
    if (!fold) return;
    if (target.closest("[hidden]")) clear();
    fold.firstElementChild.open = true;
    target.scrollIntoView({ behavior: "instant" }); // what has opened above has moved it
  };
  addEventListener("hashchange", reveal);
  reveal();
})();
