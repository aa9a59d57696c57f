// Scans at the door. What cannot be sent is kept on the phone and sent later; each scan has a key, so none counts twice.
"use strict";

{
  const form = document.getElementById("door");
  const { dataset: words } = form;
  const code = form.elements.code, told = document.querySelector(".told");
  const waiting = document.querySelector(".waiting");
  const KEPT = `door-${words.event}`;
  const AGAIN = 15_000, SAME = 4_000, MOST_TOLD = 10;

  const kept = () => JSON.parse(localStorage.getItem(KEPT) ?? "[]");
  const keep = (scans) => {
    if (scans.length) localStorage.setItem(KEPT, JSON.stringify(scans));
    else localStorage.removeItem(KEPT);
  };
  const newKey = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  };
  const plain = (text) => text.slice(text.lastIndexOf("#") + 1).trim();
  const isToken = (text) => /^[\w-]{24}$/.test(text);
  const isCode = (text) => isToken(text) || /^[0-9]{1,9}$/.test(text);
  const act = () => form.elements.act.value;

  const say = (why) => {
    const number = kept().length;
    waiting.hidden = !number && !why;
    waiting.textContent = [why, number ? `${words.waiting} ${number}` : ""].filter(Boolean).join(" ");
  };
  const element = (name, text, more = {}) => Object.assign(document.createElement(name), { textContent: text, ...more });
  const tell = ({ outcome, said, person }) => {
    const card = element("article", "", { className: outcome });
    if (person?.photo) card.append(element("img", "", { src: person.photo, alt: "", width: 96 }));
    const text = element("div", "");
    const isWell = outcome === "done" || outcome === "known";
    if (said) text.append(element("p", `${isWell ? "✓" : "✕"} ${said}`, { className: "verdict" }));
    if (person) {
      const name = element("p", "");
      name.append(element("a", person.name, { href: person.url }));
      const zones = person.zones.length ? ` · ${person.zones.join(" ")}` : "";
      text.append(name, element("p", `${person.delegation} · ${person.state}${zones}`), element("p", person.standing));
    }
    card.append(text);
    told.prepend(card);
    while (told.children.length > MOST_TOLD) told.lastChild.remove();
  };

  // Nothing if it is to be sent again; `redirect` tells that somebody has to sign in.
  const send = async (scan) => {
    const body = new URLSearchParams({ csrfmiddlewaretoken: form.elements.csrfmiddlewaretoken.value, ...scan });
    const headers = { Accept: "application/json" };
    let answer;
    try {
      answer = await fetch(location.pathname, { method: "POST", body, headers, redirect: "manual" });
    } catch {
      return say(words.away);
    }
    if (answer.ok) return answer.json();
    const isJson = answer.headers.get("Content-Type")?.startsWith("application/json");
    if (isJson) say((await answer.json()).said);
    else say(answer.status >= 500 ? words.away : words.signedOut);
  };
  let isSending = false;
  const sendKept = async () => {
    if (isSending) return;
    isSending = true;
    try {
      for (let [scan] = kept(); scan; [scan] = kept()) {
        const answer = await send(scan);
        if (!answer) return;
        // Others may have been kept meanwhile.
        keep(kept().filter(({ key }) => key !== scan.key));
        tell(answer);
        say("");
      }
    } finally {
      isSending = false;
    }
  };
  const show = async (text) => {
    const answer = await send({ code: text, act: "show", key: newKey() });
    if (answer?.person) location.assign(answer.person.url);
    else if (answer) tell(answer);
  };
  const take = (text) => {
    if (act() === "show") return show(text);
    keep([...kept(), { code: text, act: act(), key: newKey(), at: new Date().toISOString() }]);
    say("");
    return sendKept();
  };

  form.addEventListener("submit", (event) => {
    const text = plain(code.value);
    if (!isCode(text)) return;
    event.preventDefault();
    code.value = "";
    take(text);
  });
  addEventListener("online", sendKept);
  setInterval(sendKept, AGAIN);
  say("");
  sendKept();

  // A badge read by the phone's own camera opens this page with its token, which the address forgets.
  const fromAddress = () => {
    const token = plain(decodeURIComponent(location.hash));
    if (!location.hash) return;
    history.replaceState(null, "", location.pathname);
    if (isToken(token)) show(token);
    else tell({ outcome: "refused", said: words.unread });
  };
  addEventListener("hashchange", fromAddress);
  fromAddress();

  const camera = document.querySelector(".camera"), scan = document.getElementById("scan");
  const video = camera.querySelector("video");
  const last = { text: "", at: 0 };
  const look = async (detector) => {
    if (video.hidden) return;
    const [found] = await detector.detect(video).catch(() => []);
    if (found) {
      const text = plain(found.rawValue), now = Date.now();
      if (text !== last.text || now - last.at > SAME) {
        navigator.vibrate?.(60);
        if (isToken(text)) take(text);
        else tell({ outcome: "refused", said: words.unread });
      }
      Object.assign(last, { text, at: now });
    }
    setTimeout(() => look(detector), 200);
  };
  const open = async () => {
    video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    video.hidden = false;
    await video.play();
    look(new BarcodeDetector({ formats: ["qr_code"] }));
  };
  const close = () => {
    video.srcObject?.getTracks().forEach((track) => track.stop());
    video.hidden = true;
  };
  if ("BarcodeDetector" in window && navigator.mediaDevices) {
    camera.hidden = false;
    scan.addEventListener("click", async () => {
      if (video.hidden) await open().catch(() => say(words.noCamera));
      else close();
      scan.setAttribute("aria-expanded", !video.hidden);
    });
  }
}
