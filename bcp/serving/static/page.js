"use strict";
// Small windows get small letters, so that 80 columns fit where they can be read; and a screen that
// was closed opens again as soon as the server answers: nobody stands beside a projector.
const LETTER = 0.6; // width of a letter by its height
const SMALLEST = 9;
const AGAIN = 3000; // milliseconds

window.open = () => null; // a screen on a wall opens nothing else, not even an address in a text

document.addEventListener("DOMContentLoaded", () => {
    const terminal = document.getElementById("terminal");
    if (terminal.dataset.mayShrink) {
        const fits = Math.floor(window.innerWidth / 80 / LETTER);
        const size = Math.max(SMALLEST, Math.min(fits, Number(terminal.dataset.fontSize)));
        terminal.dataset.fontSize = String(size);
    }
    new MutationObserver((_, observer) => {
        listen();
        if (document.body.classList.contains("-closed")) {
            observer.disconnect();
            setTimeout(openAgain, AGAIN);
        }
    }).observe(document.body, { attributeFilter: ["class"] });
});

function listen() {
    // Keys work without a click; a tap on a telephone does not bring up its keyboard.
    const keys = document.querySelector(".xterm-helper-textarea");
    if (keys && document.activeElement !== keys) {
        if (window.matchMedia("(pointer: coarse)").matches) {
            keys.inputMode = "none";
        }
        keys.focus();
    }
}

function openAgain() {
    fetch("/own/page.css", { cache: "no-store" }).then(
        () => window.location.replace("/"),
        () => setTimeout(openAgain, AGAIN),
    );
}
