// What plays a recording, behind one interface: YouTube's embed, spoken to by messages, and <video> or <audio>.
// In: an element of the page. Out: a Player, which tells "change" whenever its time or its state changes.
// Never: asks YouTube for anything before start(), or believes a message of another window or host.

const HOST = "https://www.youtube-nocookie.com";
const PATIENCE = 250;
const TRIES = 40;
const PLAYING = [1, 3];

class Player extends EventTarget {
  time = 0;
  playing = false;
  // Whether the reader has already asked for it.
  opened = false;

  tell() {
    this.dispatchEvent(new Event("change"));
  }

  toggle() {
    if (this.playing) this.pause();
    else this.play();
  }
}

// The protocol is that of YouTube's own iframe API: the page says "listening" until it is answered, gives commands,
// and receives the time and the state as they change.
export class YouTube extends Player {
  #box;
  #frame = null;
  #answered = false;

  constructor(box) {
    super();
    this.#box = box;
    const button = box.querySelector("button");
    button.hidden = false;
    button.addEventListener("click", () => {
      this.start(this.time);
      this.#frame.focus();
    });
    addEventListener("message", (event) => this.#hear(event));
  }

  get element() {
    return this.#frame;
  }

  // Say where it will start, without asking anyone for anything.
  prepare(second, from) {
    if (this.#frame) {
      this.seek(second);
    } else {
      this.time = second;
      this.#box.querySelector(".from").textContent = from;
    }
  }

  start(second) {
    this.time = second;
    if (this.#answered) {
      this.#command("seekTo", [second, true]);
      this.#command("playVideo");
    } else if (this.#frame) {
      this.#frame.src = this.#address(second);
    } else {
      this.#open(second);
    }
    this.tell();
  }

  seek(second) {
    this.time = second;
    this.#command("seekTo", [second, true]);
    this.tell();
  }

  play() {
    this.#command("playVideo");
  }

  pause() {
    this.#command("pauseVideo");
  }

  #address(second) {
    const address = new URL(this.#box.dataset.player);
    const query = { enablejsapi: 1, origin: location.origin, autoplay: 1, playsinline: 1, rel: 0 };
    for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
    if (second) address.searchParams.set("start", Math.floor(second));
    return String(address);
  }

  #open(second) {
    this.opened = true;
    this.#frame = document.createElement("iframe");
    this.#frame.title = this.#box.dataset.title;
    this.#frame.referrerPolicy = "strict-origin-when-cross-origin";
    this.#frame.allow = "autoplay; encrypted-media; fullscreen; picture-in-picture";
    this.#frame.src = this.#address(second);
    this.#frame.addEventListener("load", () => this.#greet(TRIES));
    const place = document.createElement("div");
    place.className = "frame";
    place.append(this.#frame);
    this.#box.before(place);
    this.#box.querySelector("button").remove();
    this.#box.classList.add("open");
  }

  #greet(tries) {
    if (this.#answered || !tries) return;
    this.#send({ event: "listening" });
    setTimeout(() => this.#greet(tries - 1), PATIENCE);
  }

  #command(func, args = []) {
    if (this.#answered) this.#send({ event: "command", func, args });
  }

  #send(message) {
    this.#frame.contentWindow.postMessage(JSON.stringify({ ...message, id: "acervo", channel: "widget" }), HOST);
  }

  #hear(event) {
    if (event.origin !== HOST || !this.#frame || event.source !== this.#frame.contentWindow) return;
    let told;
    try {
      told = JSON.parse(event.data);
    } catch {
      return;
    }
    if (!["initialDelivery", "infoDelivery", "onReady"].includes(told?.event)) return;
    this.#answered = true;
    const { currentTime, playerState } = told.info ?? {};
    if (Number.isFinite(currentTime)) this.time = currentTime;
    if (Number.isFinite(playerState)) this.playing = PLAYING.includes(playerState);
    this.tell();
  }
}

export class Media extends Player {
  opened = true;
  #from = null;

  constructor(element) {
    super();
    this.element = element;
    element.addEventListener("play", () => {
      if (this.#from !== null) this.seek(this.#from);
    });
    for (const name of ["timeupdate", "seeking", "play", "pause", "ended"]) {
      element.addEventListener(name, () => {
        this.time = element.currentTime;
        this.playing = !element.paused;
        this.tell();
      });
    }
  }

  prepare(second) {
    if (this.element.readyState) {
      this.seek(second);
    } else {
      this.time = this.#from = second; // nothing is loaded before it is asked for
    }
  }

  start(second) {
    this.seek(second);
    this.play();
  }

  seek(second) {
    this.#from = null;
    this.time = this.element.currentTime = second;
    this.tell();
  }

  play() {
    // What cannot be played says so in its own controls.
    this.element.play().catch(() => {});
  }

  pause() {
    this.element.pause();
  }
}
