// What lies over the page.

class FrameState {
  shortcuts = $state(false);
  palette = $state(false);
}

export const frame = new FrameState();
