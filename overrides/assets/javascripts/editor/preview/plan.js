// A work plan with its money, its people and what was held: site/views/plan.py and bars.py.
// In: the plan, the words of the source. Out: its view. Never: adds up people, or amounts of different currencies.

import { amount, cents } from "./about.js";
import { number } from "./dates.js";

const fill = (text, details) => text.replace(/\{(\w+)\}/g, (_, name) => details[name]);
const whole = (text) => (/^\d[\d,]*$/.test(text ?? "") ? Number(text.replaceAll(",", "")) : null);
const width = (part, most) => (part ? Math.max(1, Math.floor((part * 100) / most)) : 0);

export function swot(told, about, original) {
  if (!told) return [];
  return Object.entries(about.labels("Swot")).map(([code, title]) => ({ code, title, items: (told[code] ?? []).map((one) => original.line(one)) }));
}

export function plan(told, about, original) {
  if (!told) return null;
  const { dates, words } = about;
  const labels = about.labels("WorkPlan");
  const activities = told.activities ?? [];
  const links = activities.map((one, place) => ({ text: named(one), href: `#actividad-${place + 1}` }));
  const vision = original.text(told.vision);
  const mission = original.text(told.mission);
  const heads = {
    ...Object.fromEntries(["programme", "purpose", "strategy", "axis", "goal", "period_text"].map((name) => [name, told[name]])),
    period: dates.inWords(told.period),
    cadence: told.cadence && about.label("WorkPlan", "cadence", told.cadence),
  };
  const outcomes = held(activities, links, about);
  const silent = links.filter(({ href }) => !outcomes.some((row) => row.href === href));
  return {
    labels,
    vision,
    mission,
    heads: Object.entries(heads).filter(([, text]) => text).map(([name, text]) => ({ label: labels[name], html: original.line(text) })),
    lines: lines(told.lines, original),
    activities: activities.map((one, place) => ({
      id: `actividad-${place + 1}`,
      title: original.line(named(one)),
      goal: original.text(one.goal),
      lines: lines(one.lines, original),
      facts: about.facts("activity", "Activity", one),
    })),
    money: money(told, links, about),
    money_says: moneySays(told, words.money),
    people: people(told, links, about),
    people_says: peopleSays(told, words.people),
    evaluation: told.evaluation?.by ? [{ label: "Quién evalúa", values: [{ text: told.evaluation.by }] }] : [],
    evaluator: about.record("institutions", told.evaluation?.institution),
    formula: original.line(told.evaluation?.formula),
    evaluation_text: original.text(told.evaluation?.text),
    outcomes,
    silent: outcomes.length ? silent : [],
  };
}

const named = ({ label, title = "" }) => (label ? `${label}: ${title}` : title);

const lines = (found, original) => (found ?? []).map((one) => ({ title: original.line(one.title), actions: (one.actions ?? []).map((action) => original.line(action)) }));

// The rows of a table of bars: each activity, and the plan as a whole.
const rows = (told, links, words, name) => [
  ...links.map((link, place) => [link, told.activities[place][name]]),
  [{ text: words.whole_plan, href: "" }, told[name]],
];

function money(told, links, about) {
  const found = rows(told, links, about.words, "budget");
  const amounts = found.map(([, one]) => one).filter(Boolean);
  if (!amounts.length) return [];
  const alike = new Set(amounts.map((one) => one.currency)).size === 1;
  const most = Math.max(...amounts.map(cents));
  return found.map(([link, one]) => {
    if (!one) return { name: link.text, href: link.href, text: about.words.nothing, number: "", width: null };
    return { name: link.text, href: link.href, text: about.money(one), number: amount(cents(one)), width: alike ? width(cents(one), most) : null };
  });
}

function moneySays(told, sentences) {
  const budgets = (told.activities ?? []).map((one) => one.budget).filter(Boolean);
  const currencies = new Set(budgets.map((one) => one.currency));
  const sum = budgets.length && currencies.size === 1 ? budgets.reduce((total, one) => total + cents(one), 0) : null;
  const of = (told.activities ?? []).length;
  const given = told.budget;
  const [currency] = currencies;
  const differs = given && budgets.length === of && currency === given.currency && sum !== cents(given);
  const said = { told: budgets.length, of, total: amount(sum), whole: amount(cents(given)) };
  const found = [];
  if (sum !== null && budgets.length < of) found.push("some");
  else if (sum !== null && differs) found.push("differs");
  else if (sum !== null && given && given.currency === currency) found.push("same");
  else if (sum !== null && !given) found.push("alone");
  else if (budgets.length) found.push("mixed");
  if ([given, ...budgets].some((one) => one && !one.currency)) found.push("unsaid");
  return found.map((name) => fill(sentences[name], said));
}

function people(told, links, { words }) {
  const found = rows(told, links, words, "beneficiaries");
  if (!found.some(([, one]) => one)) return [];
  const most = Math.max(...found.map(([, one]) => whole(one?.direct?.number) ?? 0));
  return found.map(([link, one]) => {
    const direct = whole(one?.direct?.number);
    const indirect = one?.indirect;
    const others = whole(indirect?.number);
    return {
      name: link.text,
      href: link.href,
      text: one?.direct?.text || words.nothing,
      number: direct === null ? "" : number(direct),
      width: direct === null ? null : width(direct, most),
      indirect: indirect ? (others === null ? indirect.text : `${indirect.text} (${number(others)})`) : words.nothing,
    };
  });
}

function peopleSays(told, sentences) {
  const all = whole(told.beneficiaries?.direct?.number);
  const found = (told.activities ?? []).map((one) => [named(one), whole(one.beneficiaries?.direct?.number)]).filter(([, many]) => many !== null);
  const more = found.filter(([, many]) => all !== null && many > all);
  return [
    ...more.map(([name, many]) => fill(sentences.more, { name, number: number(many), whole: number(all) })),
    ...(found.length > 1 ? [sentences.apart] : []),
  ];
}

// What was held of what was planned: by activity and period, then by period, then all.
function held(activities, links, { dates, words }) {
  const [every, inAll, notReckoned] = words.outcomes;
  const row = (link, period, found, note = "") => {
    const [planned, done] = ["planned", "held"].map((name) => found.reduce((total, one) => total + (whole(one[name]) ?? 0), 0));
    const tenths = planned ? Math.floor((2000 * done + planned) / (2 * planned)) : null;
    const percent = tenths === null ? notReckoned : `${Math.floor(tenths / 10)}.${tenths % 10} %`;
    return { name: link.text, href: link.href ?? "", period, planned: number(planned), held: number(done), percent, note };
  };
  const told = activities.flatMap((one, place) => (one.outcomes ?? []).map((outcome) => [links[place], outcome]));
  const made = told.map(([link, one]) => {
    const note = [(one.note ?? "").replace(/\.+$/, ""), one.source ? `Según: ${one.source}` : ""].filter(Boolean).join(". ");
    return row(link, dates.inWords(one.period), [one], note);
  });
  const outcomes = told.map(([, one]) => one);
  const periods = [...new Set(outcomes.map((one) => one.period ?? ""))].sort();
  if (periods.length > 1) made.push(...periods.map((text) => row({ text: every }, dates.inWords(text), outcomes.filter((one) => (one.period ?? "") === text))));
  if (outcomes.length > 1) made.push(row({ text: every }, inAll, outcomes));
  return made;
}
