// Cards: what a mark rests on, shown beside it on hover, focus, click or tap.
// Each mark is a link to its note at the foot of the page, and the card is a copy of that note:
// without this script, or in a browser without popovers, the links lead there.
(() => {
  "use strict";
  if (!("popover" in HTMLElement.prototype)) return;

  const MARK = 'a[role="doc-noteref"][href^="#"], a.sourced-name';
  const TITLES = { undefined: "What this rests on", person: "Who is this?", group: "Who are they?", people: "Who are they?" };
  const SHEET = matchMedia("(max-width: 40em)"); // as in the style sheet
  const SHOW_AFTER = 200, HIDE_AFTER = 300; // milliseconds: long enough to cross the gap to the card
  const GAP = 6, EDGE = 8, ROOM = 240; // pixels; a card goes above its mark where there is less room below

  let card, body, timer;
  let mark = null; // the mark whose card is open
  let how = ""; // "hover", "focus" or "pinned"
  let closed = null; // the mark that is just getting its focus back
  let pressed = null; // the mark whose pinned card the present press will close

  function make() {
    card = document.createElement("div");
    card.id = "sourced-card";
    card.className = "sourced-card";
    card.popover = "auto"; // Escape, a press elsewhere and a phone's back gesture close it
    card.tabIndex = -1;
    card.setAttribute("role", "dialog");
    card.setAttribute("aria-labelledby", "sourced-card-title");
    card.innerHTML =
      '<p class="sourced-card-head"><span id="sourced-card-title"></span>' +
      '<button type="button" class="sourced-card-close" aria-label="Close">×</button></p>' +
      '<div class="sourced-card-body"></div>';
    body = card.lastElementChild;
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

  // Marks that stand next to each other speak of the same words: one card shows them all.
  function neighbours(of) {
    let part = of.closest("sup.sourced-number") ?? of;
    if (part.contains(of) && part.parentElement.matches(MARK)) part = part.parentElement;
    while (part.classList.contains("sourced-apart")) part = part.previousElementSibling;
    const parts = [part];
    while (part.nextElementSibling?.classList.contains("sourced-apart")) parts.push(part = part.nextElementSibling);
    return parts;
  }

  function whoIs(link, number) {
    const { name, kind, about, also } = link.dataset;
    const copy = document.createElement("div");
    copy.className = "sourced-note";
    const line = (className, ...parts) => {
      const made = copy.appendChild(document.createElement("p"));
      made.className = className;
      made.append(...parts);
      return made;
    };
    line("sourced-statement", name).id = `sourced-card-${number}`;
    line("sourced-who", about ? `${about} (${kind})` : kind);
    if (also) line("sourced-who", `Also spelt: ${also}`);
    line("", linkTo(link.href, "In the list of names"));
    return copy;
  }

  function linkTo(href, words) {
    const link = document.createElement("a");
    link.href = href;
    link.className = "sourced-card-place";
    link.textContent = words;
    return link;
  }

  function copyOf(link, number) {
    if (link.matches(".sourced-name")) return whoIs(link, number);
    const note = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    const copy = document.createElement("div");
    copy.className = "sourced-note";
    copy.append(...note.cloneNode(true).childNodes);
    for (const each of copy.querySelectorAll(".sourced-back")) each.remove();
    for (const each of copy.querySelectorAll("[id]")) each.removeAttribute("id");
    copy.firstElementChild.id = `sourced-card-${number}`;
    (copy.querySelector(".sourced-permalink") ?? copy).append(" ", linkTo(link.hash, `Note ${link.textContent.match(/\d+\s*$/)?.[0] ?? ""} of this page`));
    return copy;
  }

  function fill(of) {
    const parts = neighbours(of);
    const links = parts.map((part) => (part.matches(MARK) ? part : part.querySelector(MARK)));
    body.replaceChildren(...links.map(copyOf));
    card.querySelector("#sourced-card-title").textContent = TITLES[of.dataset.kind] ?? "What is this?";
    of.setAttribute("aria-describedby", links.map((_, index) => `sourced-card-${index}`).join(" "));
    if (card.previousElementSibling !== parts.at(-1)) parts.at(-1).after(card); // next to be read and reached
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
    for (const link of body.querySelectorAll("a")) link.tabIndex = by === "pinned" ? 0 : -1;
    card.showPopover();
    place();
    if (by === "pinned") card.focus({ preventScroll: true });
  }

  function hide() {
    clearTimeout(timer);
    if (card?.matches(":popover-open")) card.hidePopover();
  }

  function forget() {
    mark?.removeAttribute("aria-describedby");
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
    if (mark.matches("sup > *")) rects.push(...sentence().getClientRects());
    const top = Math.min(...rects.map((rect) => rect.top)) - GAP;
    const below = innerHeight - bottom - EDGE;
    const above = below < Math.min(ROOM, card.offsetHeight) && top - EDGE > below;
    card.style.maxHeight = `${Math.max(above ? top - EDGE : below, ROOM / 2)}px`;
    const left = Math.min(mark.getClientRects()[0].left - 2 * EDGE, document.documentElement.clientWidth - card.offsetWidth - EDGE);
    card.style.left = `${Math.max(left, EDGE) + scrollX}px`;
    card.style.top = `${(above ? top - card.offsetHeight : bottom) + scrollY}px`;
  }

  // The words before a mark that prints none itself, back to the mark or the block before it.
  function sentence() {
    const range = document.createRange();
    const block = mark.closest("p, li, td, th, dd, dt, figcaption, blockquote") ?? mark.parentElement;
    const others = [...block.querySelectorAll(MARK)].filter((other) => !neighbours(mark).some((part) => part.contains(other)));
    const before = others.filter((other) => other.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_FOLLOWING).at(-1);
    if (before) range.setStartAfter(before);
    else range.setStart(block, 0);
    range.setEndBefore(mark);
    return range;
  }

  const markAt = (event) => event.target.closest?.(MARK);

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch" || event.buttons || how === "pinned") return; // nor while words are selected
    const over = markAt(event);
    clearTimeout(timer);
    if (over && over !== mark) timer = setTimeout(show, SHOW_AFTER, over, "hover");
    else if (!over && how === "hover" && !card.contains(event.target)) timer = setTimeout(hide, HIDE_AFTER);
  });

  document.addEventListener("focusin", (event) => {
    const at = markAt(event);
    if (at && at !== mark && at !== closed && at.matches(":focus-visible")) show(at, "focus");
    else if (!at && how === "focus" && !card.contains(event.target)) hide();
  });

  document.addEventListener("pointerdown", (event) => {
    pressed = how === "pinned" && markAt(event) === mark ? mark : null;
  }, { capture: true });

  document.addEventListener("click", (event) => {
    const at = markAt(event);
    if (!at || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (at !== pressed || !event.detail) show(at, "pinned");
    else hide();
    pressed = null;
  });

  addEventListener("resize", () => mark && place());
})();
