// Hand-ins show as they come. What the server sent is parsed, and no script in it runs.
const live = document.getElementById("live");
const said = document.getElementById("said");
const renew = async () => {
  const answer = await fetch("staff");
  if (!answer.ok) throw new Error();
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (page.getElementById("live").innerHTML !== live.innerHTML) live.replaceChildren(...page.getElementById("live").childNodes);
  said.textContent = "";
};
const lost = () => (said.textContent = "The server does not answer, or you are logged out. Load this page again.");
live.addEventListener("click", async (event) => {
  const { assignment, undo } = event.target.dataset;
  if (!assignment) return;
  const body = JSON.stringify({ assignment, undo: undo === "true" });
  try {
    const answer = await fetch("staff/return", { method: "POST", headers: { "Content-Type": "application/json" }, body });
    if (!answer.ok) throw new Error();
    await renew();
  } catch {
    lost();
  }
});
setInterval(() => renew().catch(lost), 5000);
