// The margin: beside each block of the text the quotations that it rests on, as many as fit between it and the next.
// They are copied from the notes at the foot of the page. Where the theme keeps no margin, cards show them alone.
(() => {
  "use strict";

  const margin = document.getElementById("sourced-margin");
  const main = margin && document.querySelector("main");
  const list = main?.querySelector(".sourced-note-list");
  if (!list || !margin.checkVisibility) return;

  const MARK = 'a[role="doc-noteref"]';
  const BLOCKS = ["tr", "p, li, dd, dt, figcaption"];
  const QUOTED = ".sourced-block"; // shows its quotation itself
  const WARNED = { refuted: "refuted", unreviewed: "not yet reviewed" }; // the weakest first; any other verdict is in the note
  const APART = 11; // pixels between two quotations, as in the style sheet
  const MONTHS = /\b(Jan|Feb|Aug|Sept|Oct|Nov|Dec)[a-z]+/g; // said short, as a margin is narrow
  const BELOW = 75; // pixels that quotations may reach beyond the end of their block
  // What authors have put into the margin, or let reach into it.
  const AUTHORS = ".margin, .margin-caption figcaption, .sidenote, .marginnote, .tag_margin, .tag_popout, .full-width, .full_width, .sourced-of-people";
  const FEWEST = 2; // lines of a quotation that is cut: of one that shows less, nothing

  let groups; // { block, marks, element, sides, more }, in the order of the page

  function element(name, className, ...parts) {
    const made = document.createElement(name);
    made.className = className;
    made.append(...parts);
    return made;
  }

  const noteOf = (number) => list.children[number - 1];
  const numbersOf = (mark) => mark.dataset.notes?.split(" ").map(Number) ?? [[...list.children].indexOf(document.getElementById(decodeURIComponent(mark.hash.slice(1)))) + 1];

  // --- What there is to show.

  // What one note says, each quotation by itself; of an absence, the first of the words that were looked for.
  function told(number) {
    const note = noteOf(number);
    const verdict = Object.keys(WARNED).find((each) => note.querySelector(`.sourced-verdict.sourced-is-${each}`));
    const by = note.dataset.by;
    const quoted = [...note.querySelectorAll(".sourced-quotation")].map((each) => ({
      words: `“${each.querySelector("p").textContent.replace(/[“”"]/g, (mark) => ({ "“": "‘", "”": "’", '"': "'" })[mark])}”`,
      source: each.querySelector("cite").textContent, when: each.querySelector(".sourced-when")?.textContent.replace(/^\s*·\s*/, "").replace(MONTHS, "$1"),
    }));
    const absent = [...note.querySelectorAll(".sourced-absent")].map((each) => ({ words: shortened(each.textContent), source: "", when: "" }));
    return [...quoted, ...absent].map((each) => ({ ...each, by, verdict, numbers: [number] }));
  }

  const shortened = (absence) => absence.replace(/(“[^”]*”, “[^”]*”), (“[^”]*”, .*”)\.$/, (_, first, rest) => `${first} and ${rest.split("”, “").length} more.`);

  // Of each note its first quotation before others have a second; one that bears out several facts stands once.
  function toldTogether(numbers) {
    const each = numbers.map(told), found = new Map();
    for (let rank = 0; each.some((quoted) => quoted.length > rank); rank++)
      for (const one of each.map((quoted) => quoted[rank]).filter(Boolean)) {
        const key = `${one.source}\n${one.words}`, same = found.get(key);
        if (!same) found.set(key, one);
        else if (!same.numbers.includes(one.numbers[0])) {
          same.numbers = [...same.numbers, one.numbers[0]].sort((one, other) => one - other);
          same.verdict = Object.keys(WARNED).find((verdict) => [same.verdict, one.verdict].includes(verdict));
        }
      }
    return [...found.values()];
  }

  // Numbers in the little room before a quotation: 6–9, or the first two.
  function shortly(numbers) {
    const last = numbers.at(-1);
    if (numbers.length < 3) return numbers.join(", ");
    return last - numbers[0] === numbers.length - 1 ? `${numbers[0]}–${last}` : `${numbers[0]}, ${numbers[1]} …`;
  }

  function sideOf({ words, source, when, by, verdict, numbers }) {
    const line = element("p", "sourced-proof-source");
    const where = source && element("cite", "", by ? source.replace(/^The /, "the ") : source);
    const parts = [[by, where].filter(Boolean), [when], [WARNED[verdict]]].filter(([first]) => first);
    line.append(...parts.flatMap(([first, ...rest], index) => [index ? "\u00a0· " : "", first, ...rest.flatMap((part) => [" in ", part])]));
    const number = element("span", "sourced-proof-number", shortly(numbers));
    return { numbers, element: element("div", "sourced-proof", number, element("p", "sourced-proof-words", words), parts.length ? line : "") };
  }

  function groupOf(block, marks) {
    const numbers = [...new Set(marks.flatMap(numbersOf))];
    const sides = toldTogether(numbers).map(sideOf);
    const more = element("a", "sourced-more", "and more"); // measured before it is known how many
    const made = element("div", "sourced-beside", ...sides.map((side) => side.element), more);
    for (const { element: side, numbers: own } of sides) {
      const near = marks.filter((mark) => numbersOf(mark).some((number) => own.includes(number)));
      const light = (lit) => [side, ...near].forEach((each) => each.classList.toggle("sourced-near", lit));
      for (const each of [side, ...near]) {
        each.addEventListener("pointerenter", () => light(true));
        each.addEventListener("pointerleave", () => light(false));
      }
    }
    return { block, marks, sides, more, element: made };
  }

  function build() {
    const blocks = new Map();
    for (const mark of main.querySelectorAll(MARK)) {
      if (mark.closest(QUOTED)) continue;
      const block = BLOCKS.map((each) => mark.closest(each)).find(Boolean) ?? mark.parentElement;
      blocks.set(block, [...(blocks.get(block) ?? []), mark]);
    }
    const made = [...blocks].map(([block, marks]) => groupOf(block, marks));
    margin.replaceChildren(...made.map((group) => group.element));
    return made;
  }

  // --- What of it fits.

  // How high each part is when nothing is left out, and where its block stands.
  function measure({ block, sides, more }, origin) {
    const { top, bottom } = block.getBoundingClientRect();
    return {
      top: top - origin, bottom: bottom - origin, above: sides[0].element.offsetTop, more: more.offsetHeight,
      sides: sides.map(({ element: side }) => {
        const words = side.firstElementChild.nextElementSibling;
        return { height: side.offsetHeight + APART, words: words.offsetHeight, line: parseFloat(getComputedStyle(words).lineHeight) };
      }),
    };
  }

  // Which quotations fit into the room as a whole; if the first does not, how many lines of it, as what others say may
  // be said only in passing. Where there is room for none, there is nothing: the mark itself tells that there are some.
  function choose({ sides, more, above }, until) {
    const room = until - above - APART;
    const whole = sides.reduce((sum, { height }) => sum + height, -APART) <= room;
    let left = room - more;
    const [first] = sides, begun = first.height <= left;
    const shown = sides.map(({ height }) => whole || (begun && height <= left && ((left -= height), true)));
    const lines = shown.some(Boolean) ? 0 : Math.floor((left - first.height + first.words) / first.line);
    const cut = lines < FEWEST ? 0 : lines;
    return { shown, lines: cut, fits: left >= 0 && (cut > 0 || shown.some(Boolean)) };
  }

  // The stretches of the margin that authors have taken, from above to below.
  function taken(origin) {
    const edge = margin.getBoundingClientRect().left;
    return [...main.querySelectorAll(AUTHORS)].map((each) => each.getBoundingClientRect())
      .filter(({ right, height }) => height && right > edge)
      .map(({ top, bottom }) => ({ top: top - origin - APART, bottom: bottom - origin + APART }))
      .sort((one, other) => one.top - other.top);
  }

  function set({ marks, sides, more, element: group }, { top }, { shown, lines, fits }) {
    group.style.top = `${top}px`;
    group.hidden = !fits;
    sides.forEach(({ element: side }, index) => {
      side.hidden = !shown[index] && !(lines && !index);
      side.style.setProperty("--lines", lines && !index ? lines : "none");
    });
    const seen = new Set(fits ? sides.filter((_, index) => shown[index]).flatMap(({ numbers }) => numbers) : []);
    for (const mark of marks) mark.toggleAttribute("data-beside", numbersOf(mark).every((number) => seen.has(number)));
    const rest = sides.filter((_, index) => !shown[index]), count = rest.length - (lines ? 1 : 0);
    const numbers = [...new Set(rest.flatMap((side) => side.numbers))].sort((one, other) => one - other);
    more.hidden = !numbers.length;
    if (!numbers.length) return;
    more.textContent = count ? `and ${count} more` : "in full";
    more.dataset.notes = numbers.join(" ");
    more.href = `#${noteOf(numbers[0]).id}`;
  }

  function layout() {
    if (!margin.checkVisibility()) {
      for (const mark of main.querySelectorAll("[data-beside]")) mark.removeAttribute("data-beside");
      return;
    }
    groups ??= build();
    const there = groups.filter(({ block }) => block.checkVisibility());
    for (const { element: group, sides, more } of groups) {
      for (const each of [group, more, ...sides.map((side) => side.element)]) each.hidden = false;
      for (const side of sides) side.element.style.setProperty("--lines", "none");
    }
    const origin = margin.getBoundingClientRect().top;
    const measured = there.map((group) => measure(group, origin));
    const held = taken(origin);
    const end = (list.closest(".sourced-notes") ?? list).getBoundingClientRect().top - origin;
    for (const group of groups) group.element.hidden = true;
    there.forEach((group, index) => {
      const own = measured[index];
      const others = measured.slice(index + 1).map(({ top }) => top).filter((top) => top >= own.top);
      for (const { top, bottom } of held) if (top < own.top && bottom > own.top) own.top = bottom;
      const next = Math.min(end, ...others, ...held.map(({ top }) => top).filter((top) => top >= own.top));
      set(group, own, choose(own, Math.min(next, own.bottom + BELOW) - own.top));
    });
  }

  let due = 0;
  const watch = new ResizeObserver(() => { due ||= requestAnimationFrame(() => { due = 0; layout(); }); });
  watch.observe(main);
  watch.observe(margin);
})();
