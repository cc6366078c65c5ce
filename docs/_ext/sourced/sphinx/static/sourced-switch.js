// One switch marks every sourced passage of the page at once: its sentence by a pattern, and behind it the names of
// its sources. What the switch was last set to is remembered.
(() => {
  "use strict";

  const box = document.querySelector(".sourced-switch");
  const button = box?.querySelector("button");
  if (!button) return;

  const MARK = 'a[role="doc-noteref"]';
  const KEY = "sourced-shown";
  const store = (value) => { try { localStorage.setItem(KEY, value); } catch { /* not remembered, then */ } };
  const stored = () => { try { return localStorage.getItem(KEY); } catch { return null; } };
  const PATTERNS = 6; // as many as the style sheet has; the last is for passages of several sources

  // What a source is called in a tag: the first words of its name that no other source of the page begins with.
  function tags(names) {
    const parts = names.map((name) => name.replace(/^(the|an?)\s+/i, "").split(/\s+/));
    return parts.map((own, at) => {
      const count = own.findIndex((_, length) => parts.every((other, index) =>
        index === at || other.slice(0, length + 1).join(" ") !== own.slice(0, length + 1).join(" ")));
      return own.slice(0, count < 0 ? own.length : count + 1).join(" ");
    });
  }

  function sourcesOf(mark) {
    const numbers = mark.dataset.notes?.split(" "), list = document.querySelector(".sourced-note-list");
    const notes = numbers?.map((number) => list.children[number - 1]) ?? [document.getElementById(decodeURIComponent(mark.hash.slice(1)))];
    return notes.flatMap((note) => [...(note?.querySelectorAll("cite") ?? [])]).map((cite) => cite.textContent);
  }

  // Marks that stand side by side, as one: what they rest on, and where they end.
  function runs() {
    const found = [];
    for (const mark of document.querySelectorAll(MARK)) {
      const part = mark.parentElement.matches("sup.sourced-number") ? mark.parentElement : mark;
      if (part.classList.contains("sourced-apart") && found.length) {
        found.at(-1).sources.push(...sourcesOf(mark));
        found.at(-1).end = part;
      } else found.push({ mark, end: part, sources: sourcesOf(mark) });
    }
    return found.map((run) => ({ ...run, sources: [...new Set(run.sources)] }));
  }

  // The sentence that a mark stands in or behind: its block and its place in the words of the block.
  const blocks = new Map();
  function sentenceOf(mark) {
    const block = mark.closest("p, li, td, th, dd, dt, figcaption, h1, h2, h3, h4") ?? mark.parentElement;
    if (!blocks.has(block)) blocks.set(block, { ...split(block), found: new Map() });
    const { texts, sentences, found } = blocks.get(block);
    const first = texts.find(({ node }) => mark.contains(node));
    const before = texts.findLast(({ node }) => node.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_FOLLOWING);
    const at = first?.start ?? (before ? before.start + before.node.data.trimEnd().length - 1 : 0);
    const sentence = sentences.findLast(({ start }) => start <= at);
    if (sentence && !found.has(sentence)) found.set(sentence, { ranges: rangesOf(texts, sentence), sources: new Set() });
    return found.get(sentence);
  }

  function rangesOf(texts, { start, end }) {
    return texts.filter((text) => text.start < end && start < text.start + text.node.length).map((text) => {
      const range = new Range();
      range.setStart(text.node, Math.max(start - text.start, 0));
      range.setEnd(text.node, Math.min(end - text.start, text.node.length));
      return range;
    });
  }

  function split(block) {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement.closest(".sourced-number, .sourced-tags, .sourced-card") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    const texts = [];
    let whole = "";
    while (walker.nextNode()) {
      texts.push({ node: walker.currentNode, start: whole.length });
      whole += walker.currentNode.data;
    }
    const segments = new Intl.Segmenter(document.documentElement.lang || "en", { granularity: "sentence" }).segment(whole);
    return { texts, sentences: [...segments].map(({ index, segment }) => ({ start: index, end: index + segment.trimEnd().length })) };
  }

  function mark() {
    const all = runs();
    const names = [...new Set(all.flatMap((run) => run.sources))].sort();
    const short = tags(names);
    const tag = (index) => {
      const made = document.createElement("span");
      made.className = `sourced-tag sourced-pattern-${index % (PATTERNS - 1)}`;
      made.textContent = short[index];
      return made;
    };
    for (const { mark, end, sources } of all) {
      const after = document.createElement("span");
      after.className = "sourced-tags";
      after.append(...sources.flatMap((name) => [" ", tag(names.indexOf(name))]));
      for (const name of sources) sentenceOf(mark)?.sources.add(name);
      end.after(after);
    }
    paint(names);
    const legend = document.createElement("ul");
    legend.className = "sourced-legend";
    legend.append(...names.map((name, index) => {
      const item = document.createElement("li");
      item.append(tag(index), ` ${name}`);
      return item;
    }));
    box.append(legend);
  }

  function paint(names) {
    if (!globalThis.Highlight || !CSS.highlights) return;
    const ranges = Array.from({ length: PATTERNS }, () => []);
    for (const { found } of blocks.values())
      for (const sentence of found.values()) {
        const [name, ...more] = sentence.sources;
        ranges[more.length ? PATTERNS - 1 : names.indexOf(name) % (PATTERNS - 1)].push(...sentence.ranges);
      }
    ranges.forEach((of, index) => CSS.highlights.set(`sourced-${index}`, new Highlight(...of)));
  }

  function unmark() {
    for (const each of document.querySelectorAll(".sourced-tags, .sourced-legend")) each.remove();
    for (let index = 0; index < PATTERNS; index++) CSS.highlights?.delete(`sourced-${index}`);
    blocks.clear();
  }

  function setShown(shown) {
    button.setAttribute("aria-pressed", shown);
    if (shown) mark();
    else unmark();
  }

  button.addEventListener("click", () => {
    const shown = button.getAttribute("aria-pressed") !== "true";
    setShown(shown);
    store(shown ? "yes" : "");
  });
  if (stored() === "yes") setShown(true);
})();
