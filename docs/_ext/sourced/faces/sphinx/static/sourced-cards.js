// Cards: what a mark rests on, shown beside it on hover, focus, click or tap.
// Each mark is a link to its note at the foot of the page, and the card is a copy of that note:
// without this script, or in a browser without popovers, the links lead there.
(() => {
  "use strict";
  if (!("popover" in HTMLElement.prototype)) return;

  const MARK = 'a[role="doc-noteref"][href^="#"], a.sourced-name, a.sourced-more, a.sourced-tie';
  const TITLES = { undefined: "What this rests on", person: "Who is this?", group: "Who are they?", people: "Who are they?", source: "Which source is this?" };
  const SHEET = matchMedia("(max-width: 40em)"); // as in the style sheet
  const SHOW_AFTER = 200, HIDE_AFTER = 300; // milliseconds: long enough to cross the gap to the card
  const BEHIND = ".sourced-number, .sourced-tags, .sourced-card"; // stands behind words and is none of them
  const GAP = 6, EDGE = 8, ROOM = 240; // pixels; a card goes above its mark where there is less room below
  const MOST = 400; // pixels; what is longer scrolls, so that the page stays in sight
  const FAR = 60; // pixels that a sheet is drawn to be rid of it

  let card, body, timer, splitter;
  let words = []; // what the open card speaks of, as ranges
  let mark = null; // the mark whose card is open
  let how = ""; // "hover", "focus" or "pinned"
  let closed = null; // the mark that is just getting its focus back
  let under = null; // what the pointer was last moved to
  let at = ""; // where on the screen it is
  let tabbed = false; // whether the last thing done was to press the tab key
  let pressed = null; // the mark whose pinned card the present press will close

  function make() {
    card = document.createElement("div");
    card.id = "sourced-card";
    card.className = "sourced-card";
    card.popover = "auto"; // Escape, a press elsewhere and a phone's back gesture close it
    card.tabIndex = -1; // else one that scrolls would be a stop of its own
    card.setAttribute("role", "dialog");
    card.setAttribute("aria-labelledby", "sourced-card-title");
    card.innerHTML =
      '<p class="sourced-card-head"><span id="sourced-card-title"></span>' +
      '<button type="button" class="sourced-card-close" aria-label="Close">×</button></p>' +
      '<div class="sourced-card-body"></div><p class="sourced-card-foot"></p>'; // which another script may fill
    body = card.children[1];
    card.firstElementChild.addEventListener("pointerdown", drag);
    card.firstElementChild.addEventListener("mousedown", (event) => event.preventDefault()); // no link is drawn along
    card.querySelector("button").addEventListener("click", () => card.hidePopover());
    card.addEventListener("beforetoggle", (event) => event.newState === "closed" && forget());
    card.addEventListener("focusout", (event) => {
      const to = event.relatedTarget;
      if (how === "pinned" && to && !card.contains(to)) hide();
    });
    body.addEventListener("click", (event) => {
      if (event.target.closest("a")) hide(); // it leads to another place, perhaps on this page
    });
  }

  // A sheet follows the thumb, and is gone when it has been drawn far enough.
  function drag(event) {
    if (!SHEET.matches || event.target.closest("button")) return;
    const head = event.currentTarget, away = card.classList.contains("sourced-card-top") ? -1 : 1;
    const drawn = (to) => Math.max(0, (to.clientY - event.clientY) * away);
    const end = (to) => {
      head.onpointermove = head.onpointerup = head.onpointercancel = null;
      card.style.translate = "";
      if (to.type === "pointerup" && drawn(to) > FAR) hide();
    };
    head.setPointerCapture(event.pointerId);
    head.onpointermove = (to) => { card.style.translate = `0 ${drawn(to) * away}px`; };
    head.onpointerup = head.onpointercancel = end;
  }

  function whoIs(link, number) {
    const { name, kind, about, also, title, publisher, published, inferred } = link.dataset;
    const copy = document.createElement("div");
    copy.className = "sourced-note";
    const line = (className, ...parts) => {
      const made = copy.appendChild(document.createElement("p"));
      made.className = className;
      made.append(...parts);
      return made;
    };
    const isSource = kind === "source";
    const sentence = (text) => `${text[0].toUpperCase()}${text.slice(1)}.`;
    line("sourced-statement", name).id = `sourced-card-${number}`;
    if (title) line("sourced-title", `“${title}”`);
    if (isSource) {
      const date = published && (inferred ? `${published} (date inferred)` : published);
      line("sourced-who", sentence([publisher ? `published by ${publisher}` : "no publisher is named", date].filter(Boolean).join(", ")));
    } else line("", sentence(about ?? kind));
    if (also) line("sourced-who", `Also written: ${also}.`);
    if (inferred) line("sourced-who sourced-inferred", inferred);
    line("", linkTo(link.href, isSource ? "What the book takes from it" : "In the list of names"));
    return copy;
  }

  function linkTo(href, words) {
    const link = document.createElement("a");
    link.href = href;
    link.className = "sourced-card-place";
    link.textContent = words;
    return link;
  }

  function notesOf(link) {
    const numbers = link.dataset.notes?.split(" "), list = document.querySelector(".sourced-note-list");
    return numbers?.map((number) => list.children[number - 1]) ?? [document.getElementById(decodeURIComponent(link.hash.slice(1)))];
  }

  function copyOf(note, index) {
    const copy = document.createElement("div");
    copy.className = "sourced-note";
    copy.append(...note.cloneNode(true).childNodes);
    for (const each of copy.querySelectorAll(".sourced-back")) each.remove();
    for (const each of copy.querySelectorAll("[id]")) each.removeAttribute("id");
    copy.firstElementChild.id = `sourced-card-${index}`;
    let foot = copy.querySelector(".sourced-permalink");
    if (!foot) {
      foot = copy.appendChild(document.createElement("p"));
      foot.className = "sourced-permalink";
    }
    foot.append(foot.childElementCount ? " · " : "", linkTo(`#${note.id}`, `Note ${[...note.parentElement.children].indexOf(note) + 1}`));
    return copy;
  }

  function fill(of) {
    const copies = of.matches(".sourced-name") ? [whoIs(of, 0)] : notesOf(of).map(copyOf);
    const title = TITLES[of.dataset.kind] ?? "What is this?";
    body.replaceChildren(...copies);
    card.querySelector("#sourced-card-title").textContent = copies.length > 1 ? `${title} · ${copies.length} notes` : title;
    for (const each of [of, card]) each.setAttribute("aria-describedby", copies.map((_, index) => `sourced-card-${index}`).join(" "));
    const behind = of.closest("sup") ?? of;
    if (card.previousElementSibling !== behind) behind.after(card); // next to be read and reached
  }

  function show(of, by) {
    clearTimeout(timer);
    if (!card) make();
    hide();
    fill(of);
    mark = of;
    how = by;
    card.dataset.how = by;
    if (by === "pinned") of.focus({ preventScroll: true }); // where the browser gives focus back to
    document.dispatchEvent(new CustomEvent("sourced-card", { detail: { card, sentence: isName(of) ? null : () => sentenceOf(of, !saidBy(of)), about: () => aboutOf(of), note: () => notesOf(of)[0] } }));
    for (const each of card.querySelectorAll("a, .sourced-card-foot button")) each.tabIndex = by === "pinned" ? 0 : -1;
    words = passageOf(of);
    CSS.highlights?.set("sourced-passage", new Highlight(...words));
    card.showPopover();
    place();
    card.scrollTop = 0;
    if (by === "pinned") card.querySelector("button").focus({ preventScroll: true });
  }

  function hide() {
    clearTimeout(timer);
    if (card?.matches(":popover-open")) card.hidePopover();
  }

  function forget() {
    mark?.removeAttribute("aria-describedby");
    CSS.highlights?.delete("sourced-passage");
    closed = mark;
    setTimeout(() => { closed = null; });
    mark = null;
    how = "";
  }

  // Below the words, or above their sentence; on a narrow screen a sheet. Never over the words.
  function place() {
    const rects = [...mark.getClientRects()];
    const bottom = Math.max(...rects.map((rect) => rect.bottom)) + GAP;
    card.removeAttribute("style");
    card.classList.remove("sourced-card-top");
    if (SHEET.matches) {
      const hidden = () => mark.getBoundingClientRect().bottom + GAP > card.getBoundingClientRect().top;
      if (hidden() && how !== "hover") scrollBy({ top: bottom + GAP - card.getBoundingClientRect().top, behavior: "instant" });
      card.classList.toggle("sourced-card-top", hidden());
      return;
    }
    if (mark.matches(".sourced-more")) card.style.width = `${Math.min(card.offsetWidth, document.documentElement.clientWidth - rects[0].left)}px`; // in the margin
    rects.push(...words.flatMap((range) => [...range.getClientRects()]));
    const top = Math.min(...rects.map((rect) => rect.top)) - GAP;
    const below = innerHeight - bottom - EDGE;
    const above = below < Math.min(ROOM, card.offsetHeight) && top - EDGE > below;
    card.style.maxHeight = `${Math.min(Math.max(above ? top - ceiling(top) : below, ROOM / 2), MOST)}px`;
    const left = Math.min(mark.getClientRects()[0].left - 2 * EDGE, document.documentElement.clientWidth - card.offsetWidth - EDGE);
    card.style.left = `${Math.max(left, EDGE) + scrollX}px`;
    card.style.top = `${(above ? top - card.offsetHeight : bottom) + scrollY}px`;
  }

  // How far up a card may reach: not over the page's title, as long as there is room below that.
  function ceiling(top) {
    const title = document.querySelector("h1")?.getBoundingClientRect().bottom ?? 0;
    return title > EDGE && top - title >= ROOM ? title + GAP : EDGE;
  }

  const isName = (of) => of.matches(".sourced-name, .sourced-more"); // which speaks of no sentence

  const saidBy = (of) => of.matches(".sourced-tie") ? of : of.querySelector(".sourced-said");

  // What a mark speaks of: its own words or, where it has none or leads to more than these rest on, its sentence.
  function passageOf(of) {
    if (isName(of)) return [];
    const said = saidBy(of);
    const own = of.closest(".sourced-block")?.querySelector("p") ?? (of.dataset.notes ? null : said);
    if (!own) return sentenceOf(of, !said);
    const range = new Range();
    range.selectNodeContents(own);
    return [range];
  }

  // A quotation that stands by itself is one with whose it is.
  function sentenceOf(of, isBehind) {
    const quoted = of.closest(".sourced-block");
    const block = quoted ?? of.closest("p, li, td, th, dd, dt, figcaption, blockquote") ?? of.parentElement;
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement.closest(BEHIND) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    const texts = [];
    let whole = "", at = 0;
    while (walker.nextNode()) {
      const node = walker.currentNode;
      texts.push({ node, from: whole.length });
      whole += node.data;
      if (of.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING) at = isBehind ? whole.trimEnd().length - 1 : whole.length;
    }
    if (quoted) return texts.map(({ node }) => rangeOver(node, 0, node.length));
    splitter ??= new Intl.Segmenter(document.documentElement.lang || "en", { granularity: "sentence" });
    const { index, segment } = splitter.segment(whole).containing(Math.max(at, 0)) ?? { index: 0, segment: whole };
    const end = index + segment.trimEnd().length;
    return texts.filter(({ node, from }) => from < end && index < from + node.length).map(({ node, from }) =>
      rangeOver(node, Math.max(index - from, 0), Math.min(end - from, node.length)));
  }

  // Whom or what an entry of a list is about, by its head.
  function aboutOf(of) {
    let head = of.closest("dd");
    while (head?.matches("dd")) head = head.previousElementSibling;
    const words = head?.cloneNode(true);
    for (const each of words?.querySelectorAll(BEHIND) ?? []) each.remove();
    return words?.textContent.trim() ?? "";
  }

  function rangeOver(node, start, end) {
    const range = new Range();
    range.setStart(node, start);
    range.setEnd(node, end);
    return range;
  }

  const markAt = (event) => event.target.closest?.(MARK);

  // Only a pointer that has itself been moved asks for anything: text that scrolls by under it, or comes to lie there
  // with a new page, opens no card; nor does a drag, which selects words.
  document.addEventListener("pointermove", (event) => {
    const before = at;
    at = `${event.screenX} ${event.screenY}`;
    if (before === at || event.pointerType === "touch" || event.buttons || how === "pinned") return;
    const over = markAt(event);
    if (over === under && (over || how !== "hover")) return;
    under = over;
    const inside = card?.contains(event.target);
    clearTimeout(timer);
    if (over && over !== mark && !("beside" in over.dataset)) timer = setTimeout(show, SHOW_AFTER, over, "hover");
    else if (!over && how === "hover" && !inside) timer = setTimeout(hide, HIDE_AFTER);
  });
  document.addEventListener("wheel", () => {
    if (!mark) clearTimeout(timer);
    under = null;
  }, { passive: true });

  // Nor does focus that comes with an address, from a search or a note: only the tab key moves on from mark to mark.
  document.addEventListener("keydown", (event) => { tabbed = event.key === "Tab"; }, { capture: true });
  document.addEventListener("focusin", (event) => {
    const to = markAt(event);
    if (to && to !== mark && to !== closed && tabbed) show(to, "focus");
    else if (!to && how === "focus" && !card.contains(event.target)) hide();
  });

  document.addEventListener("pointerdown", (event) => {
    tabbed = false;
    clearTimeout(timer);
    const on = markAt(event);
    pressed = how === "pinned" && on === mark ? mark : null;
    if (on) on.draggable = false; // a drag that begins on it selects, as anywhere in the text
  }, { capture: true });

  document.addEventListener("click", (event) => {
    const on = markAt(event);
    if (!on || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (event.detail && !getSelection().isCollapsed) return; // words have been selected
    if (on !== pressed || !event.detail) show(on, "pinned");
    else hide();
    pressed = null;
  });

  addEventListener("resize", () => mark && place());
})();
