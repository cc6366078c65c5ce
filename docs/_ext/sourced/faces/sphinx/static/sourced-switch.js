// One switch shows what a page rests on: each sentence that cites facts gets the tint of its source and, behind its
// full stop, the names of its sources. What the switch was last set to is remembered.
(() => {
  "use strict";

  const box = document.querySelector(".sourced-switch");
  const button = box?.querySelector("button");
  if (!button) return;

  const KEY = "sourced-shown";
  const store = (value) => { try { localStorage.setItem(KEY, value); } catch { /* not remembered, then */ } };
  const stored = () => { try { return localStorage.getItem(KEY); } catch { return null; } };

  const TINTS = 8; // as many as the style sheet has
  const CLAIM = 1, DIFFERS = 2; // what the page says of a note
  const LABELS = ["Show what this rests on", "Hide sources"];
  const NUMBER = ".sourced-number, .sourced-tags, .sourced-card"; // stands behind words and is none of them
  const BLOCKS = "p, li, td, th, dd, dt, figcaption, h1, h2, h3, h4";
  const { sources, notes } = JSON.parse(box.dataset.rests); // [tint, short name, name]; [what is said, ...sources]

  function element(name, className, ...parts) {
    const made = document.createElement(name);
    made.className = className;
    made.append(...parts);
    return made;
  }

  // What a mark says of its notes, by their numbers; one that leads to a single note by its address alone.
  function notesOf(mark) {
    if (mark.dataset.notes) return mark.dataset.notes.split(" ").map((number) => notes[number - 1]);
    const note = document.getElementById(decodeURIComponent(mark.hash.slice(1)));
    return [notes[[...note.parentElement.children].indexOf(note)]];
  }

  // --- Sentences: the words of a block, and which of its marks belong to which sentence.

  function read(block) {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement.closest(NUMBER) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    const texts = [];
    let whole = "";
    while (walker.nextNode()) {
      texts.push({ node: walker.currentNode, start: whole.length });
      whole += walker.currentNode.data;
    }
    const segments = block.matches("blockquote") ? [{ index: 0, segment: whole }]
      : new Intl.Segmenter(document.documentElement.lang || "en", { granularity: "sentence" }).segment(whole);
    const sentences = [...segments].map(({ index, segment }) => ({
      start: index + segment.length - segment.trimStart().length, end: index + segment.trimEnd().length, said: 0, sources: new Map(),
    }));
    return { block, texts, sentences: sentences.filter(({ start, end }) => start < end) };
  }

  // A mark without words belongs to the words before it.
  function sentenceOf(mark, { texts, sentences }) {
    const first = texts.find(({ node }) => mark.contains(node));
    const before = texts.findLast(({ node }) => node.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_FOLLOWING);
    const at = first?.start ?? (before ? before.start + before.node.data.trimEnd().length - 1 : 0);
    return sentences.findLast(({ start }) => start <= at);
  }

  function readAll() {
    const blocks = new Map();
    for (const mark of document.querySelectorAll('a[role="doc-noteref"]')) {
      const block = mark.closest("blockquote.sourced-block") ?? mark.closest(BLOCKS) ?? mark.parentElement;
      if (!blocks.has(block)) blocks.set(block, read(block));
      const sentence = sentenceOf(mark, blocks.get(block));
      for (const [said, ...of] of sentence ? notesOf(mark) : []) {
        sentence.cited = true;
        sentence.said |= said;
        for (const source of of) sentence.sources.set(source, (sentence.sources.get(source) ?? 0) | said);
      }
    }
    return [...blocks.values()];
  }

  function rangesOf({ start, end }, texts) {
    return texts.filter((text) => text.start < end && start < text.start + text.node.length).map((text) => {
      const range = new Range();
      range.setStart(text.node, Math.max(start - text.start, 0));
      range.setEnd(text.node, Math.min(end - text.start, text.node.length));
      return range;
    });
  }

  // --- What is shown.

  const tag = (source, said = 0) =>
    element("span", `sourced-tag sourced-tint-${sources[source][0] % TINTS}${said & CLAIM ? " sourced-claim" : ""}`, sources[source][1]);
  const none = () => element("span", "sourced-tag", "in no report");
  const differs = () => element("span", "sourced-tag sourced-differs", "≠");

  function tagsOf({ said, sources: of }) {
    const tags = [...of].sort(([one], [other]) => one - other).map(([source, what]) => tag(source, what));
    const all = [...(tags.length ? tags : [none()]), ...(said & DIFFERS ? [differs()] : [])];
    const inner = element("span", "", ...all.flatMap((each, index) => (index ? [" ", each] : [each])));
    inner.ariaHidden = "true";
    const made = element("span", "sourced-tags", "\u00a0", inner);
    made.setAttribute("role", "note");
    made.ariaLabel = [
      of.size ? `From ${[...of.keys()].map((source) => sources[source][2]).join(", ")}` : "Looked for, and found in no source",
      ...(said & CLAIM ? ["holds a claim"] : []), ...(said & DIFFERS ? ["accounts differ"] : []),
    ].join("; ");
    return made;
  }

  const isNumber = (node) => node.nodeType === Node.ELEMENT_NODE && node.matches(NUMBER);
  const isBlank = (node) => node.nodeType === Node.TEXT_NODE && !node.data.trim();

  // Behind the full stop and behind the numbers that follow it, never between a word and its full stop.
  function behind({ end }, { block, texts }) {
    const text = texts.find(({ node, start }) => start < end && end <= start + node.length);
    let at = text.node;
    const rest = at.data.slice(end - text.start);
    if (rest.trim() || (rest && !(at.nextSibling && isNumber(at.nextSibling)))) {
      at.splitText(end - text.start);
      return at;
    }
    for (;;) {
      let next = at.nextSibling;
      for (; next && (isNumber(next) || isBlank(next)); next = next.nextSibling) if (isNumber(next)) at = next;
      if (next || at.parentElement === block || at.parentElement.matches(BLOCKS)) return at;
      at = at.parentElement;
    }
  }

  function paint(blocks) {
    if (!globalThis.Highlight || !CSS.highlights || matchMedia("(forced-colors: active)").matches) return; // all would look selected
    const ranges = { several: [], none: [], claim: [] };
    for (const { texts, sentences } of blocks)
      for (const sentence of sentences.filter(({ cited }) => cited)) {
        const [source, ...more] = sentence.sources.keys();
        const tint = more.length ? "several" : source === undefined ? "none" : sources[source][0] % TINTS;
        const own = rangesOf(sentence, texts);
        (ranges[tint] ??= []).push(...own);
        if (sentence.said & CLAIM) ranges.claim.push(...own);
      }
    for (const [name, of] of Object.entries(ranges)) CSS.highlights.set(`sourced-${name}`, new Highlight(...of));
  }

  function legend() {
    const item = (...parts) => element("li", "", ...parts);
    const sample = (className, words) => element("span", `sourced-sample ${className}`, words);
    return element("ul", "sourced-legend",
      item(...sources.flatMap((_, index) => (index ? [" ", tag(index)] : [tag(index)]))),
      item(sample("sourced-several", "grey"), " several reports"),
      item(sample("sourced-claim", "dashed"), " a claim"),
      item(differs(), " accounts differ"),
      ...(notes.some(([, ...of]) => !of.length) ? [item(none())] : []),
      item("uncoloured: the editors’ own words"));
  }

  function show() {
    const blocks = readAll();
    paint(blocks);
    for (const { block, texts, sentences } of blocks)
      for (const sentence of sentences.filter(({ cited }) => cited).reverse()) // later places stay where they were read
        behind(sentence, { block, texts }).after(tagsOf(sentence));
    box.append(legend());
  }

  function hide() {
    for (const each of document.querySelectorAll(".sourced-tags")) {
      const parent = each.parentElement;
      each.remove();
      parent.normalize();
    }
    box.querySelector(".sourced-legend")?.remove();
    for (const name of [...(CSS.highlights?.keys() ?? [])]) if (/^sourced-(\d|several|none|claim)/.test(name)) CSS.highlights.delete(name);
  }

  const isShown = () => box.classList.contains("sourced-on");

  function set(shown) {
    button.textContent = LABELS[Number(shown)];
    box.classList.toggle("sourced-on", shown);
    if (shown) show();
    else hide();
  }

  new ResizeObserver(() => document.documentElement.style.setProperty("--sourced-legend", `${box.offsetHeight}px`)).observe(box);

  button.addEventListener("click", () => {
    set(!isShown());
    store(isShown() ? "yes" : "");
  });
  if (stored() === "yes") set(true);
})();
