// Show what passkeys need where the browser has them, and say so if one was not used.
if (window.PublicKeyCredential) {
  for (const part of document.querySelectorAll("[data-passkey], [data-without-passkeys]")) {
    part.hidden = "withoutPasskeys" in part.dataset;
  }
}
document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  document.getElementById("passkey-failed").hidden = false;
});
