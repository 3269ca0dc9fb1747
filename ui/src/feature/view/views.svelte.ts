// Views that whoever works here has kept.

import { call } from "../../backend/call";
import { revision } from "../../backend/change.svelte";
import type { KeptView } from "../../backend/types";
import { go } from "../../page.svelte";
import { list } from "../claimant/list.svelte";

class Views {
  all: KeptView[] = $state.raw([]);

  constructor() {
    revision.hear((changes) => {
      if (changes.some(({ noun }) => noun === "view" || noun === "matter")) void this.load();
    });
  }

  async load() {
    try {
      this.all = await call("view.list", {});
    } catch {
      // Without an open matter there are no views.
      this.all = [];
    }
  }

  show({ content }: KeptView) {
    if (content.columns.length > 0) list.columns = content.columns;
    list.show(content.query.filters, content.query);
    go({ name: "claimants" });
  }

  forget() {
    this.all = [];
  }
}

export const views = new Views();
