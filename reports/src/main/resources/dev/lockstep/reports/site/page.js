'use strict';
// Everything this script does is an addition: verdict and tables stand without it.
function filter(input, rows) {
  input.hidden = false;
  input.addEventListener('input', () => {
    const words = input.value.toLowerCase().split(/\s+/);
    for (const row of rows) {
      const text = row.textContent.toLowerCase();
      row.hidden = !words.every(word => text.includes(word));
    }
  });
}
for (const input of document.querySelectorAll('.filter')) {
  filter(input, input.closest('section').querySelectorAll('tbody tr'));
}

// Headings of a table sort it; what is no number is sorted as text, what is empty comes last.
for (const table of document.querySelectorAll('table.sortable')) {
  const body = table.tBodies[0];
  [...table.tHead.rows[0].cells].forEach((head, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    head.append(button);
    const value = row => {
      const cell = row.cells[column], text = cell.textContent.trim();
      if ('value' in cell.dataset) return Number(cell.dataset.value);
      if (!head.classList.contains('num')) return text || null;
      const number = text.replace(/[,<\s]/g, '').replace('−', '-');
      return /^[-+]?[0-9]/.test(number) ? parseFloat(number) : null;
    };
    button.addEventListener('click', () => {
      const up = head.getAttribute('aria-sort') ? head.getAttribute('aria-sort') !== 'ascending' : !head.classList.contains('num');
      for (const other of head.parentNode.cells) other.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', up ? 'ascending' : 'descending');
      const compare = (a, b) => a === null || b === null ? (a === null) - (b === null)
        : (up ? 1 : -1) * (typeof a === 'number' ? a - b : a.localeCompare(b, 'en', { numeric: true }));
      body.append(...[...body.rows].sort((a, b) => compare(value(a), value(b))));
    });
  });
}

// Long tables of a section can be filtered.
for (const table of document.querySelectorAll('table.sortable[id]')) {
  if (table.tBodies[0].rows.length < 8) continue;
  const input = document.createElement('input');
  input.type = 'search';
  input.className = 'filter';
  input.placeholder = 'filter rows';
  input.setAttribute('aria-label', 'Filter ' + document.getElementById(table.id + '-h').textContent);
  table.closest('.scroll').before(input);
  filter(input, table.tBodies[0].rows);
}

// A click widens a frame of a flame graph to the whole width; one on the lowest shows all again.
for (const graph of document.querySelectorAll('svg.difference')) {
  const whole = graph.viewBox.baseVal.width;
  const boxes = [...graph.querySelectorAll('g')].map(g => {
    const rect = g.querySelector('rect');
    return { g, rect, x: +rect.getAttribute('x'), y: +rect.getAttribute('y'), width: +rect.getAttribute('width'), text: g.querySelector('text'),
      name: g.querySelector('title').textContent.split(': A ')[0].split('/').pop() };
  });
  const show = at => {
    const scale = whole / at.width;
    for (const box of boxes) {
      const from = Math.max(0, (box.x - at.x) * scale), to = Math.min(whole, (box.x - at.x + box.width) * scale);
      box.g.style.display = to - from < 0.5 ? 'none' : '';
      box.rect.setAttribute('x', from);
      box.rect.setAttribute('width', Math.max(0, to - from));
      const letters = Math.floor((to - from - 4) / 6.2);
      if (!box.text && letters >= 4) {
        box.text = document.createElementNS('http://www.w3.org/2000/svg', 'text');
        box.text.setAttribute('y', box.y + 12);
        box.g.append(box.text);
      }
      if (!box.text) continue;
      const mark = box.g.classList.contains('only') ? (box.g.classList.contains('a') ? '− ' : '+ ') : '';
      const name = [...mark + box.name];
      box.text.setAttribute('x', from + 3);
      box.text.textContent = letters < 4 ? '' : name.length <= letters ? name.join('') : name.slice(0, letters - 1).join('') + '…';
    }
  };
  boxes.forEach(box => box.g.addEventListener('click', () => show(box)));
}

const open = () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const folded = target && target.closest('details');
  if (folded) {
    folded.open = true;
    target.scrollIntoView();
  }
};
window.addEventListener('hashchange', open);
open();

(() => {
  const charts = document.getElementById('charts');
  if (!window.echarts) return;
  const data = charts ? JSON.parse(charts.textContent) : { charts: [] };
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  // Okabe and Ito's colours, told apart by colour-blind readers; symbols differ as well.
  const light = ['#0072b2', '#d55e00', '#009e73', '#b1508c', '#56b4e9', '#c98a00', '#6b6b6b', '#1c1b19'];
  const night = ['#5fb4ea', '#ff8a3d', '#2bc79a', '#e39ac4', '#9ad4f7', '#f0b93a', '#a8a298', '#ece8e1'];
  const symbols = ['circle', 'rect', 'triangle', 'diamond', 'roundRect', 'pin', 'arrow', 'circle'];
  const plots = [];

  const css = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const times = value => value.toFixed(2) + '×';

  function whisker(line, color) {
    return {
      type: 'custom', name: line.kind, silent: true, z: 3, itemStyle: { color },
      data: line.points.filter(p => p.length === 4),
      encode: { x: 0, y: [1, 2, 3] },
      renderItem: (params, api) => {
        const low = api.coord([api.value(0), api.value(2)]);
        const high = api.coord([api.value(0), api.value(3)]);
        const part = (x1, y1, x2, y2) => ({ type: 'line', shape: { x1, y1, x2, y2 }, style: { stroke: color, lineWidth: 1.2 } });
        return {
          type: 'group',
          children: [
            part(low[0], low[1], high[0], high[1]),
            part(low[0] - 4, low[1], low[0] + 4, low[1]),
            part(high[0] - 4, high[1], high[0] + 4, high[1]),
          ],
        };
      },
    };
  }

  function option(chart, width) {
    const palette = dark.matches ? night : light;
    const fg = css('--fg'), fg2 = css('--fg2'), grid = css('--line'), card = css('--card');
    const lines = chart.lines.filter(line => line.points.length > 0);
    const marks = chart.lines.filter(line => line.mark !== null);
    const most = mostWorkers(chart);
    const wide = width >= 400;
    const color = kind => colorOf(chart, kind, palette);
    const series = [];
    for (const line of lines) {
      const front = stands(chart, line), rank = chart.lines.filter(each => stands(chart, each)).indexOf(line);
      series.push({
        type: 'line', name: line.kind, data: line.points.map(p => [p[0], p[1]]), z: front ? 5 : 3,
        symbol: front ? symbols[rank % symbols.length] : 'emptyCircle', symbolSize: front ? 7 : 4,
        lineStyle: { width: front ? 2 : 1, color: color(line.kind), opacity: front ? 1 : 0.6 },
        itemStyle: { color: color(line.kind), borderColor: front ? card : color(line.kind), borderWidth: 1 },
        emphasis: { focus: 'series', lineStyle: { width: 3, opacity: 1 } },
      });
      if (front) series.push(whisker(line, color(line.kind)));
    }
    for (const line of marks) {
      series.push({
        type: 'line', name: line.kind, data: [[1, line.mark], [most, line.mark]], z: 2,
        symbol: 'none', lineStyle: { width: stands(chart, line) ? 1.4 : 1, type: 'dashed', color: color(line.kind) },
        itemStyle: { color: color(line.kind) },
      });
    }
    series.push({
      type: 'line', name: 'makespan bound', data: chart.bound, symbol: 'none', z: 1,
      lineStyle: { width: 1.5, type: [2, 3], color: fg }, itemStyle: { color: fg },
      markLine: data.cores >= 1 && data.cores <= most ? {
        silent: true, symbol: 'none', data: [{ xAxis: data.cores }],
        lineStyle: { color: fg2, width: 1, type: 'solid' }, label: { show: false },
      } : undefined,
      markArea: data.cores < most ? {
        silent: true, itemStyle: { color: fg, opacity: 0.05 },
        label: { color: fg2, fontSize: 10.5, position: 'insideBottomLeft', distance: 6 },
        data: [[{ xAxis: data.cores, name: 'more workers than cores' }, { xAxis: most }]],
      } : undefined,
    });
    return {
      animation: false, aria: { enabled: false }, textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
      grid: { left: 40, right: wide ? 168 : 14, top: 14, bottom: wide ? 40 : 96 },
      legend: wide ? { show: false } : {
        bottom: 0, left: 0, itemWidth: 16, itemHeight: 8, textStyle: { color: fg, fontSize: 10.5 },
        data: chart.lines.filter(line => stands(chart, line)).map(line => line.kind).concat('makespan bound'),
      },
      tooltip: {
        trigger: 'item', renderMode: 'richText', confine: true, backgroundColor: card, borderColor: grid,
        textStyle: { color: fg, fontSize: 12 },
        formatter: p => p.seriesName + (p.value ? '\n' + p.value[0] + ' workers: ' + times(p.value[1]) : ''),
      },
      xAxis: {
        type: 'log', logBase: 2, min: 1, max: most, name: 'workers', nameLocation: 'middle', nameGap: 22,
        nameTextStyle: { color: fg2, fontSize: 10.5 }, axisLabel: { color: fg2, fontSize: 10.5 },
        axisLine: { show: false }, axisTick: { show: false }, splitLine: { show: false },
      },
      yAxis: {
        type: 'value', min: 0, max: ceiling(chart), interval: ceiling(chart) > 12 ? 4 : ceiling(chart) > 4 ? 1 : 0.5, axisLine: { show: false }, axisTick: { show: false },
        axisLabel: { color: fg2, fontSize: 10.5, formatter: '{value}×', showMaxLabel: false },
        splitLine: { lineStyle: { color: grid } },
      },
      series,
    };
  }

  // Labels at the ends of the lines: lines meet there, so labels are spread and tied to their ends.
  function labels(plot) {
    const { chart, data } = plot;
    const width = plot.element.clientWidth;
    if (width < 400) return [];
    const palette = dark.matches ? night : light;
    const ends = data.lines.map(line => {
      const last = line.points.length > 0 ? line.points[line.points.length - 1] : null;
      return { name: line.kind, at: last ? [last[0], last[1]] : [mostWorkers(data), line.mark], color: colorOf(data, line.kind, palette), front: stands(data, line) };
    });
    if (data.bound.length > 0) {
      ends.push({ name: 'makespan bound', at: data.bound[data.bound.length - 1], color: css('--fg'), front: true });
    }
    for (const end of ends) {
      [end.x, end.y] = chart.convertToPixel({ xAxisIndex: 0, yAxisIndex: 0 }, end.at);
    }
    ends.sort((a, b) => a.y - b.y || (a.name < b.name ? -1 : 1));
    const gap = Math.min(13, (plot.element.clientHeight - 56) / ends.length), floor = plot.element.clientHeight - 48;
    let y = 0;
    for (const end of ends) y = end.to = Math.max(end.y, y + gap, 14);
    y = floor + gap;
    for (const end of [...ends].reverse()) y = end.to = Math.min(end.to, y - gap);
    const left = width - 168 + 22;
    return ends.flatMap(end => [
      { type: 'line', silent: true, shape: { x1: end.x + 5, y1: end.y, x2: left - 4, y2: end.to }, style: { stroke: end.color, lineWidth: 1, opacity: end.front ? 0.8 : 0.35 } },
      { type: 'text', silent: true, x: left, y: end.to, style: { text: short(end.name), fill: css(end.front ? '--fg' : '--fg2'), font: '10.5px ' + getComputedStyle(document.body).fontFamily, textVerticalAlign: 'middle' } },
    ]);
  }

  // More lines than colours: those that tell most keep theirs, the others are thin and grey until pointed at.
  const stands = (chart, line) => chart.lines.length <= palette().length || line.telling;

  const palette = () => dark.matches ? night : light;

  function colorOf(chart, kind, colors) {
    const line = chart.lines.find(each => each.kind === kind);
    return stands(chart, line) ? colors[chart.lines.filter(each => stands(chart, each)).indexOf(line) % colors.length] : css('--fg2');
  }

  function ceiling(chart) {
    const ys = chart.lines.flatMap(line => line.points.map(p => Math.max(...p.slice(1)))).concat(
      chart.lines.map(line => line.mark || 0), chart.bound.map(p => p[1]));
    return Math.ceil(Math.max(1, ...ys) * 10.6) / 10;
  }

  const short = name => name.length > 22 ? name.slice(0, 21) + '…' : name;

  function mostWorkers(chart) {
    const xs = chart.lines.flatMap(line => line.points.map(p => p[0])).concat(chart.bound.map(p => p[0]));
    return Math.max(2, ...xs);
  }

  function draw(plot) {
    if (plot.table) {
      plot.chart.setOption(tableOption(plot.figure.dataset, plot.table, plot.element.clientWidth), true);
      return;
    }
    plot.chart.setOption(option(plot.data, plot.element.clientWidth), true);
    plot.chart.setOption({ graphic: labels(plot) });
  }

  // Axis labels in the largest unit that leaves one before the point, as in the tables.
  function scaled(value, unit) {
    const steps = { ns: [[1e9, ' s'], [1e6, ' ms'], [1e3, ' µs'], [1, ' ns']], '/s': [[1e9, ' G/s'], [1e6, ' M/s'], [1e3, ' k/s'], [1, '/s']] }[unit] || [[1, unit === '×' ? '×' : '']];
    const [size, name] = steps.find(([least]) => value >= least) || steps[steps.length - 1];
    return Number((value / size).toPrecision(3)).toLocaleString('en') + name;
  }

  // A line for each row and a point for each column of a table, drawn from the cells that stand there.
  function tableOption(of, table, width) {
    const colors = palette(), fg = css('--fg'), fg2 = css('--fg2'), grid = css('--line'), wide = width >= 560;
    const heads = [...table.tHead.rows[0].cells].filter(head => head.classList.contains('num'));
    const numbers = heads.every(head => 'at' in head.dataset);
    const x = heads.map((head, i) => numbers ? Number(head.dataset.at) : i);
    const small = { color: fg2, fontSize: 10.5 };
    const series = [];
    [...table.tBodies[0].rows].forEach((row, rank) => {
      const front = rank < colors.length, color = front ? colors[rank] : fg2, name = row.querySelector('code').textContent;
      const points = [...row.querySelectorAll('td.num')].flatMap((cell, i) => 'value' in cell.dataset
        ? [[x[i], Number(cell.dataset.value), Number(cell.dataset.low || 0), Number(cell.dataset.high || 0)]] : []);
      series.push({
        type: 'line', name, data: points.map(p => [p[0], p[1]]), z: front ? 5 : 3, symbol: symbols[rank % symbols.length], symbolSize: front ? 7 : 4,
        lineStyle: { width: front ? 2 : 1, color }, itemStyle: { color }, emphasis: { focus: 'series' },
        endLabel: { show: wide, formatter: short(name), color: front ? fg : fg2, fontSize: 10.5, distance: 8 }, labelLayout: { moveOverlap: 'shiftY' },
      });
      if (front) series.push(whisker({ kind: name, points: points.filter(p => p[2] > 0) }, color));
    });
    return {
      animation: false, textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
      grid: { left: 62, right: wide ? 190 : 16, top: 12, bottom: wide ? 40 : 90 },
      legend: { show: !wide, type: 'scroll', bottom: 0, left: 0, itemWidth: 16, itemHeight: 8, textStyle: { color: fg, fontSize: 10.5 } },
      tooltip: {
        trigger: 'item', renderMode: 'richText', confine: true, backgroundColor: css('--card'), borderColor: grid, textStyle: { color: fg, fontSize: 12 },
        formatter: p => p.seriesName + '\n' + heads[x.indexOf(p.value[0])].textContent + ': ' + scaled(p.value[1], of.unit),
      },
      xAxis: {
        type: numbers ? (of.logX === 'true' ? 'log' : 'value') : 'category', data: numbers ? undefined : heads.map(head => head.textContent),
        min: numbers ? Math.min(...x) : undefined, max: numbers ? Math.max(...x) : undefined, name: of.x, nameLocation: 'middle', nameGap: 24, nameTextStyle: small,
        axisLabel: { ...small, formatter: numbers ? value => value.toLocaleString('en') : undefined }, axisLine: { show: false }, axisTick: { show: false }, splitLine: { show: false },
      },
      yAxis: {
        type: of.logY === 'true' ? 'log' : 'value', name: '', axisLabel: { ...small, formatter: value => scaled(value, of.unit) },
        axisLine: { show: false }, axisTick: { show: false }, splitLine: { lineStyle: { color: grid } },
      },
      series,
    };
  }

  for (const chart of data.charts) {
    const element = document.getElementById(chart.id);
    if (!element) continue;
    element.closest('figure').hidden = false;
    element.hidden = false;
    const plot = { element, data: chart, chart: window.echarts.init(element, null, { renderer: 'svg' }) };
    plots.push(plot);
    draw(plot);
  }
  for (const figure of document.querySelectorAll('figure[data-table]')) {
    const element = figure.querySelector('.plot'), table = document.getElementById(figure.dataset.table);
    figure.hidden = false;
    const plot = { element, figure, table, chart: window.echarts.init(element, null, { renderer: 'svg' }) };
    plots.push(plot);
    draw(plot);
  }
  dark.addEventListener('change', () => plots.forEach(draw));
  window.addEventListener('resize', () => plots.forEach(plot => { plot.chart.resize(); draw(plot); }));
  window.addEventListener('beforeprint', () => plots.forEach(plot => plot.chart.resize()));
})();
