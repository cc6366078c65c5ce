// Where a reader arrives: the words that were searched for are marked where the search led, a fold that holds them is
// opened, and of a place that is no longer there the page says so. The search hands the words over in the address.
(() => {
  "use strict";

  const BLOCKS = "p, li, tr, dt, dd, figcaption, caption, h1, h2, h3, h4, summary";
  const BEHIND = ".sourced-number, .sourced-tags, .sourced-card, .headerlink"; // words that are not of the text
  const WORDS = /\p{N}+(?:[,\u2009\u202f\u00a0]\p{N}{2,3})*|\p{L}+(?:['’ʼ]\p{L}+)*/gu;
  const main = document.querySelector("main, [role=main], .body") ?? document.body;
  const fold = (word) => word.normalize("NFKD").replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();

  const name = () => decodeURIComponent(location.hash.slice(1).replace(/:~:.*/, ""));

  // --- The words.

  function hitsIn(block, sought) {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement.closest(BEHIND) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    const hits = [];
    while (walker.nextNode())
      for (const { 0: word, index } of walker.currentNode.data.matchAll(WORDS))
        if (sought.has(fold(word))) {
          const range = new Range();
          range.setStart(walker.currentNode, index);
          range.setEnd(walker.currentNode, index + word.length);
          hits.push(range);
        }
    return hits;
  }

  // The block of the text that was meant: that of a mark, or in a section the one with most of the words.
  function meant(place, sought) {
    const own = place.closest(BLOCKS);
    if (own && hitsIn(own, sought).length) return hitsIn(own, sought);
    const rich = (hits) => new Set(hits.map((range) => fold(String(range)))).size;
    const all = [...place.querySelectorAll(BLOCKS)].filter((each) => !each.querySelector(BLOCKS)).map((each) => hitsIn(each, sought));
    return all.reduce((best, each) => (rich(each) > rich(best) ? each : best), []);
  }

  function show(hits) {
    const first = hits[0].startContainer.parentElement;
    for (let fold = first.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    CSS.highlights?.set("sourced-sought", new Highlight(...hits));
    const { top, bottom } = hits[0].getBoundingClientRect();
    if (top < innerHeight / 8 || bottom > innerHeight) first.scrollIntoView({ block: "center", behavior: "instant" });
  }

  function land() {
    const here = new URL(location.href), asked = here.searchParams.get("highlight");
    if (!asked) return;
    const place = document.getElementById(name()) ?? main;
    const hits = meant(place, new Set(asked.split(" ")));
    here.searchParams.delete("highlight"); // an address that is passed on has nothing of it
    try { history.replaceState(history.state, "", here); } catch { /* from disk, as a browser may have it */ }
    if (hits.length) show(hits);
  }

  // --- What is not there.

  let told;

  function tell() {
    told?.remove();
    const id = name();
    if (!id || id === "top" || document.getElementById(id) || document.getElementsByName(id).length) return;
    const words = id.replace(/^(fact|name|about)-/, "").replaceAll("-", " ");
    const search = document.querySelector("link[rel=search]")?.href;
    const link = document.createElement("a");
    link.href = `${search}?q=${encodeURIComponent(words)}`;
    link.textContent = `Search for “${words}”`;
    told = document.createElement("p");
    told.className = "sourced-lost";
    told.setAttribute("role", "status");
    told.append(`There is no “${id}” on this page: it has been renamed or taken out, or the address is not whole. `, search ? link : "");
    (main.querySelector("h1") ?? main.firstElementChild).after(told);
    told.scrollIntoView({ block: "center", behavior: "instant" });
  }

  addEventListener("hashchange", tell);
  tell();
  land();
})();
