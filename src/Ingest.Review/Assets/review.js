// Keys and what moves. Every screen works without this file; with it nothing needs a mouse.
const body = document.body, token = body.dataset.token;
const $ = (selector, within = document) => within.querySelector(selector);
const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];

const send = (address, init = {}) => fetch(address, { credentials: 'same-origin', ...init, headers: { 'X-Token': token, ...init.headers } });

let hiding;
function say(text, grave = false) {
  const said = $('#said');
  said.textContent = text;
  said.classList.toggle('grave', grave);
  said.classList.add('shown');
  clearTimeout(hiding);
  hiding = setTimeout(() => said.classList.remove('shown'), grave ? 8000 : 4000);
}

// --- Rows of a list, or the one finding of the review screen ---------------------------------------------------

const list = $('[data-list]');
const rows = () => list ? $$('.row', list) : [];
const current = () => list && ($('.row.now', list) ?? $('.row.current', list));

function go(row) {
  if (!row) return;
  rows().forEach(each => each.classList.toggle('now', each === row));
  $('a', row)?.focus({ preventScroll: true });
  row.scrollIntoView({ block: 'nearest' });
}

function step(by) {
  const all = rows(), at = all.indexOf($('.row.now', list));
  if (at < 0) return go(all[0]);
  if (all[at + by]) return go(all[at + by]);
  $(by > 0 ? '.pages [rel=next]' : '.pages [rel=prev]')?.click();
}

const picked = () => rows().filter(row => $('.pick input', row)?.checked);

function showPicked() {
  const bar = $('#selection'), count = picked().length;
  if (!bar) return;
  rows().forEach(row => row.classList.toggle('picked', $('.pick input', row)?.checked ?? false));
  bar.hidden = count === 0;
  const label = $('#selected');
  label.textContent = label.dataset.many.replace('{0}', count);
}

function pick(row, on) {
  const box = row && $('.pick input', row);
  if (!box) return;
  box.checked = on ?? !box.checked;
  showPicked();
}

const documentOf = row => row.dataset.id.split('/')[0];

// --- Verdicts ---------------------------------------------------------------------------------------------------

async function judge(status, note = null) {
  const chosen = picked(), targets = chosen.length ? chosen : [current()].filter(Boolean);
  if (!targets.length) return;
  const form = $('#judge'), all = form?.all?.checked ?? false;
  if (form && note === null) note = form.note.value;
  const findings = targets.map(row => ({ id: row.dataset.id, seen: row.dataset.seen || null }));
  let answers;
  try {
    const response = await send('/verdicts', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ findings, status, note, all }) });
    if (!response.ok) throw new Error(response.statusText);
    answers = await response.json();
  } catch (problem) {
    say((document.documentElement.lang === 'en' ? 'Not recorded: ' : '未能记录：') + problem.message, true);
    return;
  }
  if (form) {
    sessionStorage.setItem('said', answers.find(answer => answer.message)?.message ?? told(answers));
    location.reload();
    return;
  }
  for (const answer of answers) {
    const row = rows().find(each => each.dataset.id === answer.id);
    if (row) show(row, answer);
  }
  const message = answers.find(answer => answer.message);
  say(message?.message ?? told(answers), Boolean(message && !message.recorded));
  chosen.forEach(row => pick(row, false));
}

function told(answers) {
  const english = document.documentElement.lang === 'en', label = answers[0]?.label ?? '';
  return english ? `${label}: ${answers.length === 1 ? 'recorded' : answers.length + ' recorded'} · U undoes it` : `已记录“${label}”${answers.length > 1 ? `，共 ${answers.length} 项` : ''} · U 撤销`;
}

function show(row, answer) {
  row.dataset.seen = answer.seen ?? '';
  row.dataset.status = answer.status ?? '';
  row.classList.toggle('judged', answer.status === 'confirmed' || answer.status === 'dismissed');
  const chip = $('.verdict', row);
  chip.className = `verdict ${answer.status ?? 'none'}`;
  chip.title = [answer.who, answer.at, answer.note].filter(Boolean).join('  ');
  const label = document.createElement('b'), by = document.createElement('span');
  label.textContent = answer.label;
  by.className = 'by';
  by.textContent = answer.who ?? '';
  chip.replaceChildren(label, ' ', by);
}

const noteDialog = $('#note');
function openNote() {
  const form = $('#judge');
  if (form) return form.note.focus();
  const row = current(), chosen = picked();
  if (!row && !chosen.length) return;
  $('#note-of').textContent = chosen.length > 1 ? $('#selected').textContent : $('a', chosen[0] ?? row)?.textContent ?? '';
  const status = (chosen[0] ?? row).dataset.status || 'pending';
  $$('[name=status]', noteDialog).forEach(radio => { radio.checked = radio.value === status; });
  $('#note-text').value = '';
  noteDialog.returnValue = '';
  noteDialog.showModal();
  $('#note-text').focus();
}
noteDialog?.addEventListener('close', () => {
  if (noteDialog.returnValue === 'record')
    judge($('[name=status]:checked', noteDialog).value, $('#note-text').value);
  $('a', current() ?? document.createElement('p'))?.focus({ preventScroll: true });
});
noteDialog?.addEventListener('keydown', event => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    noteDialog.close('record');
  }
});

// --- The page as printed ----------------------------------------------------------------------------------------

let evidence = $('[data-evidence]');

class Sheet {
  constructor(figure) {
    this.figure = figure;
    this.image = $('img', figure);
    this.reset();
    figure.addEventListener('wheel', event => this.wheel(event), { passive: false });
    figure.addEventListener('pointerdown', event => this.grab(event));
    this.image.draggable = false;
    if (this.image.complete) this.focus();
    this.image.addEventListener('load', () => this.focus());
  }
  reset() { Object.assign(this, { scale: 1, x: 0, y: 0 }); this.place(); }
  place() {
    const height = this.image.offsetHeight * this.scale, width = this.figure.clientWidth * this.scale;
    this.x = Math.min(0, Math.max(this.figure.clientWidth - width, this.x));
    this.y = Math.min(0, Math.max(Math.min(0, this.figure.clientHeight - height), this.y));
    this.image.style.transform = `translate(${this.x}px, ${this.y}px) scale(${this.scale})`;
  }
  zoom(factor, x = this.figure.clientWidth / 2, y = this.figure.clientHeight / 2) {
    const scale = Math.min(8, Math.max(1, this.scale * factor)), by = scale / this.scale;
    this.x = x - (x - this.x) * by;
    this.y = y - (y - this.y) * by;
    this.scale = scale;
    this.place();
  }
  // Shows the part that holds the marks, as large as it can be read.
  async focus() {
    this.place();
    if (this.figure.hidden || !this.figure.clientWidth) return;
    if (!this.marks) {
      const response = await send(this.image.getAttribute('src').replace('.svg?', '/marks?'));
      this.marks = response.ok ? await response.json() : [];
    }
    const suspects = this.marks.filter(mark => mark.isSuspect), shown = suspects.length ? suspects : this.marks;
    if (!shown.length || this.scale !== 1) return;
    const x = shown.reduce((sum, mark) => sum + mark.x + mark.width / 2, 0) / shown.length, y = shown.reduce((sum, mark) => sum + mark.y + mark.height / 2, 0) / shown.length;
    this.x = this.figure.clientWidth / 2 - x * this.figure.clientWidth;
    this.y = this.figure.clientHeight / 2 - y * this.image.offsetHeight;
    this.place();
    // Half as wide as the page is when a letter would be smaller than 9 pixels.
    if (this.figure.clientWidth < 700) this.zoom(1.7, this.x + x * this.figure.clientWidth, this.y + y * this.image.offsetHeight);
  }
  wheel(event) {
    event.preventDefault();
    const at = this.figure.getBoundingClientRect();
    if (event.shiftKey) { this.x -= event.deltaY; this.place(); return; }
    this.zoom(Math.exp(-event.deltaY / 400), event.clientX - at.left, event.clientY - at.top);
  }
  grab(event) {
    const start = { x: event.clientX - this.x, y: event.clientY - this.y };
    const move = moved => { this.x = moved.clientX - start.x; this.y = moved.clientY - start.y; this.place(); };
    this.figure.setPointerCapture(event.pointerId);
    this.figure.addEventListener('pointermove', move);
    this.figure.addEventListener('pointerup', () => this.figure.removeEventListener('pointermove', move), { once: true });
  }
  key(key) {
    const far = 60;
    if (key === 'ArrowLeft') this.x += far; else if (key === 'ArrowRight') this.x -= far;
    else if (key === 'ArrowUp') this.y += far; else if (key === 'ArrowDown') this.y -= far;
    else return false;
    this.place();
    return true;
  }
}

let sheets = evidence ? $$('.sheet', evidence).map(figure => new Sheet(figure)) : [];
const shown = () => sheets.filter(sheet => !sheet.figure.hidden);

function turnTo(page, beside = false) {
  sheets.forEach((sheet, i) => { sheet.figure.hidden = beside ? i > 1 : sheet.figure.dataset.page !== page; });
  $$('[data-sheet]', evidence).forEach(button => button.setAttribute('aria-pressed', String(!beside && button.dataset.sheet === page)));
  $('[data-beside]', evidence)?.setAttribute('aria-pressed', String(beside));
  shown().forEach(sheet => sheet.focus());
}

function zoom(how) {
  shown().forEach(sheet => how === 'fit' ? sheet.reset() : sheet.zoom(how === 'in' ? 1.3 : 1 / 1.3));
}

function nextSheet() {
  const at = sheets.findIndex(sheet => !sheet.figure.hidden);
  if (sheets.length > 1) turnTo(sheets[(at + 1) % sheets.length].figure.dataset.page);
}
addEventListener('resize', () => sheets.forEach(sheet => sheet.place()));

// --- Clicks and keys --------------------------------------------------------------------------------------------

document.addEventListener('click', event => {
  const target = event.target.closest('button, a, .row');
  if (!target) return;
  const data = target.dataset;
  if (data.open) $('#' + data.open).showModal();
  else if (data.judge) judge(data.judge);
  else if ('note' in data) openNote();
  else if ('unselect' in data) rows().forEach(row => pick(row, false));
  else if (data.sheet && evidence) turnTo(data.sheet);
  else if ('beside' in data) turnTo(sheets[0].figure.dataset.page, target.getAttribute('aria-pressed') !== 'true');
  else if (data.zoom) zoom(data.zoom);
  else if (target.id === 'stale') location.reload();
  const row = event.target.closest('.rows .row');
  if (row) rows().forEach(each => each.classList.toggle('now', each === row));
});
document.addEventListener('change', event => { if (event.target.closest('.pick')) showPicked(); });
list?.addEventListener('focusin', event => {
  const row = event.target.closest('.rows .row');
  if (row) rows().forEach(each => each.classList.toggle('now', each === row));
});

const judging = $('#judge');
judging?.addEventListener('submit', event => {
  event.preventDefault();
  judge(event.submitter?.value ?? 'pending');
});

const follow = key => { const link = $(`[data-key="${key}"]`); link?.click(); return Boolean(link); };
const statuses = { 1: 'confirmed', 2: 'dismissed', 3: 'pending' };

document.addEventListener('keydown', event => {
  if (event.defaultPrevented || event.altKey || $('dialog[open]')) return;
  const typing = event.target.closest('input:not([type=checkbox]), textarea, select'), key = event.key.toLowerCase();
  if (event.ctrlKey || event.metaKey) {
    if (typing && judging && statuses[key]) { event.preventDefault(); judge(statuses[key]); }
    return;
  }
  if (typing) {
    if (key === 'escape') typing.blur();
    return;
  }
  const acted =
    key === '?' ? ($('#help')?.showModal(), true)
    : key === 'j' ? (judging ? follow('j') : (step(1), true))
    : key === 'k' ? (judging ? follow('k') : (step(-1), true))
    : 'lges'.includes(key) && key.length === 1 ? follow(key)
    : statuses[key] ? (judge(statuses[key]), true)
    : key === 'u' ? (judge('undo'), true)
    : key === 'n' ? (openNote(), true)
    : key === 'o' ? (judging ? follow('o') : (current() && $('a', current()).click(), true))
    : key === 'x' ? (pick(current()), true)
    : key === 'a' && !judging ? (pickLike(current()), true)
    : key === 'p' ? (nextSheet(), true)
    : key === '+' || key === '=' ? (zoom('in'), true)
    : key === '-' ? (zoom('out'), true)
    : key === '0' ? (zoom('fit'), true)
    : event.target.closest('.sheet') ? sheets.find(sheet => sheet.figure === event.target.closest('.sheet')).key(event.key)
    : false;
  if (acted) event.preventDefault();
});

function pickLike(row) {
  if (!row) return;
  rows().filter(each => each.dataset.rule === row.dataset.rule && documentOf(each) === documentOf(row)).forEach(each => pick(each, true));
}

// --- News ---------------------------------------------------------------------------------------------------------

const waiting = sessionStorage.getItem('said');
if (waiting) {
  sessionStorage.removeItem('said');
  say(waiting);
}

// Parts of the page that are told to be live are fetched again when something has changed; nothing else moves.
async function freshen() {
  const response = await send(location.href);
  if (!response.ok) return;
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
  for (const part of $$('[data-live]')) {
    const other = fresh.getElementById(part.id);
    if (other && other.innerHTML !== part.innerHTML && !part.contains(document.activeElement)) part.replaceChildren(...other.childNodes);
  }
}

const stale = $('#stale'), live = $$('[data-live]');
if (stale || live.length) {
  let first = null, busy = false, again = false;
  const news = new EventSource('/live');
  addEventListener('pagehide', () => news.close());
  news.onmessage = async event => {
    first ??= event.data;
    if (stale) stale.hidden = event.data === first;
    if (!live.length || event.data === first && !again) return;
    if (busy) { again = true; return; }
    busy = true;
    do { again = false; await freshen(); } while (again);
    busy = false;
  };
}

// --- A figure that is asked about -----------------------------------------------------------------------------------

document.addEventListener('click', async event => {
  const link = event.target.closest('a[data-ask]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const here = new URLSearchParams(location.search).get('table') ?? '0', there = new URL(link.href).searchParams.get('table');
  if (here !== there) return;
  event.preventDefault();
  const response = await send(link.href);
  if (!response.ok) return;
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
  for (const part of ['#asked', '[data-evidence]']) $(part)?.replaceWith($(part, fresh));
  history.replaceState(null, '', link.href);
  const cell = $('#asked').dataset.cell;
  $$('a[data-ask]').forEach(each => each.removeAttribute('aria-current'));
  $$('.statement a[data-ask]').filter(each => new URL(each.href).searchParams.get('cell') === cell).forEach(each => { each.setAttribute('aria-current', 'true'); each.scrollIntoView({ block: 'nearest', inline: 'nearest' }); });
  evidence = $('[data-evidence]');
  sheets = evidence ? $$('.sheet', evidence).map(figure => new Sheet(figure)) : [];
});

// --- Files dropped on the page ----------------------------------------------------------------------------------------

const drop = $('[data-drop]');
if (drop) {
  const lines = $('#uploads'), english = document.documentElement.lang === 'en';
  const line = name => {
    const item = document.createElement('li'), state = document.createElement('span'), file = document.createElement('span');
    state.className = 'state waiting';
    file.className = 'file';
    file.textContent = name;
    item.append(state, ' ', file);
    lines.prepend(item);
    return (text, kind) => { state.textContent = text; state.className = `state ${kind}`; };
  };
  const take = async files => {
    for (const file of files) {
      const tell = line(file.name);
      if (file.size > Number(drop.dataset.limit)) { tell(english ? 'too large' : '超过限额', 'quarantined'); continue; }
      tell(english ? 'sending' : '上传中', 'claimed');
      try {
        const response = await send('/intake?name=' + encodeURIComponent(file.name), { method: 'POST', headers: { 'Content-Type': 'application/pdf' }, body: file });
        const answer = await response.json();
        tell(answer.said, response.ok ? 'stored' : 'quarantined');
      } catch {
        tell(english ? 'not sent' : '未能上传', 'quarantined');
      }
    }
  };
  const over = on => drop.classList.toggle('over', on);
  $('input', drop).addEventListener('change', event => { take([...event.target.files]); event.target.value = ''; });
  addEventListener('dragover', event => { event.preventDefault(); over(true); });
  addEventListener('dragleave', event => { if (!event.relatedTarget) over(false); });
  addEventListener('drop', event => { event.preventDefault(); over(false); take([...event.dataTransfer.files]); });
}
