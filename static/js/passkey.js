// Says in a sentence what a passkey could not do; the browser's own words are for its makers.
document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  const said = document.getElementById("passkey-said");
  if (!said) return;
  const gaveUp = event.detail?.exception?.name === "NotAllowedError";
  said.textContent = gaveUp
    ? "The passkey was not used. Try again, or sign in another way."
    : "This browser could not use a passkey here. Try another browser, or another way.";
});
