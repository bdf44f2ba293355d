// @ts-check
/**
 * The line to the room: connects, comes back, notices gaps, and says truthfully how fresh the screen is.
 * src/MeetingHub.Web/Live/README.md describes the protocol.
 */
import { HttpTransportType, HubConnectionBuilder, HubConnectionState, LogLevel } from "signalr";
import { apply, fingerprint } from "./state.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./state.js").Told} Told */
/** @typedef {"connecting" | "live" | "lost" | "waiting" | "out"} Standing */
/** @typedef {{ seatId: string, side: string, role: string, language: string, mayPresent: boolean, steers: boolean, represents: boolean, voted: string[] }} You */
/** @typedef {{ ok: boolean, seq: number, refusal?: { code: string, text: string } }} Receipt */

/**
 * Never giving up during a meeting; the default steps took three times as long to come back after a kill. The last step, with a
 * quarter on top, leaves time to connect within five seconds of the server's answer.
 */
const RETRY_MS = [250, 500, 1000, 2000, 3000];
/** Two heartbeats and a little: after that the screen no longer claims to be live. */
const SILENCE_MS = 9500;

export class Line extends EventTarget {
  /** @type {State | null} */ state = null;
  /** @type {You | null} */ you = null;
  /** @type {Standing} */ standing = "connecting";
  /** @type {string | null} */ refusal = null;
  epoch = "";
  seq = 0;
  /** When the server last said where the log stands, in this device's time. */
  confirmedAt = 0;
  /** Server's clock minus this device's, in ms. */
  offset = 0;
  /** Times that a gap or a divergence was repaired: shown to nobody, read by tests. */
  repairs = 0;

  #meetingId;
  /** @type {import("@microsoft/signalr").HubConnection} */ #hub;
  #tries = 0;
  /** @type {Told[] | null} */ #early = [];
  /** @type {Promise<void> | null} */ #repairing = null;
  #wake = () => {};

  /** @param {string} meetingId */
  constructor(meetingId) {
    super();
    this.#meetingId = meetingId;
    this.#hub = this.#build();
    addEventListener("online", () => this.#wake());
    document.addEventListener("visibilitychange", () => document.hidden || this.#wake());
    setInterval(() => this.#watch(), 1000);
  }

  async start() {
    for (;;) {
      try {
        await this.#hub.start();
        await this.#join();
        this.#tries = 0;
        return;
      } catch {
        // Replaced first: the end of the old one is then no news.
        const old = this.#hub;
        this.#hub = this.#build();
        await old.stop();
        if (this.standing === "out") return;
        await this.#pause();
      }
    }
  }

  /**
   * Asks something of the room and waits until it is written. Cut off in between, it asks again with the same operation id
   * when the line is back, so that it happens once.
   * @param {string} method
   * @param {any[]} args
   * @param {{ op?: string, until?: number }} [how]
   * @returns {Promise<Receipt>}
   */
  async ask(method, args, { op = crypto.randomUUID(), until = Date.now() + 30_000 } = {}) {
    for (;;) {
      try {
        return await this.#hub.invoke(method, op, ...args);
      } catch (fault) {
        if (this.#hub.state === HubConnectionState.Connected) throw fault;
        if (Date.now() > until) throw fault;
        await this.#back(until);
      }
    }
  }

  /** @template T @param {string} method @returns {Promise<T>} */
  fetch(method) {
    return this.#hub.invoke(method);
  }

  now() {
    return Date.now() + this.offset;
  }

  #build() {
    // WebSockets without negotiation save a round trip; where they are blocked, every third try takes the long way.
    const direct = this.#tries % 3 !== 2;
    const hub = new HubConnectionBuilder()
      .withUrl(
        `/m/${this.#meetingId}/live`,
        direct ? { transport: HttpTransportType.WebSockets, skipNegotiation: true } : {},
      )
      .withServerTimeout(6000)
      .withKeepAliveInterval(2000)
      .configureLogging(LogLevel.None)
      .build();
    hub.on("Happened", (told) => hub === this.#hub && this.#hear(told));
    hub.on("Beat", (beat) => hub === this.#hub && this.#check(beat));
    hub.on("Admitted", () => void this.#join().catch(() => hub.stop()));
    hub.on("PeopleChanged", () => this.#tell("people"));
    hub.on("ShownOut", (code) => this.#shownOut(code));
    hub.onclose(() => hub === this.#hub && this.#lost());
    return hub;
  }

  async #join() {
    this.#early = [];
    const joined = await this.#hub.invoke("Join", this.epoch || null, this.state ? this.seq : null);
    this.you = joined.you ?? null;
    this.offset = Date.parse(joined.at) - Date.now();
    if (joined.waiting) return this.#stand("waiting");
    if (!joined.ok) {
      this.#shownOut(joined.refusal.code);
      throw new Error(joined.refusal.code);
    }
    if (joined.state) {
      this.state = joined.state;
      this.seq = joined.seq;
    }
    this.epoch = joined.epoch;
    for (const told of joined.missed ?? []) this.#apply(told);
    const early = this.#early ?? [];
    this.#early = null;
    for (const told of early) this.#hear(told);
    this.#confirm();
    this.#tell("state");
  }

  /** @param {Told} told */
  #hear(told) {
    if (this.#early) return void this.#early.push(told);
    if (told.epoch !== this.epoch) return this.#repair(true);
    if (told.seq > this.seq + 1) return this.#repair(false);
    if (told.seq <= this.seq) return;
    this.#apply(told);
    this.#confirm();
    this.#tell("state");
  }

  /** @param {Told} told */
  #apply(told) {
    if (told.seq !== this.seq + 1 || !this.state) return;
    this.state = apply(this.state, told);
    this.seq = told.seq;
    if (told.type) this.dispatchEvent(new CustomEvent("fact", { detail: told }));
  }

  /** @param {{ epoch: string, seq: number, fingerprint: string, at: string }} beat */
  #check(beat) {
    if (this.#early || !this.state) return;
    this.offset = Date.parse(beat.at) - Date.now();
    if (beat.epoch !== this.epoch || beat.seq < this.seq) return this.#repair(true);
    if (beat.seq > this.seq) return this.#repair(false);
    if (beat.fingerprint !== fingerprint(this.state)) return this.#repair(true);
    this.#confirm();
  }

  /** Fetches what is missing; from scratch when the history itself is another or the state diverged. @param {boolean} scratch */
  #repair(scratch) {
    this.#repairing ??= (async () => {
      this.repairs++;
      if (scratch) {
        this.epoch = "";
        this.state = null;
      }
      try {
        await this.#join();
      } catch {
        await this.#hub.stop();
      } finally {
        this.#repairing = null;
      }
    })();
  }

  #confirm() {
    this.confirmedAt = Date.now();
    this.#stand("live");
  }

  #watch() {
    if (this.standing === "live" && Date.now() - this.confirmedAt > SILENCE_MS) this.#stand("lost");
    else if (this.standing === "lost") this.#tell("standing");
  }

  #lost() {
    if (this.standing === "out") return;
    this.#stand(this.state ? "lost" : "connecting");
    this.#hub = this.#build();
    void this.#pause().then(() => this.start());
  }

  /** @param {string} code */
  #shownOut(code) {
    this.refusal = code;
    this.state = null;
    this.#stand("out");
    void this.#hub.stop();
  }

  #pause() {
    const wait = RETRY_MS[Math.min(this.#tries++, RETRY_MS.length - 1)];
    return new Promise((resolve) => {
      // A crowd that lost its line at the same moment must not come back at the same moment.
      const timer = setTimeout(resolve, wait * (0.75 + Math.random() / 2), undefined);
      this.#wake = () => (clearTimeout(timer), resolve(undefined));
    });
  }

  /** @param {number} until */
  #back(until) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => (stop(), reject(new Error("offline"))), Math.max(0, until - Date.now()));
      const listen = () => this.standing === "live" && (stop(), resolve(undefined));
      const stop = () => (clearTimeout(timer), this.removeEventListener("standing", listen));
      this.addEventListener("standing", listen);
      listen();
    });
  }

  /** @param {Standing} standing */
  #stand(standing) {
    this.standing = standing;
    this.#tell("standing");
  }

  /** @param {string} what */
  #tell(what) {
    this.dispatchEvent(new Event(what));
  }
}
