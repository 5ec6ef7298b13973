// The code stands behind # in the link: browsers send that part to no server, so it is in no log.
const send = async (code) => {
  const answer = await fetch("login", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(code) });
  if (answer.ok) window.location.replace(".");
  else document.getElementById("said").textContent = "This code is nobody's, or it has expired.";
};
document.getElementById("login").addEventListener("submit", (event) => {
  event.preventDefault();
  send(document.getElementById("code").value);
});
if (window.location.hash.length > 1) {
  const code = decodeURIComponent(window.location.hash.slice(1));
  window.history.replaceState(null, "", window.location.pathname);
  send(code);
}
