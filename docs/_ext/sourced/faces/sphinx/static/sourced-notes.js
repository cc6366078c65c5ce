// The notes at the foot of a page are folded until they are asked for, by the button, by a link, or by searching
// the page. In print, and without this script, they are open.
(() => {
  "use strict";

  const notes = document.querySelector(".sourced-note-list");
  if (!notes) return;

  const fold = document.createElement("button");
  fold.type = "button";
  fold.className = "sourced-fold";
  fold.setAttribute("aria-expanded", "false");
  notes.id ||= "sourced-note-list";
  fold.setAttribute("aria-controls", notes.id);

  // As many as the text leads to; those that only a picture does stand behind them.
  const pictured = notes.querySelectorAll(":scope > .sourced-uncited").length, cited = notes.childElementCount - pictured;
  const written = cited === 1 ? "the note" : `${cited} notes`;
  const counted = pictured ? `${written}, and ${pictured} of the picture` : written;

  function setOpen(open) {
    if (open) notes.removeAttribute("hidden");
    else notes.setAttribute("hidden", "until-found");
    fold.setAttribute("aria-expanded", open);
    fold.textContent = `${open ? "Hide" : "Show"} ${counted}`;
  }

  // For browsers that do not open what is hidden until found.
  function openFor(hash, jump) {
    const place = hash && document.getElementById(decodeURIComponent(hash.slice(1)));
    if (!place || !notes.contains(place) || !notes.hidden) return;
    setOpen(true);
    if (jump) place.scrollIntoView();
  }

  setOpen(false);
  notes.before(fold);
  fold.addEventListener("click", () => setOpen(notes.hidden !== false));
  notes.addEventListener("beforematch", () => setOpen(true));
  addEventListener("hashchange", () => openFor(location.hash, true));
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.('a[href^="#"]');
    if (link && !event.defaultPrevented) openFor(link.hash);
  });
  openFor(location.hash, true);
})();
