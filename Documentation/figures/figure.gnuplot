set encoding utf8
set terminal pngcairo size 720,600 font 'STIX,13' linewidth 1
set output '{output}'
set multiplot
set logscale x
set xrange [{masses[0]}:{masses[1]}]
set lmargin at screen 0.125
set rmargin at screen 0.97
set tmargin at screen 0.735
set bmargin at screen 0.36
set label '{title}' at screen 0.54, screen 0.975 center
set logscale y
set yrange [{couplings[0]}:{couplings[1]}]
set format x ''
set format y '10^{{%T}}'
set ylabel '{{/:Italic g}}′' offset 1
set key at screen 0.54, screen 0.955 center top vertical maxrows 5 reverse Left samplen 2 spacing 1.05 width -6 font ',12'
plot {above}
unset label
unset key
unset logscale y
set tmargin at screen 0.33
set bmargin at screen 0.13
set yrange [{ratios[0]}:{ratios[1]}]
set format x '10^{{%T}}'
set format y '%g'
set ytics autofreq
set xlabel '{{/:Italic m}}_{{{{/:Italic Z}}′}}  [MeV]' offset 0,0.4
set ylabel '{ratio_title}' offset 1
set arrow from graph 0, first 1 to graph 1, first 1 nohead lc rgb '#888888' lw 1
plot {below}
unset multiplot
