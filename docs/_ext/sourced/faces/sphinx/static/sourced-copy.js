// What leaves the page is what was checked: a sentence with its citation and its address, from its card; and of words
// that are selected and copied those of the text alone, as the style sheet has it for numbers and tags.
(() => {
  "use strict";
  const WORDS = 6; // by which the sentence is found again
  const ASKS = "Copy with citation";

  const clean = (text) => text.replace(/\s+/g, " ").trim();
  const fold = (text) => clean(text).toLowerCase();
  let open; // the card, the sentence it speaks of, and its note

  // The words by which a browser finds the sentence again: of its stretches between two marks the longest that no
  // earlier place of the page has as well, as the browser takes the first that it meets.
  function telling(sentence) {
    const before = new Range();
    before.setStart(document.body, 0);
    return sentence.reduce((best, range) => {
      before.setEnd(range.startContainer, range.startOffset);
      const words = clean(String(range)).split(" ").slice(0, WORDS);
      const isNew = !fold(String(before)).includes(fold(words.join(" ")));
      return isNew && words.length > best.length ? words : best;
    }, []).join(" ");
  }

  // The place is named by its note, whose name stays when the text around it changes, and by words of its sentence.
  // A page that is read from disk has no address that would serve anybody else.
  function address(sentence) {
    const page = document.querySelector("link[rel=canonical]")?.href ?? location.href.replace(/[?#].*/, "");
    const words = encodeURIComponent(telling(sentence)).replaceAll("-", "%2D");
    return page.startsWith("file:") ? "" : `${page}#${open.note().id}${words && `:~:text=${words}`}`;
  }

  function cited() {
    const citation = document.getElementById("citation")?.cloneNode(true);
    citation?.querySelector("a")?.remove(); // the page's own address
    return citation?.textContent ?? document.title;
  }

  async function copy({ currentTarget: button }) {
    const sentence = open.sentence(), about = open.about(), head = about ? `${about}: ` : "";
    try {
      await navigator.clipboard.writeText(clean(`${head}${sentence.join("")} — ${cited()} ${address(sentence)}`));
      button.textContent = "Copied";
    } catch {
      button.textContent = "The browser does not allow it";
    }
  }

  document.addEventListener("sourced-card", ({ detail }) => {
    open = detail;
    const foot = detail.card.querySelector(".sourced-card-foot");
    foot.hidden = !detail.sentence || !navigator.clipboard;
    if (foot.hidden) return;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = ASKS;
    button.addEventListener("click", copy);
    foot.replaceChildren(button);
  });

  // An open card lies in the text; it is copied only where the words were selected in it.
  document.addEventListener("copy", () =>
    open?.card.classList.toggle("sourced-uncopied", !open.card.contains(getSelection().anchorNode)));
})();
