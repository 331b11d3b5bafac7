// Two clocks that tick in the browser only. Both start from the server's time, because the clock of the computer may be wrong.
class Ticking extends HTMLElement {
  #timer = 0;
  #ahead = 0;

  connectedCallback() {
    const server = Number(this.dataset.serverTime);
    this.#ahead = server > 0 ? server - Date.now() : 0;
    this.show();
    this.#timer = setInterval(() => this.show(), 500);
  }

  disconnectedCallback() {
    clearInterval(this.#timer);
  }

  now() {
    return Date.now() + this.#ahead;
  }
}

class TotpCountdown extends Ticking {
  show() {
    const text = this.querySelector("strong");
    const ring = this.querySelector(".ring-value");
    if (!text || !ring) return;
    const period = Number(this.dataset.period) || 30;
    const left = Math.ceil(period - (this.now() / 1000) % period);
    const words = `${left} ${left === 1 ? "second" : "seconds"}`;
    if (text.textContent !== words) text.textContent = words;
    ring.setAttribute("stroke-dasharray", `${Math.round(100 * left / period)} 100`);
  }
}

class TimeLeft extends Ticking {
  show() {
    const text = this.querySelector("span");
    if (!text) return;
    const left = Math.max(0, Math.ceil((Number(this.dataset.until) - this.now()) / 1000));
    const words = left === 0 ? this.dataset.expired
      : left < 60 ? `${this.dataset.prefix} ${left} s`
      : `${this.dataset.prefix} ${Math.floor(left / 60)} min ${left % 60} s`;
    if (text.textContent !== words) text.textContent = words;
  }
}

if (!customElements.get("totp-countdown")) {
  customElements.define("totp-countdown", TotpCountdown);
  customElements.define("time-left", TimeLeft);
}
