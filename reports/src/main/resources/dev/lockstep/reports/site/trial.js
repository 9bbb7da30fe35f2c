'use strict';
// Draws the iterations of a trial; the table below has the same figures without it.
(() => {
  const source = document.getElementById('trial-data');
  const element = document.getElementById('trial-plot');
  if (!source || !element || !window.echarts) return;
  const trial = JSON.parse(source.textContent);
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const css = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  // The states of a fork differ by symbol as well as by colour.
  const looks = {
    ok: ['--ok', 'circle'], open: ['--race', 'rect'], race: ['--race', 'triangle'],
    no: ['--bad', 'diamond'], none: ['--none', 'pin'],
  };

  function option() {
    const fg = css('--fg'), fg2 = css('--fg2'), line = css('--line'), card = css('--card');
    const series = [], labels = [], all = [];
    let x = 0;
    trial.forks.forEach((fork, index) => {
      const [color, symbol] = [css(looks[fork.state][0]), looks[fork.state][1]];
      const name = 'fork ' + (index + 1) + ', ' + fork.told;
      const start = x;
      const points = values => values.map(value => { all.push(value); return [x++, value]; });
      series.push({ type: 'scatter', name: name + ', warm-up', symbol, symbolSize: 6, data: points(fork.warmup), itemStyle: { color: card, borderColor: color, borderWidth: 1, opacity: 0.8 } });
      const from = x;
      series.push({ type: 'scatter', name, symbol, symbolSize: 8, data: points(fork.measurement), itemStyle: { color } });
      if (fork.mean !== null) {
        series.push({ type: 'line', name: name + ', mean', symbol: 'none', silent: true, data: [[from - 0.4, fork.mean], [x - 0.6, fork.mean]], lineStyle: { color, width: 2.5 } });
      }
      labels.push({ from: start, to: x - 1, text: String(index + 1) });
      x += 2;
    });
    const marks = labels.slice(1).map(label => ({ xAxis: label.from - 1.5 }));
    const low = Math.min(...all), high = Math.max(...all);
    const wide = low > 0 && high / low > 10;
    series.push({
      type: 'line', data: [], silent: true,
      markLine: { silent: true, symbol: 'none', label: { show: false }, lineStyle: { color: line, type: 'solid' }, data: marks.concat(trial.score === null ? [] : [{ yAxis: trial.score, lineStyle: { color: fg2, type: 'dashed' } }]) },
      markArea: trial.interval ? { silent: true, itemStyle: { color: fg, opacity: 0.08 }, data: [[{ yAxis: trial.interval[0] }, { yAxis: trial.interval[1] }]] } : undefined,
    });
    const middle = new Map(labels.map(label => [Math.round((label.from + label.to) / 2), label.text]));
    return {
      animation: false, aria: { enabled: false }, textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
      grid: { left: 58, right: 14, top: 26, bottom: 38 },
      tooltip: {
        trigger: 'item', renderMode: 'richText', confine: true, backgroundColor: card, borderColor: line, textStyle: { color: fg, fontSize: 12 },
        formatter: p => p.seriesName + '\n' + Number(p.value[1].toPrecision(4)) + ' ' + trial.unit,
      },
      xAxis: {
        type: 'value', min: -1, max: x - 2, interval: 1, name: 'forks', nameLocation: 'middle', nameGap: 22, nameTextStyle: { color: fg2, fontSize: 10.5 },
        axisLabel: { color: fg2, fontSize: 10.5, interval: 0, hideOverlap: false, formatter: value => middle.get(value) || '' },
        axisLine: { show: false }, axisTick: { show: false }, splitLine: { show: false },
      },
      yAxis: {
        type: wide ? 'log' : 'value', scale: true, name: trial.unit, nameTextStyle: { color: fg2, fontSize: 10.5, align: 'left' },
        axisLabel: { color: fg2, fontSize: 10.5 }, axisLine: { show: false }, axisTick: { show: false }, splitLine: { lineStyle: { color: line } },
      },
      series,
    };
  }

  element.closest('figure').hidden = false;
  const chart = window.echarts.init(element, null, { renderer: 'svg' });
  chart.setOption(option());
  dark.addEventListener('change', () => chart.setOption(option(), true));
  window.addEventListener('resize', () => chart.resize());
  window.addEventListener('beforeprint', () => chart.resize());
})();
