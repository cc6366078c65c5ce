// Tables that can be sorted and filtered. Without this script they are plain tables in the order of the book.
(() => {
  "use strict";
  const KEY = /(?:^|\s)sourced-key-(\S+)/; // what a cell is sorted by, where that is not its text
  const SPEAK_AFTER = 400; // milliseconds: the count is read out when typing pauses
  const collator = new Intl.Collator(document.documentElement.lang || undefined, { numeric: true });
  const plain = (text) => text.normalize("NFKD").replace(/\p{Mn}/gu, "").replace(/[’‘]/g, "'").toLowerCase();
  const keyOf = (cell) => KEY.exec(cell.className)?.[1] ?? cell.textContent.replace("¶", "").trim();

  function make(tag, properties, ...children) {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  }

  function sortable(table, rows, each) {
    const heads = [...table.tHead.rows[0].cells];
    const body = table.tBodies[0];
    heads.forEach((head, column) => {
      const words = head.textContent.trim();
      const button = make("button", { type: "button", className: "sourced-sort", textContent: words });
      head.replaceChildren(button);
      button.addEventListener("click", () => {
        const was = head.getAttribute("aria-sort");
        const now = was === "ascending" ? "descending" : was ? null : "ascending";
        for (const other of heads) other.removeAttribute("aria-sort");
        if (now) head.setAttribute("aria-sort", now);
        const keys = new Map(rows.map((row) => [row, keyOf(row.cells[column])]));
        const way = now === "descending" ? -1 : 1;
        const ordered = [...rows];
        if (now) {
          ordered.sort((a, b) => {
            const [one, other] = [keys.get(a), keys.get(b)];
            if (!one || !other) return !one - !other; // what is empty comes last, both ways
            return way * collator.compare(one, other);
          });
        }
        body.append(...ordered);
        each();
      });
    });
    return () => heads.some((head) => head.hasAttribute("aria-sort"));
  }

  function enhance(table, number) {
    const rows = [...table.tBodies[0].rows];
    const texts = rows.map((row) => plain(row.textContent));
    const id = `sourced-filter-${number}`;
    const input = make("input", { type: "search", id, autocomplete: "off", spellcheck: false });
    const count = make("span", { className: "sourced-count-shown" });
    const spoken = make("span", { className: "sourced-spoken" });
    spoken.setAttribute("role", "status");
    let due;

    const each = () => table.classList.toggle("sourced-each", isSorted() || input.value.trim() !== "");
    const isSorted = sortable(table, rows, each);
    const filter = () => {
      const wanted = plain(input.value).split(/\s+/).filter(Boolean);
      let shown = 0;
      rows.forEach((row, index) => {
        row.hidden = !wanted.every((word) => texts[index].includes(word));
        shown += !row.hidden;
      });
      count.textContent = `${shown} of ${rows.length} rows`;
      clearTimeout(due);
      due = setTimeout(() => { spoken.textContent = count.textContent; }, SPEAK_AFTER);
      each();
    };
    count.textContent = `${rows.length} rows`;
    input.addEventListener("input", filter);
    addEventListener("hashchange", () => {
      const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (!rows.includes(target) || !target.hidden) return;
      input.value = "";
      filter();
      target.scrollIntoView();
    });

    count.setAttribute("aria-hidden", "true");
    const tools = make("p", { className: "sourced-tools" }, make("label", { htmlFor: id }, "Filter"), input, count, spoken);
    (table.closest(".pst-scrollable-table-container") ?? table).before(tools);
    table.classList.add("sourced-ready");
    if (input.value) filter(); // what the browser has kept of an earlier visit
  }

  document.querySelectorAll("table.sourced-sortable").forEach(enhance);
})();
